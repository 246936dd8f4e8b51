"""Reads QR codes from pictures of the screen, with a decoder the program does not use, and measures them."""

from math import hypot

import numpy

from kiosk.app.window import KioskWindow
from kiosk.events.event_codes import EventCode
from kiosk.viewmodels.visitor.shared.code_viewer import CodeViewer
from tests.qr_reader import read_qr
from tests.screen_kit import Pixels, find, grab_pixels, settle

SIZES = (
    "1920x1080", "1080x1920", "1280x1024", "1366x768", "1280x800", "3840x2160", "2160x3840",
)  # fmt: skip
SCREEN_INCHES = 24
MIN_MODULE = 1.0
"""Millimetres: at 60 cm, 1080 pixels across 45 degrees give a camera two for each."""


def read_qr_codes(pixels: Pixels) -> list[str]:
    """The texts of all QR codes in a picture, as a phone would read them."""
    grey = (pixels >> numpy.uint32(8) & numpy.uint32(0xFF)).astype(numpy.uint8)
    return [code.text for code in read_qr(grey)]


def select_code(viewer: CodeViewer, code: EventCode) -> None:
    """Choose the code as a visitor does: by its tab, then with the pager."""
    viewer.select("calendar" if code.kind == "cancelled" else code.kind)
    for _ in viewer.codes:
        if viewer.payload == code.payload:
            break
        viewer.step(1)
    settle()


def check_code(shown: KioskWindow, viewer: CodeViewer, size: str, name: str = "code") -> None:
    """Check that the code on a screen of SCREEN_INCHES is read, and that its modules are large enough."""
    assert read_qr_codes(grab_pixels(shown)) == [viewer.payload]
    width, height = map(int, size.split("x"))
    pixels = find(shown, name).width() / viewer.modules
    assert pixels == int(pixels), "a module is a whole number of pixels"
    assert pixels * SCREEN_INCHES * 25.4 / hypot(width, height) >= MIN_MODULE, viewer.payload
