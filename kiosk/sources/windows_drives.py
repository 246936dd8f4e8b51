"""Finds plugged-in sticks in Windows' list of drives, without accessing any of them."""

import os
from pathlib import Path

from kiosk.sources.stick import Partition, Stick

REMOVABLE = 2
"""DRIVE_REMOVABLE of GetDriveTypeW (fileapi.h)."""


def removable_drives() -> tuple[Stick, ...]:
    """The removable drives, ordered by letter; none on other systems."""
    import ctypes

    if os.name != "nt":
        return ()
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    letters = [chr(65 + bit) for bit in range(26) if kernel.GetLogicalDrives() >> bit & 1]
    roots = [f"{letter}:\\" for letter in letters if kernel.GetDriveTypeW(f"{letter}:\\") == REMOVABLE]
    return tuple(
        Stick((Partition(Path(root), root, root[:2], "", read_only=False, safe=True),)) for root in roots
    )
