"""Reads what a printer of dots is sent: PWG Raster (PWG 5102.4), one byte a dot, 255 being white."""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HEADER = 1796


def read_raster(file: Path) -> tuple[NDArray[np.uint8], int]:
    """The first page of a grey raster, and how many of its dots are an inch."""
    data = file.read_bytes()
    assert data[:4] == b"RaS2"
    resolution, width, height, bits = (
        struct.unpack_from(">I", data, 4 + at)[0] for at in (276, 372, 376, 388)
    )
    assert bits == 8
    lines: list[bytes] = []
    at = 4 + HEADER
    while len(lines) < height:
        again, at = data[at] + 1, at + 1
        line = bytearray()
        while len(line) < width:
            count, at = data[at], at + 1
            if count < 128:
                line += data[at : at + 1] * (count + 1)
                at += 1
            else:
                line += data[at : at + 257 - count]
                at += 257 - count
        lines += [bytes(line)] * again
    return np.frombuffer(b"".join(lines), np.uint8).reshape(height, width), resolution
