"""Touch screens, sound cards, graphics cards, memory and starts in the formats of Linux."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.health.checks import graphics, memory, power, speakers, touch_screen
from tests.health_kit import describe
from tests.unprivileged import run_unprivileged

DEVICE = 'I: Bus=0003 Vendor=04e7 Product=0020 Version=0100\nN: Name="{name}"\nP: Phys=usb-1/input0\n'
BITS = "B: PROP={prop}\nB: EV=b\nB: KEY={keys}\nB: ABS=260800000000003\n\n"
SCREEN = DEVICE.format(name="Elo TouchSystems") + BITS.format(prop=2, keys="400 0 0 0 0 0")
PAD = DEVICE.format(name="SynPS/2 Synaptics TouchPad") + BITS.format(prop=5, keys="e520 10000 0 0 0 0")
PEN = DEVICE.format(name="Wacom One Pen Display") + BITS.format(prop=2, keys="1401 0 0 0 0 0")
KEYBOARD = DEVICE.format(name="AT Keyboard") + "B: PROP=0\nB: EV=120013\nB: KEY=402000000 3803078f800d001\n\n"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def written(folder: Path, text: str) -> Path:
    (folder / "file").write_text(text)
    return folder / "file"


def test_touch_screen_is_distinguished_from_pads_and_pens(tmp_path: Path) -> None:
    assert describe(touch_screen.check(written(tmp_path, KEYBOARD + PAD + PEN))) == (
        "attention: No touch screen was found."
    )
    assert describe(touch_screen.check(written(tmp_path, ""))) == "attention: No touch screen was found."
    assert (
        describe(touch_screen.check(written(tmp_path, KEYBOARD + SCREEN + PAD)))
        == "good: Connected: Elo TouchSystems"
    )
    assert describe(touch_screen.check(tmp_path / "no")) == "unknown: This system does not say."


def test_device_list_of_this_machine_can_be_parsed() -> None:
    assert describe(touch_screen.check()).startswith(("good: ", "attention: ", "unknown: "))


def test_sound_cards_are_named(tmp_path: Path) -> None:
    cards = " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH irq 29\n"
    assert describe(speakers.check(written(tmp_path, cards))) == "good: Connected: HDA-Intel - HDA Intel PCH"
    none = "unknown: No sound device was found."
    assert describe(speakers.check(written(tmp_path, "--- no soundcards ---\n"))) == none
    assert describe(speakers.check(tmp_path / "no")) == none


def test_renderer_is_reported(tmp_path: Path) -> None:
    alone = "Drawn by the processor, without a graphics card."
    assert describe(graphics.check("auto", cards=tmp_path)) == f"good: {alone}"
    assert describe(graphics.check("opengl", cards=tmp_path)).startswith("attention: The settings ask for")
    (tmp_path / "renderD128").touch()
    size = "\nScreen: 1920x1080"
    assert (
        describe(graphics.check("auto", "1920x1080", tmp_path)) == f"good: Drawn by the graphics card.{size}"
    )
    assert describe(graphics.check("software", "1920x1080", tmp_path)) == f"good: {alone}{size}"


def test_graphics_card_without_permission_is_reported(tmp_path: Path) -> None:
    (tmp_path / "renderD128").touch(mode=0)
    ask = (
        "import sys, pathlib; from kiosk.health.checks.graphics import check\n"
        "print(check('auto', cards=pathlib.Path(sys.argv[1])).level)"
    )
    assert run_unprivileged(ask, tmp_path) == "attention\n"


def test_low_memory_is_reported(tmp_path: Path) -> None:
    lines = "MemTotal:        4030628 kB\nMemFree:          100000 kB\nMemAvailable:     {} kB\n"
    (good,) = memory.check(written(tmp_path, lines.format(2000000)))
    assert describe(good) == "good: 1.9 GB free of 3.8 GB"
    (low,) = memory.check(written(tmp_path, lines.format(200000)))
    assert describe(low) == "attention: 195 MB free of 3.8 GB"
    assert list(memory.check(tmp_path / "no")) == []


def wtmp(folder: Path, starts: list[tuple[datetime, bool]]) -> Path:
    """Records of starts, each after a shutdown or not, as the system's own tool writes them."""
    tool = shutil.which("utmpdump") or pytest.skip("needs utmpdump")
    line = (
        "[{kind}] [00000] [~~  ] [{user:8}] [~           ] [6.1.0-13-amd64      ] [0.0.0.0        ] [{at}]\n"
    )
    text = ""
    for at, orderly in starts:
        if orderly:
            before = at - timedelta(hours=9)
            text += line.format(kind=1, user="shutdown", at=f"{before:%Y-%m-%dT%H:%M:%S},000000+00:00")
        text += line.format(kind=2, user="reboot", at=f"{at:%Y-%m-%dT%H:%M:%S},000000+00:00")
    file = folder / "wtmp"
    file.write_bytes(
        subprocess.run([tool, "-r"], input=text.encode(), capture_output=True, check=True).stdout
    )
    return file


def test_power_cuts_are_counted(tmp_path: Path) -> None:
    uptime = written(tmp_path, "93784.21 180000.00\n")
    days = [NOW - timedelta(days=n) for n in (80, 60, 20, 10, 5, 4, 3)]
    for orderly, expected in (
        ((True, False, False, True, True, False, False), "good: {}3"),
        ((True, False, False, True, False, False, False), "attention: {}4"),
        ((True,) * 7, "good: {}0"),
    ):
        records = wtmp(tmp_path, list(zip(days, orderly, strict=True)))
        (found,) = power.check(int(NOW.timestamp()), uptime, [tmp_path / "no", records])
        on = "On for 1 d 2 h 3 min\nPower cuts while it was on, in 30 days: "
        assert describe(found) == expected.format(on)


def test_power_cuts_need_records_of_starts(tmp_path: Path) -> None:
    (found,) = power.check(0, written(tmp_path, "60.00 1.00\n"), [])
    assert describe(found) == "good: On for 0 d 0 h 1 min"
    assert list(power.check(0, tmp_path / "no", [])) == []
    torn = wtmp(tmp_path, [(NOW, True)])
    torn.write_bytes(torn.read_bytes()[:-100])
    (found,) = power.check(0, tmp_path / "file", [torn])
    assert "power" in describe(found).lower()
