"""The staff page Visits: shows counts and saves them as tables on a stick."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.store.visit_counts import CountKey, add_counts
from kiosk.viewmodels.staff.visits.page import VisitsPage
from kiosk.visits.tally import Tally
from tests.appearance.rules import find_faults
from tests.screen_kit import copy_library, find, run_cli, settle, tap, texts, wait_until
from tests.staff_page import staff_page
from tests.stick import MOUNT_OPTIONS, Stick

TODAY = date(2016, 4, 3)
EVENTS = ("love-to-code", "techforum", "global-health", "no-longer-there")


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Path:
    """A library with the counts of 400 days: one visit a day, two on the last."""
    library = copy_library(demo, tmp_path / "library")
    run_cli("pin", "new", "--library", library)
    days = [(TODAY - timedelta(days=past)).isoformat() for past in range(400)]
    counts = {CountKey(day, "session", ""): 1 for day in days} | {CountKey(days[0], "session", ""): 2}
    counts |= {CountKey(days[0], "event", event): 4 - index for index, event in enumerate(EVENTS)}
    counts |= {CountKey(day, "language", code): 1 for day in days for code in ("kk", "ru")}
    add_counts(library / "visits.db", counts | {CountKey(days[0], "code", "love-to-code"): 2})
    return library


@contextmanager
def open_visits_page(library: Path, size: str = "1280x1024") -> Iterator[tuple[KioskWindow, VisitsPage]]:
    """Open the page Visits and wait for its counts."""
    with staff_page(library, "visits", VisitsPage, size) as (shown, visits):
        wait_until_counted(visits)
        yield shown, visits


def wait_until_counted(visits: VisitsPage) -> None:
    wait_until(lambda: visits._reader is None)
    settle()


def test_the_counts_of_a_week_a_month_and_a_year(library: Path) -> None:
    with open_visits_page(library) as (shown, visits):
        for index, (bars, total, dates) in enumerate(
            [
                (7, "8", "28 March – 3 April 2016"),
                (30, "31", "5 March – 3 April 2016"),
                (12, "340", "1 May 2015 – 3 April 2016"),
            ]
        ):
            tap(shown, f"period-{index}")
            wait_until_counted(visits)
            assert (visits.time.rowCount(), visits.numbers.rows[0].number) == (bars, total)
            assert find(shown, "visits-dates").property("text") == dates
        assert [row.number for row in visits.numbers.rows] == ["340", "10", "2", "0"]
        assert [(row.label, row.number, row.fraction) for row in visits.events.rows] == [
            ("“Love to Code” Tech Tour", "4", 1.0),
            ("TechForum", "3", 0.75),
            ("Global Health", "2", 0.5),
            ("no-longer-there", "1", 0.25),
        ]
        assert visits.time.rows[0].label == "MAY"
        assert any(text.startswith("The kiosk counts how often, never who") for text in texts(shown))


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1366x768", "3840x2160"])
def test_the_page_keeps_the_layout_rules(library: Path, size: str) -> None:
    with open_visits_page(library, size) as (shown, visits):
        found = []
        for index in range(3):
            visits.choose(index)
            wait_until_counted(visits)
            for language in ("kk", "ru", "en"):
                shown.shell.setLanguage(language)
                settle()
                found += [f"{index} {language}: {fault}" for fault in find_faults(shown.view.rootObject())]
        assert not found, "\n".join(found)


def test_the_counts_are_saved_on_the_stick(library: Path) -> None:
    with open_visits_page(library) as (shown, visits), Stick(library.parent, "FOR-THE-REPORT") as stick:
        assert find(shown, "save-line").property("text").startswith("Plug in a USB stick")
        stick.plug_in()
        wait_until(lambda: visits.canSave)
        shown.shell.setLanguage("kk")
        settle()
        for kind in ("csv", "xlsx"):
            tap(shown, f"save-{kind}")
            wait_until(lambda: visits.message and not visits.saver.is_running)
            name = f"visits 2016-03-05 to 2016-04-03.{kind}"
            assert visits.message == f"Флешкаға сақталды: «{name}». Енді флешканы шығаруға болады."
            assert (stick.path / name).stat().st_size > 100
        assert "Күн;" in (stick.path / "visits 2016-03-05 to 2016-04-03.csv").read_text("utf-8-sig")
        stick.unplug()
        wait_until(lambda: not visits.canSave)
        assert visits.message.startswith("Флешкаға сақталды")


def test_a_write_protected_stick_is_reported(library: Path) -> None:
    with open_visits_page(library) as (shown, visits), Stick(library.parent, "LOCKED") as stick:
        stick.plug_in(f"{MOUNT_OPTIONS},ro")
        wait_until(lambda: visits.canSave)
        settle()
        tap(shown, "save-csv")
        wait_until(lambda: visits.message and not visits.saver.is_running)
        assert visits.hasFailed
        assert "is write-protected" in visits.message


def test_damaged_counts_are_reported(library: Path) -> None:
    (library / "visits.db").write_bytes(b"rubbish")
    with open_visits_page(library) as (shown, visits):
        assert find(shown, "visits-trouble").property("text").startswith("The visit counts on this computer")
        assert not visits.canSave


def test_staff_are_not_counted(library: Path) -> None:
    before = (library / "visits.db").read_bytes()
    with open_visits_page(library) as (shown, visits):
        shown.shell.session.tally = tally = Tally(library / "visits.db", lambda: "2016-04-03")
        tap(shown, "period-0")
        tap(shown, "Русский")
        wait_until_counted(visits)
        tap(shown, "leave")
        tally.close()
    assert (library / "visits.db").read_bytes() == before
