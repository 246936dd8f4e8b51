"""A visitor marks events, scans them off the screen or prints them, and leaves nothing behind."""

from pathlib import Path

import pytest
from icalendar import Calendar

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.library.crash_guard import CrashGuard
from tests.appearance.rules import find_faults
from tests.cups import CupsServer, cups, needs_cups
from tests.flows import codes
from tests.pdf_kit import render_pdf
from tests.screen_kit import (
    copy_library,
    find,
    grab_pixels,
    open_session,
    settle,
    tap,
    tap_targets,
    texts,
    wait_until,
    window,
)
from tests.unit.store import busy
from tests.unit.viewmodels.sessions import database_with_events, make_session

__all__ = ["cups"]
SIZES = ["1920x1080", "1080x1920", "1280x1024"]


def scanned(shown: KioskWindow) -> list[str]:
    """The ids of the events that a phone takes off the screen."""
    (text,) = codes.read(grab_pixels(shown))
    calendar = Calendar.from_ical(text)
    assert isinstance(calendar, Calendar)
    return [str(event["UID"]) for event in calendar.events]


def names(shown: KioskWindow) -> list[str]:
    return [item.objectName() for item in tap_targets(shown)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_marked_and_scanned_and_gone(size: str, language: str, april: Path) -> None:
    said = translator(language)
    with window(april, size, language=language) as shown:
        tap(shown, "attract")
        assert "dock-tray" not in names(shown)
        tap(shown, "dock-calendar")
        tap(shown, "day-2016-04-09")
        tap(shown, "event-exercise-open-evening")
        assert find(shown, "heart").property("label") == said.text("screens.tray.mark")
        tap(shown, "heart")
        assert find(shown, "heart").property("label") == said.text("screens.tray.marked")
        assert find(shown, "heart").property("chosen")
        tap(shown, "dock-tray")
        assert find(shown, "dock-tray").property("chosen")
        assert scanned(shown) == ["exercise-open-evening"]
        tap(shown, "enlarge")
        assert scanned(shown) == ["exercise-open-evening"]
        tap(shown, "close")
        tap(shown, "event-exercise-open-evening")
        assert shown.shell.page == "event"
        tap(shown, "back")
        assert not list(find_faults(shown.view.rootObject()))
        tap(shown, "remove-exercise-open-evening")
        assert said.text("screens.tray.empty") in texts(shown)
        assert "dock-tray" not in names(shown)


@pytest.mark.parametrize("size", SIZES)
def test_thirty_events_are_read_off_one_code_after_the_other(size: str) -> None:
    ids = sorted(one.id for one in busy.CROWD)
    with open_session(make_session("kk", database=database_with_events(*busy.EVENTS)), size) as shown:
        tap(shown, "attract")
        for id in (*ids, busy.YEAR.id):
            shown.shell.tray_page.toggle(id)
        tap(shown, "dock-tray")
        code = find(shown, "code")
        assert code.property("side") >= 3 * code.property("modules")
        assert translator("kk").plural("screens.tray.undated", 1) in texts(shown)
        found = scanned(shown)
        while len(found) < len(ids):
            tap(shown, "code-after")
            found += scanned(shown)
        assert sorted(found) == ids
        tap(shown, "enlarge")
        found = scanned(shown)
        while len(found) < len(ids):
            tap(shown, "sheet-after")
            found += scanned(shown)
        assert sorted(found) == ids
        assert not list(find_faults(shown.view.rootObject()))
        tap(shown, "close")
        tap(shown, "tray-clear")
        assert shown.shell.tray_page.marked == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_day_is_scanned_as_the_address_it_gives(size: str, language: str, april: Path) -> None:
    with window(april, size, language=language) as shown:
        tap(shown, "attract")
        shown.shell.openEvent("love-to-code")
        settle()
        tap(shown, "heart")
        tap(shown, "dock-tray")
        assert codes.read(grab_pixels(shown)) == ["https://kz.usembassy.gov/25-years/love-to-code"]
        assert translator(language).text("screens.event.register_title") in texts(shown)
        assert translator(language).plural("screens.tray.undated", 1) in texts(shown)
        assert not list(find_faults(shown.view.rootObject()))


def test_the_next_visitor_finds_no_heart(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        shown.shell.openEvent("techforum")
        settle()
        tap(shown, "heart")
        shown.shell.showAttract()
        tap(shown, "attract")
        assert "dock-tray" not in names(shown)
        shown.shell.openEvent("techforum")
        settle()
        assert not find(shown, "heart").property("chosen")


@needs_cups
def test_a_visitor_takes_the_list_along(demo: Path, tmp_path: Path, cups: CupsServer) -> None:
    taken = cups.add_scripted_printer("Hall", "")
    settings = tmp_path / "kiosk.toml"
    settings.write_text('visitor_prints = "on"\nprinter = "Hall"\nlanguage = "kk"\n')
    library = copy_library(demo, tmp_path / "library")
    with window(library, "1080x1920", settings=settings, language=None) as shown:
        shown.start_background(CrashGuard(library))
        shown.shell.goHome()
        for id in ("techforum", "love-to-code"):
            shown.shell.tray_page.toggle(id)
        tap(shown, "dock-tray")
        tap(shown, "print-flyer")
        wait_until(lambda: not shown.shell.tray_page.print_state.busy)
        assert shown.shell.tray_page.print_state.message == "Принтерден алыңыз."
        (sheet,) = taken.glob("*.pdf")
        (paper,) = render_pdf(sheet, 50)
        assert paper.shape == (585, 414)  # A4
        assert not list(find_faults(shown.view.rootObject()))


@needs_cups
def test_a_visit_has_as_many_pages_as_it_may_and_a_longer_list_is_told(
    demo: Path, tmp_path: Path, cups: CupsServer
) -> None:
    taken = cups.add_scripted_printer("Hall", "")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(
        'visitor_prints = "on"\nvisitor_prints_per_visit = 3\nprinter = "Hall"\nlanguage = "ru"\n'
    )
    said = translator("ru")
    library = copy_library(demo, tmp_path / "library")
    with window(library, "1280x1024", settings=settings, language=None) as shown:
        shown.start_background(CrashGuard(library))
        shown.shell.goHome()
        session, page = shown.shell.session, shown.shell.tray_page
        assert session.programme
        for card in session.programme.catalogue.cards(session.now, limit=7):
            page.toggle(card.id)
        tap(shown, "dock-tray")

        def printed() -> str:
            tap(shown, "print-flyer")
            wait_until(lambda: not page.print_state.busy)
            return str(page.print_state.message)

        assert printed() == said.text("flyers.take")
        assert printed() == said.text("flyers.visitor_pages", pages=2, most=1)
        assert not list(find_faults(shown.view.rootObject()))
        page.toggle(page.marked[0])
        assert page.print_state.message == ""
        assert printed() == said.text("flyers.take")
        assert printed() == said.text("flyers.visit_cap")
        assert sorted(len(render_pdf(sheet, 50)) for sheet in taken.glob("*.pdf")) == [1, 2]
