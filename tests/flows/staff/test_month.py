"""The staff page Month: programmes held, attendance that staff type in and correct, the file on a stick."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kiosk.app.window import KioskWindow
from kiosk.base.clock import Clock
from kiosk.base.limits import DAY
from kiosk.base.time_zones import zone
from kiosk.store.programme_record import read_programmes
from kiosk.viewmodels.staff.month.page import MonthPage
from tests.appearance.rules import find_faults
from tests.month_kit import CornerLibrary, meeting
from tests.month_library import month_library
from tests.mounts import fill, mounted_tmpfs
from tests.screen_kit import (
    centre,
    click,
    find,
    is_dead,
    items,
    run_cli,
    settle,
    tap,
    texts,
    wait_until,
    window,
)
from tests.staff_page import staff_page
from tests.stick import MOUNT_OPTIONS, Stick
from tests.unit.store.sample import ZONE

pytestmark = pytest.mark.xdist_group("screen")


@pytest.fixture
def corner(tmp_path: Path) -> CornerLibrary:
    return month_library(tmp_path)


@contextmanager
def open_month_page(
    corner: CornerLibrary, size: str = "1280x1024"
) -> Iterator[tuple[KioskWindow, MonthPage]]:
    """Open the page Month and wait for its report."""
    with staff_page(corner.folder, "month", MonthPage, size, settings=corner.settings_file) as (shown, month):
        wait_until_read(month)
        yield shown, month


def wait_until_read(month: MonthPage) -> None:
    wait_until(lambda: month._reader is None and month._pad._child is None)
    settle()


def go_back(shown: KioskWindow, month: MonthPage) -> None:
    tap(shown, "month-before")
    wait_until_read(month)


def type_number(shown: KioskWindow, month: MonthPage, place: int, keys: str, then: str = "pad-save") -> None:
    """Tap the button of a programme, then these keys, then that button."""
    month.choose(place)
    settle()
    for key in keys:
        tap(shown, "key-erase" if key == "<" else f"key-{key}")
    tap(shown, then)
    wait_until_read(month)


def numbers(month: MonthPage) -> list[str]:
    """The figures of the month: held, attended, missing."""
    held, attended, typed, missing = (row.number for row in month._totals.rows)
    assert int(typed) + int(missing) == int(held)
    return [held, attended, missing]


def outcomes(month: MonthPage) -> list[str]:
    return [row.outcome for row in month._programmes.rows]


def recorded(corner: CornerLibrary) -> dict[str, int | None]:
    """The numbers in the record of the rehearsal, by begin."""
    file = corner.folder / "rehearsed-programmes.db"
    return {one.begin: one.attended for one in read_programmes(file)}


def test_the_programmes_of_this_month_and_of_the_month_before(corner: CornerLibrary) -> None:
    with open_month_page(corner) as (shown, month):
        assert find(shown, "month-name").property("text") == "April 2016"
        assert numbers(month) == ["1", "–", "1"]
        assert find(shown, "month-before").property("label") == "March"
        assert not [item for item in items(shown) if item.objectName() == "month-after"]
        go_back(shown, month)
        assert find(shown, "month-name").property("text") == "March 2016"
        assert numbers(month) == ["6", "–", "6"]
        assert [row.label for row in month._themes.rows] == ["Friendship e", "Innovation e"]
        assert [row.detail.split(",")[0] for row in month._programmes.rows][:2] == ["30 March", "25 March"]
        tap(shown, "month-after")
        wait_until_read(month)
        assert numbers(month) == ["1", "–", "1"]


def test_staff_type_a_number_correct_it_and_erase_it(corner: CornerLibrary) -> None:
    with open_month_page(corner) as (shown, month):
        go_back(shown, month)
        for keys, outcome, figures in (
            ("24", "24", ["6", "24", "5"]),
            ("7", "7", ["6", "7", "5"]),
            ("0", "0", ["6", "0", "5"]),
            ("<", "Type in", ["6", "–", "6"]),
            ("0012<", "1", ["6", "1", "5"]),
        ):
            type_number(shown, month, 0, keys)
            assert (outcomes(month)[0], numbers(month)) == (outcome, figures)
        assert recorded(corner)["2016-03-30T18:00"] == 1
        type_number(shown, month, 1, "12")
        assert [(row.held, row.attended) for row in month._themes.rows] == [("5", "1"), ("1", "12")]
    assert not (corner.folder / "programmes.db").exists()


def test_a_number_that_is_too_large_is_refused_with_a_sentence(corner: CornerLibrary) -> None:
    with open_month_page(corner) as (shown, month):
        month.choose(0)
        settle()
        for _ in range(5):
            tap(shown, "key-9")
        assert find(shown, "pad-number").property("text") == "9999"
        assert find(shown, "pad-line").property("text").startswith("More than 9999 cannot be typed in")
        tap(shown, "pad-save")
        settle()
        assert month.pad.isOpen  # nobody meant this number
        tap(shown, "key-erase")
        tap(shown, "pad-save")
        wait_until_read(month)
        assert outcomes(month) == ["999"]


def test_a_programme_that_did_not_take_place_is_not_counted(corner: CornerLibrary) -> None:
    with open_month_page(corner) as (shown, month):
        type_number(shown, month, 0, "", "pad-off")
        assert (outcomes(month), numbers(month)) == (["Did not take place"], ["0", "0", "0"])
        type_number(shown, month, 0, "")
        assert outcomes(month) == ["Did not take place"]
        type_number(shown, month, 0, "5")
        assert (outcomes(month), numbers(month)) == (["5"], ["1", "5", "0"])
        type_number(shown, month, 0, "8", "pad-leave")
        assert outcomes(month) == ["5"]


def test_double_taps_count_once(corner: CornerLibrary) -> None:
    """Saving, leaving and opening; a key and a month count every tap."""
    with open_month_page(corner) as (shown, month):
        month.choose(0)
        settle()
        for name in ("key-1", "pad-save"):
            wait_until(lambda name=name: not is_dead(shown, centre(find(shown, name))))
            point = centre(find(shown, name))
            click(shown, point)
            click(shown, point)
        wait_until_read(month)
        assert (outcomes(month), month._pad.isOpen) == (["11"], False)
        point = centre(find(shown, "month-before"))
        wait_until(lambda: not is_dead(shown, point))
        click(shown, point)
        click(shown, point)
        wait_until_read(month)
        assert find(shown, "month-name").property("text") == "February 2016"
        assert any(text.startswith("No event at this Corner has ended") for text in texts(shown))


def test_on_a_full_disk_a_number_stays_on_the_pad(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=8m") as disk:
        corner = month_library(disk)
        with open_month_page(corner) as (shown, month):
            filler = fill(disk)
            type_number(shown, month, 0, "24")
            assert month._pad.isOpen and month._pad.hasFailed
            assert find(shown, "pad-number").property("text") == "24"
            assert find(shown, "pad-line").property("text").startswith("The disk is full")
            filler.unlink()
            tap(shown, "pad-save")
            wait_until_read(month)
            assert outcomes(month) == ["24"]


def test_a_month_of_many_programmes_is_shown_in_parts(tmp_path: Path) -> None:
    corner = CornerLibrary(tmp_path)
    times = [f"2016-04-02T{hour:02}:{minute:02}" for hour in range(9, 18) for minute in range(0, 60, 12)]
    corner.install({"club": map(meeting, times)})
    run_cli("pin", "new", "--library", corner.folder)
    with open_month_page(corner) as (shown, month):
        assert (numbers(month)[0], len(outcomes(month))) == ("45", 40)
        assert find(shown, "month-rest").property("label") == "5 more events"
        assert month._programmes.rows[0].detail.startswith("2 April, 17:48")
        tap(shown, "month-rest")
        assert len(outcomes(month)) == 45
        assert "month-rest" not in [item.objectName() for item in items(shown)]


def test_a_kiosk_that_runs_records_by_itself(tmp_path: Path) -> None:
    now = int(time.time())
    corner = CornerLibrary(tmp_path, now - DAY)
    yesterday = f"{datetime.fromtimestamp(now - DAY, zone(ZONE)):%Y-%m-%dT%H:%M}"
    corner.install({"club": [meeting(yesterday)]}, Clock.system())
    file = corner.folder / "programmes.db"
    with window(corner.folder, at=None, settings=corner.settings_file) as shown:
        shown.start_background()
        wait_until(lambda: read_programmes(file))
    assert [one.begin for one in read_programmes(file)] == [yesterday]


def test_the_report_is_saved_on_the_stick(corner: CornerLibrary) -> None:
    with open_month_page(corner) as (shown, month), Stick(corner.folder.parent, "FOR-THE-EMBASSY") as stick:
        assert find(shown, "save-line").property("text").startswith("Plug in a USB stick")
        type_number(shown, month, 0, "24")
        stick.plug_in()
        wait_until(lambda: month.canSave)
        shown.shell.setLanguage("kk")
        settle()
        for kind in ("csv", "xlsx"):
            tap(shown, f"save-{kind}")
            wait_until(lambda: month.message and not month.saver.is_running)
            name = f"month 2016-04 corner-almaty.{kind}"
            assert month.message == f"Флешкаға сақталды: «{name}». Енді флешканы шығаруға болады."
        assert "«Кодты сүйемін»" in (stick.path / "month 2016-04 corner-almaty.csv").read_text("utf-8-sig")
        book = CalamineWorkbook.from_path(stick.path / name)
        assert book.get_sheet_by_name("Осы айдағы іс-шаралар").to_python()[1][3] == 24
        stick.unplug()
        wait_until(lambda: not month.canSave)
        assert month.message.startswith("Флешкаға сақталды")


def test_a_stick_that_is_pulled_or_locked_is_reported_and_nothing_is_lost(corner: CornerLibrary) -> None:
    with open_month_page(corner) as (shown, month), Stick(corner.folder.parent, "LOCKED") as stick:
        type_number(shown, month, 0, "24")
        stick.plug_in(f"{MOUNT_OPTIONS},ro")
        wait_until(lambda: month.canSave)
        settle()
        tap(shown, "save-xlsx")
        wait_until(lambda: month.message and not month.saver.is_running)
        assert month.hasFailed and "is write-protected" in month.message
        target = stick.path
        subprocess.run(["umount", "--lazy", target], check=True)
        target.rmdir()
        month.saver.save("month", "export", target, "--json")  # it was pulled between the tap and the child
        wait_until(lambda: month.message and not month.saver.is_running)
        assert month.hasFailed and "is not there" in month.message
        assert outcomes(month) == ["24"]


def test_without_a_corner_the_page_asks_for_the_setting(corner: CornerLibrary) -> None:
    with staff_page(corner.folder, "month", MonthPage) as (shown, month):
        wait_until_read(month)
        assert any("does not know in which Corner it stands" in text for text in texts(shown))
        assert "Events held" not in texts(shown)


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1366x768", "3840x2160"])
def test_the_page_keeps_the_layout_rules(corner: CornerLibrary, size: str) -> None:
    with open_month_page(corner, size) as (shown, month):
        found = []
        go_back(shown, month)
        type_number(shown, month, 0, "9999")
        type_number(shown, month, 1, "", "pad-off")
        for pad in (False, True):
            if pad:
                month.choose(1)
                for _ in range(5):
                    month._pad.press("9")
            for language in ("kk", "ru", "en"):
                shown.shell.setLanguage(language)
                settle()
                found += [f"{pad} {language}: {fault}" for fault in find_faults(shown.view.rootObject())]
        assert not found, "\n".join(found)
