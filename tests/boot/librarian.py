"""A librarian at the computer and at the window beside it: plugs in, types the PIN, starts again."""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QPoint

from kiosk.sources.stick import Partition, Stick
from tests.boot.rig import Rig
from tests.boot.stick_image import make_vfat_stick
from tests.boot.twin import FOOT
from tests.screen_kit import click, run_cli, settle, texts, wait_until

GESTURE = QPoint(20, 20)
"""Where so many TAPS open the staff area."""
TAPS = 5
ATTEMPTS = 4
NOTICE = "Қызметкерге: жаңа бағдарламаны орнатыңыз"
"""What the attract loop says to staff when a stick has a new programme, in the first language."""


def bring_in(rig: Rig, pack: Path, place: str) -> None:
    """Copy a pack onto the disk of the computer, as root."""
    shell = rig.machine.shell
    with rig.machine.stick(make_vfat_stick(rig.folder / "carrier.img", "CARRIER", [pack])):
        shell.run("until findmnt -n LABEL=CARRIER; do sleep 0.2; done", 60)
        shell.run(f"install -D -m 644 /run/media/kiosk/*/CARRIER/{pack.name} {place} && sync")


def plug_into_window(rig: Rig, label: str = "", pack: Path | None = None) -> None:
    """The window sees a stick with that pack, or none."""
    background = rig.twin.shown.background
    assert background
    folder = rig.folder / "media" / label
    sticks = []
    if pack:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / pack.name).unlink(missing_ok=True)
        (folder / pack.name).hardlink_to(pack)
        sticks = [Stick((Partition(folder, "/dev/sdx1", label, "vfat", read_only=True, safe=True),))]
    background.offers.scan_sticks(sticks)
    if pack:
        wait_until(lambda: NOTICE in texts(rig.twin.shown))
    settle()


def enter_staff_area(rig: Rig) -> None:
    """The gesture, and the PIN of each."""
    theirs = json.loads(rig.machine.shell.run("kiosk pin new --json"))["pin"]
    ours = _new_pin(rig.folder / "library")
    for _ in range(TAPS):
        click(rig.twin.shown, GESTURE)
    _make_gesture(rig)
    for our_digit, their_digit in zip(ours, theirs, strict=True):
        place = rig.twin.place(f"key-{their_digit}")
        click(rig.twin.shown, rig.twin.place(f"key-{our_digit}"))
        rig.twin.tap_computer(place)
    rig.twin.wait_until_same("the PIN")


def _make_gesture(rig: Rig) -> None:
    """The first tap of five opens a page, and under emulation that may take longer than the five may."""
    for _ in range(ATTEMPTS):
        for _ in range(TAPS):
            rig.machine.tap(GESTURE.x(), GESTURE.y(), 0.05)
        with suppress(AssertionError):
            rig.twin.wait_until_same("the gesture", 10)
            return
    raise AssertionError("the staff area does not open")


def restart_screen(rig: Rig) -> None:
    """The computer's screen starts anew, and both show the attract loop."""
    rig.machine.shell.run("systemctl restart corner-kiosk", 300)
    rig.wait_until_idle()
    rig.twin.shown.shell.showAttract()
    settle()
    rig.twin.wait_until_same("a start of the screen", 120, FOOT)


def catch_up(rig: Rig, version: int) -> None:
    """The window gets the version that the computer shows, and the computer's screen starts anew."""
    run_cli("install", rig.packs[version - 1], "--library", rig.folder / "library")
    background = rig.twin.shown.background
    assert background
    background.show_newest_generation()
    restart_screen(rig)


def _new_pin(library: Path) -> str:
    words = [sys.executable, "-m", "kiosk", "pin", "new", "--json", "--library", str(library)]
    return str(json.loads(subprocess.run(words, capture_output=True, check=True).stdout)["pin"])
