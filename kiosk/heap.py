"""Keeps the memory of a program that runs for months the same."""

import sys


def give_back() -> None:
    """Return what is free to the system: pictures that have come and gone leave holes in the C heap.

    To be called while nobody waits. See malloc_trim(3); other systems have no such function.
    """
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)
