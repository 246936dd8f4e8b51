"""Room for a thread, asked for before it is begun."""

from collections.abc import Iterator
from contextlib import contextmanager
from mmap import mmap

from kiosk.base import limits

THREAD_MEMORY = 24 * limits.MIB
"""Bytes of address space: the stack of a thread (8 MiB on Linux) and what it takes for its first steps."""


@contextmanager
def require_thread_memory() -> Iterator[None]:
    """Begin a thread in the block; MemoryError when there is no room for one.

    A thread that begins and then finds no memory for its first steps is waited for without end by whoever
    begins it (github.com/python/cpython/issues/140746), so that much must be free.
    """
    try:
        mmap(-1, THREAD_MEMORY).close()
    except OSError:
        raise MemoryError from None
    try:
        yield
    except RuntimeError:
        raise MemoryError from None
