"""Tunes the C heap so that a program that runs for months does not grow."""

import sys

MMAP_THRESHOLD = 128 * 1024
"""Blocks of at least so many bytes, such as pictures, lie outside the heap and are returned once free."""
_M_MMAP_THRESHOLD = -3
"""From malloc.h."""


def fix_mmap_threshold() -> None:
    """Keep pictures out of the heap, where long-lived small blocks would fill the holes they leave.

    By default the C library raises this threshold over time: mallopt(3) on M_MMAP_THRESHOLD.
    """
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt:
            mallopt(_M_MMAP_THRESHOLD, MMAP_THRESHOLD)


def trim_heap() -> None:
    """Return free memory to the system, wherever in the C heap it lies.

    Call it while nobody waits. See malloc_trim(3); other systems have no such function.
    """
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)
