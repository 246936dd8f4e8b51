"""Freed memory is returned to the system, wherever in the heap it lies."""

import subprocess
import sys

import pytest

SCRIPT = """
import ctypes, sys
from kiosk.app import allocator
c = ctypes.CDLL(None)
c.malloc.restype = ctypes.c_void_p
c.free.argtypes = [ctypes.c_void_p]
c.free(c.malloc(8 << 20))  # from now on the C library would keep blocks of that size
size = 4 << 20
held = [c.malloc(size) for _ in range(8)]
for block in held:
    ctypes.memset(block, 1, size)
last = c.malloc(200_000)   # lies above them, so that the heap cannot shrink
for block in held:
    c.free(block)
if sys.argv[1] == "trimmed":
    allocator.trim_heap()
print(int(open("/proc/self/statm").read().split()[1]) * 4096 >> 20)
"""


def resident_mib(way: str) -> int:
    """The resident MiB after eight pictures of 4 MiB have been allocated and freed."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, way], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="this is about the C library of Linux")
def test_trim_heap_returns_the_memory_of_freed_pictures() -> None:
    assert resident_mib("trimmed") < resident_mib("usual") - 20
