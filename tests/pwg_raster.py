"""Reads PWG Raster (PWG 5102.4), as sent to raster printers: one byte a dot, 255 is white."""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HEADER_BYTES = 1796


def read_raster(file: Path) -> tuple[NDArray[np.uint8], int]:
    """The first page of a grey raster, and its dots per inch."""
    data = file.read_bytes()
    assert data[:4] == b"RaS2"
    resolution, width, height, bits = (
        struct.unpack_from(">I", data, 4 + offset)[0] for offset in (276, 372, 376, 388)
    )
    assert bits == 8
    lines: list[bytes] = []
    offset = 4 + HEADER_BYTES
    while len(lines) < height:
        repeats, offset = data[offset] + 1, offset + 1
        line = bytearray()
        while len(line) < width:
            count, offset = data[offset], offset + 1
            if count < 128:
                line += data[offset : offset + 1] * (count + 1)
                offset += 1
            else:
                line += data[offset : offset + 257 - count]
                offset += 257 - count
        lines += [bytes(line)] * repeats
    return np.frombuffer(b"".join(lines), np.uint8).reshape(height, width), resolution
