"""The desk as people start it, on an X server: with the mouse from outside, and ended by a signal."""

import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint

from kiosk.desk.memory import Memory, write_memory
from tests.flows.desk.author import copy_source
from tests.flows.display import start_display
from tests.screen_kit import run_cli, wait_until
from tests.stick import Stick

STICK_STEP, MAKE = QPoint(126, 231), QPoint(1070, 755)
"""Where the third step and the button stand in a window of 1200x800 at the top left."""


def test_from_the_last_programme_to_a_stick_on_a_screen(checkout: Path, tmp_path: Path) -> None:
    library, settings = tmp_path / "library", tmp_path / "kiosk.toml"
    run_cli("keys", "new", library / "keys", "--publisher", "corner", "--host", "corner.example.org")
    write_memory(library / "desk/memory.json", Memory(subject=str(copy_source(checkout, tmp_path))))
    settings.write_text(f'sticks = ["{tmp_path / "media"}"]\n', "utf-8")
    command = ["desk", "--library", library, "--settings", settings, "--language", "kk", "--size", "1200x800"]
    stick = Stick(tmp_path, "BLUE")
    stick.plug_in()
    with stick, start_display(tmp_path / "screen", "1200x800") as display:
        window = subprocess.Popen(
            [sys.executable, "-m", "kiosk", *command], env=display.environment, cwd=checkout
        )

        def is_made() -> bool:
            display.tap(STICK_STEP)
            display.tap(MAKE)
            assert window.poll() is None
            return (stick.path / "corner-month-1.kpack").exists()

        try:
            wait_until(is_made, seconds=120)
        finally:
            window.send_signal(signal.SIGTERM)
        assert window.wait(60) == 0
