"""What a librarian does at the computer: installs from sticks, one of which is pulled out, and from the share; prints."""

import json
import time
from pathlib import Path

from PySide6.QtCore import QPoint

from kiosk.sources.stick import Partition, Stick
from tests.boot.rig import Rig
from tests.boot.stick_image import make_empty_stick, make_vfat_stick
from tests.screen_kit import click, run_cli, settle, wait_until

GESTURE = QPoint(20, 20)
SHARE_SECONDS = 60.0


def vfat_stick(rig: Rig) -> str:
    """A stick is plugged in, noticed, and its pack installed from the staff area."""
    image = make_vfat_stick(rig.folder / "vfat.img", "MISSION", [rig.packs[1]])
    _back_to_attract(rig)
    with rig.machine.stick(image):
        began = time.monotonic()
        _plug_into_window(rig, "MISSION", rig.packs[1])
        noticed = rig.twin.wait_until_same("the stick", 120)
        rig.save_picture("stick-noticed")
        _enter_staff_area(rig)
        rig.save_picture("stick-offer")
        rig.twin.tap("install")
        installed = time.monotonic()
        wait_until(lambda: _outcome(rig), seconds=120)
        rig.twin.wait_until_same("the installation", 120)
        rig.save_picture("stick-installed")
        assert rig.version() == 2
        done = f"noticed {noticed:.1f} s after plugging, installed {time.monotonic() - installed:.1f} s after the tap"
    _plug_into_window(rig)
    rig.twin.tap("leave")
    assert began
    return done


def exfat_stick(rig: Rig) -> str:
    """A stick with exfat is pulled out during the installation: the programme before or the new one, and the page says so."""
    image = make_empty_stick(rig.folder / "exfat.img")
    shell = rig.machine.shell
    packs = make_vfat_stick(rig.folder / "carrier.img", "CARRIER", [rig.packs[2]])
    with rig.machine.stick(packs), rig.machine.stick(image) as name:
        shell.run("until findmnt -n LABEL=CARRIER; do sleep 0.2; done", 60)
        shell.run("until [ -b /dev/sdb1 ]; do sleep 0.2; done", 60)
        shell.run("mkfs.exfat -L EXFAT /dev/sdb1 && mkdir -p /run/made && mount -t exfat /dev/sdb1 /run/made")
        shell.run(f"cp /run/media/kiosk/*/CARRIER/{rig.packs[2].name} /run/made/ && umount /run/made && sync")
        rig.machine.pull(name)
    _restart_screen(rig)
    with rig.machine.stick(image) as name:
        _plug_into_window(rig, "EXFAT", rig.packs[2])
        rig.twin.wait_until_same("the stick", 120)
        _enter_staff_area(rig)
        place = rig.twin.place("install")
        rig.machine.tap(place.x(), place.y())
        time.sleep(0.5)
        rig.machine.pull(name)
        shell.run("systemctl is-active corner-kiosk")
        time.sleep(10)
        rig.save_picture("stick-pulled")
        left = shell.run("findmnt -rn -o TARGET | grep -c /run/media/kiosk || true")
        assert left.strip() == "0", left
    version = rig.version()
    assert version in (2, 3), version
    _plug_into_window(rig)
    _catch_up(rig, version)
    return f"version {version} is shown after a stick was pulled"


def share(rig: Rig) -> str:
    """A Samba server on the computer itself gets a newer pack; the kiosk finds and installs it by itself."""
    shell = rig.machine.shell
    pack = make_vfat_stick(rig.folder / "carrier.img", "CARRIER", [rig.packs[3]])
    with rig.machine.stick(pack):
        shell.run("until findmnt -n LABEL=CARRIER; do sleep 0.2; done", 60)
        shell.run(
            "mkdir -p /var/tmp/packs && cp /run/media/kiosk/*/CARRIER/*.kpack /var/tmp/packs/ && chmod -R a+rX /var/tmp/packs"
        )
    shell.run("systemctl start smbd")
    listed = shell.run("ls /mnt/mission", 60)
    _restart_screen(rig)
    began = time.monotonic()
    while rig.version() != 4:
        assert time.monotonic() - began < SHARE_SECONDS, "the pack on the share was not installed"
    _catch_up(rig, 4)
    return f"{listed.strip()} on the share is shown {time.monotonic() - began:.0f} s after the start of the screen"


def printer(rig: Rig) -> str:
    """A flyer is printed on an IPP printer on the computer itself."""
    shell = rig.machine.shell
    shell.run("mkdir -p /var/tmp/printed")
    shell.run(
        "setsid ippeveprinter -r off -p 8631 -d /var/tmp/printed -k -f application/pdf,image/pwg-raster,image/urf Office"
        " >/var/tmp/ippeveprinter.log 2>&1 & until ss -ltn | grep -q :8631; do sleep 0.2; done"
    )
    shell.run("sh /usr/share/corner-kiosk/add-printer.sh Office ipp://localhost:8631/ipp/print 200", 300)
    shell.run("kiosk flyer chess-club --language kk --print", 300)
    shell.run("until ls /var/tmp/printed/* | grep -q .; do sleep 0.5; done", 180)
    return shell.run("ls -s /var/tmp/printed").strip().replace("\n", " ")


def _outcome(rig: Rig) -> bool:
    from tests.screen_kit import items

    return any(item.objectName() == "fine" for item in items(rig.twin.shown))


def _plug_into_window(rig: Rig, label: str = "", pack: Path | None = None) -> None:
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
    settle()


def _enter_staff_area(rig: Rig) -> None:
    """The gesture, and the PIN of each."""
    pins = {
        "machine": json.loads(rig.machine.shell.run("kiosk pin new --json"))["pin"],
        "window": _new_pin(rig.folder / "library"),
    }
    for _ in range(5):
        click(rig.twin.shown, GESTURE)
        rig.machine.tap(GESTURE.x(), GESTURE.y(), 0.05)
    rig.twin.wait_until_same("the gesture")
    for ours, theirs in zip(pins["window"], pins["machine"], strict=True):
        place = rig.twin.place(f"key-{theirs}")
        click(rig.twin.shown, rig.twin.place(f"key-{ours}"))
        rig.machine.tap(place.x(), place.y())
    rig.twin.wait_until_same("the PIN")


def _new_pin(library: Path) -> str:
    import subprocess
    import sys

    words = [sys.executable, "-m", "kiosk", "pin", "new", "--json", "--library", str(library)]
    return str(json.loads(subprocess.run(words, capture_output=True, check=True).stdout)["pin"])


def _back_to_attract(rig: Rig) -> None:
    rig.twin.shown.shell.showAttract()
    _restart_screen(rig)


def _restart_screen(rig: Rig) -> None:
    """The computer's screen starts anew, and both show the attract loop."""
    rig.machine.shell.run("systemctl restart corner-kiosk", 300)
    rig.twin.shown.shell.showAttract()
    settle()
    rig.twin.wait_until_same("a start of the screen", 120)


def _catch_up(rig: Rig, version: int) -> None:
    """The window gets the version that the computer shows."""
    run_cli("install", rig.packs[version - 1], "--library", rig.folder / "library")
    background = rig.twin.shown.background
    assert background
    background.show_newest_generation()
    _restart_screen(rig)
