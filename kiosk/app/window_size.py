"""Parses window sizes: '1920x1080'."""

import re
from typing import TYPE_CHECKING

from kiosk.base.errors import KioskError

if TYPE_CHECKING:
    from PySide6.QtCore import QSize


def parse_size(text: str | None) -> "QSize | None":
    """The size in pixels, None for None; KioskError as `parse_sides`."""
    from PySide6.QtCore import QSize

    return None if text is None else QSize(*parse_sides(text))


def parse_sides(text: str) -> tuple[int, int]:
    """Width and height in pixels; KioskError for text that is not WIDTHxHEIGHT from 320 to 8192."""
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not match or not all(320 <= int(side) <= 8192 for side in match.groups()):
        raise KioskError("gallery.size", size=text)
    return int(match[1]), int(match[2])
