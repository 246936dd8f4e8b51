"""Sizes of windows as people write them: '1920x1080'."""

import re

from PySide6.QtCore import QSize

from kiosk.base.errors import KioskError


def parse_size(text: str | None) -> QSize | None:
    """The size in pixels, None for none; KioskError for what is not WIDTHxHEIGHT from 320 to 8192."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not found or not all(320 <= int(side) <= 8192 for side in found.groups()):
        raise KioskError("gallery.size", size=text)
    return QSize(int(found[1]), int(found[2]))
