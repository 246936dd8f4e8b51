"""A folder like that of a server that has gone: whoever asks it anything sleeps, and not even SIGKILL ends that.

It is a FUSE file system that greets the kernel, takes its requests and answers none (linux/fuse.h).
"""

import ctypes
import os
import select
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_IN = struct.Struct("<IIQQIIII")
_OUT = struct.Struct("<IiQ")
_INIT = 26
_GREETING = struct.pack("<IIIIHHIIHHI28x", 7, 31, 0, 0, 12, 9, 4096, 1, 1, 0, 0)
_LARGEST = 1 << 20


@contextmanager
def hanging(folder: Path) -> Iterator[Path]:
    """`folder` as such a folder, until whoever hangs in it is let go; skips the test where none can be made."""
    folder.mkdir()
    try:
        device = os.open("/dev/fuse", os.O_RDWR | os.O_NONBLOCK)
    except OSError:
        pytest.skip("there is no FUSE here")
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0,allow_other".encode()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"kiosk-test", bytes(folder), b"fuse", 0, options):
        os.close(device)
        pytest.skip("mounting is not allowed here")
    stop, end = os.pipe()
    server = threading.Thread(target=_serve, args=(device, stop))
    server.start()
    try:
        yield folder
    finally:
        os.write(end, b"x")
        server.join()
        os.close(device)  # ends the connection: all requests fail now
        for descriptor in (stop, end):
            os.close(descriptor)
        subprocess.run(["umount", folder], check=True)


def _serve(device: int, stop: int) -> None:
    while stop not in select.select([device, stop], [], [])[0]:
        try:
            request = os.read(device, _LARGEST)
        except OSError:  # taken back, or the kernel is not ready
            continue
        _, opcode, unique, *_ = _IN.unpack_from(request)
        if opcode == _INIT:
            os.write(device, _OUT.pack(_OUT.size + len(_GREETING), 0, unique) + _GREETING)
