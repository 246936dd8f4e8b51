"""What Qt is told before it starts: an interface that would stop drawing goes through an X server."""

import os
import subprocess
import sys

import pytest

PRINT = """
import os
from kiosk.app.window import prepare_qt
prepare_qt("auto")
print(os.environ["QT_QPA_PLATFORM"])
"""
BY_PROCESSOR = {"QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("changed", "platform"),
    [
        ({}, "xcb"),
        ({"DISPLAY": None}, "wayland"),
        ({"QT_QUICK_BACKEND": "rhi"}, "wayland"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
    ],
)
def test_who_draws_by_the_processor_under_wayland_goes_through_x(
    changed: dict[str, str | None], platform: str
) -> None:
    given = BY_PROCESSOR | changed
    environment = {name: value for name, value in os.environ.items() if name not in given}
    environment |= {name: value for name, value in given.items() if value}
    done = subprocess.run(
        [sys.executable, "-c", PRINT], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == platform
