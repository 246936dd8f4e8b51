"""Staff install a pack from a stick: PIN, preview, install, roll back, receipts for the mission."""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.__main__ import main
from kiosk.app.window import KioskWindow
from tests import screen_kit
from tests.screen_kit import (
    copy_library,
    find,
    settle,
    tap,
    texts,
    wait_until,
    window,
)
from tests.stick import Stick, mount_method, run_command

DETECTION_LIMIT = 1.0
"""The most seconds from mounting a stick until the kiosk detects it (what the product promises)."""


class Librarian:
    """A member of the staff at a kiosk that looks for sticks in `media`."""

    def __init__(self, shown: KioskWindow, library: Path) -> None:
        self.shown, self.library = shown, library
        self.pin = create_pin(library)

    def make_staff_gesture(self) -> None:
        """Tap five times in the top left corner."""
        for _ in range(5):
            screen_kit.wait_until_ready(self.shown)
            no_modifier = Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(self.shown.view, Qt.MouseButton.LeftButton, no_modifier, QPoint(20, 20))
        settle()
        assert self.shown.shell.page == "staff"

    def type_pin(self, pin: str) -> None:
        """Type a PIN of six digits on the PIN pad."""
        for digit in pin:
            wait_until(
                lambda: find(self.shown, "key-1").isVisible() and "One moment…" not in texts(self.shown)
            )
            tap(self.shown, f"key-{digit}")

    def enter_staff_area(self) -> None:
        """Make the staff gesture and type the PIN."""
        self.make_staff_gesture()
        self.type_pin(self.pin)
        wait_until(lambda: "Programmes" in texts(self.shown))

    def wait_for_texts(self, *parts: str) -> None:
        """Wait until each of `parts` is in a text on the screen."""

        def are_shown() -> bool:
            return all(any(part in text for text in texts(self.shown)) for part in parts)

        wait_until(are_shown, lambda: texts(self.shown))


def create_pin(library: Path) -> str:
    command = [sys.executable, "-m", "kiosk", "pin", "new", "--json", "--library", str(library)]
    return str(json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["pin"])


@pytest.fixture
def librarian(demo: Path, tmp_path: Path) -> Iterator[Librarian]:
    """A librarian at a kiosk with the demo programme."""
    library, settings = copy_library(demo, tmp_path / "library"), tmp_path / "kiosk.toml"
    media = tmp_path / "media"
    settings.write_text(
        f'language = "en"\ncorner = "american-corner-almaty"\nsticks = ["{media}"]\n', "utf-8"
    )
    with window(library, settings=settings) as shown:
        librarian = Librarian(shown, library)
        shown.start_background()
        yield librarian


def shown_version(librarian: Librarian) -> int:
    programme = librarian.shown.shell.session.programme
    return programme.packs[0].version if programme else 0


def leased_generations(library: Path) -> set[str]:
    """The generations that this process has a lease on."""
    gc.collect()
    found = set()
    for file in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # closed by now
            if (open_file := file.readlink()).parent == library / "gen":
                found.add(open_file.name)
    return found


def test_a_stick_from_plugging_in_to_the_receipt(
    librarian: Librarian, demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = librarian.shown
    background = shown.background
    assert background
    with Stick(tmp_path, "MISSION-KZ", [demo.parent / "april-update.kpack"]) as stick:
        stick.plug_in()
        start = time.monotonic()
        wait_until(lambda: background.stick_watcher.sticks)
        assert time.monotonic() - start < DETECTION_LIMIT
        librarian.wait_for_texts("Staff: please install the new programme")
        librarian.enter_staff_area()
        librarian.wait_for_texts("USB stick “MISSION-KZ”", "Signed by demo · No. 2", "replaces No. 1")
        librarian.wait_for_texts("Exercise: Open Saturday", "Creating a Relationship", "new event")
        tap(shown, "install")
        librarian.wait_for_texts(
            "The new programme is on show", "Visitors now see “25 Years Together”, No. 2"
        )
        assert shown_version(librarian) == 2
        tap(shown, "leave")
        tap(shown, "attract")
        tap(shown, "dock-events")
        librarian.wait_for_texts("Exercise: Open Saturday")
        librarian.shown.shell.showAttract()
        librarian.enter_staff_area()
        librarian.wait_for_texts("This is the programme on show already")
        tap(shown, "go-back")
        librarian.wait_for_texts("Go back to the earlier programme?")
        tap(shown, "confirm")
        librarian.wait_for_texts("The programme before is on show again", "No. 1")
        assert shown_version(librarian) == 1
        programme = shown.shell.session.programme
        assert programme and leased_generations(librarian.library) == {programme.folder.name}
        tap(shown, "leave")
        receipts = [json.loads(file.read_text("utf-8")) for file in stick.path.rglob("receipts/*/*.json")]
        receipts.sort(key=lambda receipt: int(receipt["number"]))
        assert [receipt["result"] for receipt in receipts] == ["installed", "rolled_back"]
        screen = QGuiApplication.primaryScreen().size()
        assert {receipt["screen"] for receipt in receipts} == {f"{screen.width()}x{screen.height()}"}
        assert main(["receipts", "read", str(stick.path)]) == 0
        output = capsys.readouterr().out
        assert "american-corner-almaty" in output
        assert "25 Years Together" in output


def test_an_ordinary_user_can_run_the_stick_test_in_a_namespace(tmp_path: Path) -> None:
    """The test passes in a user namespace, with a bind mount as the stick."""
    if (
        os.environ.get("STICK")
        or run_command("unshare", "--user", "--map-root-user", "--mount", "true").returncode
    ):
        pytest.skip("there are no user namespaces, or this is one")
    test_name = "test_a_stick_from_plugging_in_to_the_receipt"
    command = ["unshare", "--user", "--map-root-user", "--mount", "--propagation", "private"]
    command += [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--basetemp",
        str(tmp_path / "in"),
    ]
    process = subprocess.run(
        [*command, f"{__file__}::{test_name}"],
        cwd=Path(__file__).parents[3], env=os.environ | {"STICK": "bind"}, capture_output=True, text=True,
    )  # fmt: skip
    assert "1 passed" in process.stdout, process.stdout
    assert mount_method() in ("loop", "bind", "")
