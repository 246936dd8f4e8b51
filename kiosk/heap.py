"""Keeps the memory of a program that runs for months the same."""

import sys

LARGE = 256 * 1024
"""Bytes from which on a block, such as a picture, is given back to the system as soon as it is free."""
_M_MMAP_THRESHOLD = -3


def steady() -> None:
    """Hold the C library to `LARGE`: by itself it learns to keep ever larger blocks, and its heap gets holes.

    See mallopt(3) on M_MMAP_THRESHOLD. Other C libraries have no such habit.
    """
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt:
            mallopt(_M_MMAP_THRESHOLD, LARGE)
