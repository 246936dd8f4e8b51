"""Parses window sizes: '1920x1080'."""

import re

from PySide6.QtCore import QSize

from kiosk.base.errors import KioskError


def parse_size(text: str | None) -> QSize | None:
    """The size in pixels, None for None; KioskError for text that is not WIDTHxHEIGHT from 320 to 8192."""
    if text is None:
        return None
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not match or not all(320 <= int(side) <= 8192 for side in match.groups()):
        raise KioskError("gallery.size", size=text)
    return QSize(int(match[1]), int(match[2]))
