"""Keeps the memory of a program that runs for months the same."""

import sys

MMAP_THRESHOLD = 128 * 1024
"""Bytes from which on a block, such as a picture, lies outside the heap and goes back once it is free."""
_M_MMAP_THRESHOLD = -3
"""From malloc.h."""


def fix_mmap_threshold() -> None:
    """Keep pictures out of the heap, where small blocks that stay would settle in the holes they leave.

    By itself the C library learns to put ever larger blocks there: mallopt(3) on M_MMAP_THRESHOLD.
    """
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt:
            mallopt(_M_MMAP_THRESHOLD, MMAP_THRESHOLD)


def trim_heap() -> None:
    """Return what is free to the system, wherever in the C heap it lies.

    To be called while nobody waits. See malloc_trim(3); other systems have no such function.
    """
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)
