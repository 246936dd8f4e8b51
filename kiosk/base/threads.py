"""Checks that there is memory for a thread before it starts."""

from collections.abc import Iterator
from contextlib import contextmanager
from mmap import mmap

from kiosk.base import limits

THREAD_MEMORY = 24 * limits.MIB
"""Bytes of address space: a thread's stack (8 MiB on Linux) and what its start allocates."""


@contextmanager
def require_thread_memory() -> Iterator[None]:
    """Start a thread inside the block; MemoryError when there is no memory for one.

    If a thread starts and then runs out of memory in its bootstrap, the thread that started it waits forever
    (github.com/python/cpython/issues/140746), so that much must be free.
    """
    try:
        mmap(-1, THREAD_MEMORY).close()
    except OSError:
        raise MemoryError from None
    try:
        yield
    except RuntimeError:
        raise MemoryError from None
