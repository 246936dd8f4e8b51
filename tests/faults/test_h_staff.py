"""Fault catalogue, rows G9, H8 and H11: two sticks, fast typing, and staff who walk away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.sources.stick import Partition, Stick
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.staff import area as areas
from kiosk.viewmodels.staff.area import StaffArea
from tests.screen_kit import copy_library, demo, find, qapp, settle, texts, wait_until, window

__all__ = ["demo", "qapp"]


@pytest.fixture
def kiosk(demo: Path, tmp_path: Path) -> Iterator[KioskWindow]:
    library = copy_library(demo, tmp_path / "library")
    with window(library, "1280x800") as shown:
        shown.start_background()
        yield shown


def opened(shown: KioskWindow) -> StaffArea:
    assert shown.background
    shown.staff_entrance.open()
    wait_until(lambda: "Type the six digits" in texts(shown))
    return shown.staff_entrance.area()


def plugged(folder: Path, name: str, safe: bool = True) -> Stick:
    return Stick((Partition(folder, "/dev/sdx1", name, "vfat", read_only=False, safe=safe),))


def test_g09_with_two_sticks_one_must_be_removed(kiosk: KioskWindow, demo: Path, tmp_path: Path) -> None:
    background, packs = kiosk.background, demo.parent
    assert background
    area = opened(kiosk)
    area.enter()
    background.offers.scan_sticks([plugged(packs, "ONE"), plugged(tmp_path, "TWO")])
    wait_until(lambda: any("There are two sticks" in text for text in texts(kiosk)))
    assert not kiosk.shell.packAvailable
    background.offers.scan_sticks([plugged(packs, "ONE")])
    wait_until(lambda: kiosk.shell.packAvailable)
    background.offers.scan_sticks([plugged(packs, "ONE", safe=False)])
    wait_until(lambda: any("unsafe way" in text for text in texts(kiosk)))
    assert background.offers.source is None


def test_h08_fast_typing_makes_one_attempt_at_a_time(kiosk: KioskWindow) -> None:
    """Digits from a keyboard wedge and from fingers at the same time."""
    area = opened(kiosk)
    pad = area.pin_pad
    for _ in range(50):
        for digit in "000000":
            pad.press(digit)
        assert len(area.findChildren(ChildProcess)) <= 1
    wait_until(lambda: any("14 more wrong tries" in text for text in texts(kiosk)))


def test_h08_only_a_refusal_is_in_the_colour_of_errors(kiosk: KioskWindow) -> None:
    """While the PIN is checked the line is as calm as before."""
    area = opened(kiosk)
    pad = area.pin_pad

    def colour() -> object:
        settle()
        return find(kiosk, "pin-line").property("color")

    wait_until(lambda: pad.property("acceptsDigits"))
    calm = colour()
    for _ in range(5):
        for digit in "000000":
            pad.press(digit)
        assert pad.property("isChecking") and colour() == calm
        wait_until(lambda: not pad.property("isChecking"))
        assert (colour() == calm) is bool(pad.property("acceptsDigits"))
    assert not pad.property("acceptsDigits")


def test_h08_other_keys_are_ignored(kiosk: KioskWindow) -> None:
    pad = opened(kiosk).pin_pad
    for key in ("a", "", "é", "12", "\n", "٣"):
        pad.press(key)
    assert pad.property("digitCount") == 0
    pad.press("7")
    pad.erase()
    pad.erase()
    assert pad.property("digitCount") == 0


def test_h11_the_staff_area_closes_when_staff_walk_away(
    kiosk: KioskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(areas, "IDLE_LIMIT", 5000)  # the pad, too, has to be there before that
    area = opened(kiosk)
    area.enter()
    settle()
    assert "Programmes" in texts(kiosk)
    wait_until(lambda: kiosk.shell.page == "attract")
    area.show("packs")
    assert kiosk.shell.page == "attract"
    opened(kiosk)
    assert find(kiosk, "key-1")


def test_h11_the_staff_area_closes_after_ten_minutes_in_use(
    kiosk: KioskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(areas, "OPEN_LIMIT", 8000)  # the pad has to be there before that
    area = opened(kiosk)
    area.enter()
    settle()
    monkeypatch.setattr(areas, "IDLE_LIMIT", 1000)

    def touched_and_closed() -> bool:
        kiosk.shell.registerActivity()
        return kiosk.shell.page == "attract"

    wait_until(touched_and_closed, seconds=60)
