"""A visitor marks events, scans their codes or prints the list; the next visitor finds an empty tray."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES, translator
from tests.appearance.rules import find_faults
from tests.cups import CupsServer, cups, needs_cups
from tests.flows.qr_codes import SIZES, check_code, read_qr_codes, select_code
from tests.pdf_kit import render_pdf
from tests.screen_kit import (
    copy_library,
    find,
    grab_pixels,
    open_session,
    settle,
    tap,
    texts,
    wait_until,
    window,
)
from tests.unit.events.calendar_readers import first_entry
from tests.unit.store import busy
from tests.unit.viewmodels.sessions import database_with_events, make_session

__all__ = ["cups"]


def scan(shown: KioskWindow) -> str:
    """The text of the one code on the screen."""
    (text,) = read_qr_codes(grab_pixels(shown))
    return text


def scan_event_id(shown: KioskWindow) -> str:
    """The id of the event in the code on the screen, as a phone reads it that keeps one entry."""
    return first_entry(scan(shown))["UID"].partition(".")[0]


@pytest.mark.parametrize("size", SIZES[:3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_marked_scanned_and_removed(size: str, language: str, april: Path) -> None:
    translations = translator(language)
    with window(april, size, language=language) as shown:
        tap(shown, "attract")
        tap(shown, "dock-tray")
        assert translations.text("screens.tray.empty_hint") in texts(shown)
        tap(shown, "tray-events")
        assert (shown.shell.page, shown.shell.pages.theme.themeId) == ("theme", "")
        tap(shown, "dock-calendar")
        tap(shown, "day-2016-04-09")
        tap(shown, "event-exercise-open-evening")
        assert find(shown, "heart").property("label") == translations.text("screens.tray.mark")
        tap(shown, "heart")
        assert find(shown, "heart").property("label") == translations.text("screens.tray.marked")
        assert find(shown, "heart").property("chosen")
        tap(shown, "dock-tray")
        assert find(shown, "dock-tray").property("chosen")
        title = shown.shell.pages.tray.events.rows[0].title
        assert scan(shown).startswith(f"• {title}\n")
        tap(shown, "code-calendar")
        assert scan_event_id(shown) == "exercise-open-evening"
        tap(shown, "code")
        assert scan_event_id(shown) == "exercise-open-evening"
        tap(shown, "close")
        tap(shown, "event-exercise-open-evening")
        assert shown.shell.page == "event"
        tap(shown, "back")
        assert not list(find_faults(shown.view.rootObject()))
        tap(shown, "remove-exercise-open-evening")
        assert translations.text("screens.tray.empty") in texts(shown)
        assert find(shown, "dock-tray").property("number") == 0


def scan_all(shown: KioskWindow, after: str, count: int) -> Iterator[str]:
    """The ids of the events of that many codes, each counted on the screen; `after` steps to the next."""
    for number in range(1, count + 1):
        assert f"{number} / {count}" in texts(shown)
        yield scan_event_id(shown)
        tap(shown, after)


@pytest.mark.parametrize("size", SIZES[:3])
def test_thirty_events_are_scanned_from_several_codes(size: str) -> None:
    ids = sorted(one.id for one in busy.CROWD)
    with open_session(make_session("kk", database=database_with_events(*busy.EVENTS)), size) as shown:
        tap(shown, "attract")
        for id in (*ids, busy.YEAR.id):
            shown.shell.pages.tray.toggle(id)
        tap(shown, "dock-tray")
        assert translator("kk").plural("screens.tray.undated", 1) in texts(shown)
        tap(shown, "code-calendar")
        assert sorted(scan_all(shown, "code-after", len(ids))) == ids
        tap(shown, "code")
        assert sorted(scan_all(shown, "sheet-after", len(ids))) == ids
        assert not list(find_faults(shown.view.rootObject()))
        tap(shown, "close")
        tap(shown, "tray-clear")
        assert shown.shell.pages.tray.marked == []


@pytest.mark.parametrize("size", SIZES[:3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_undated_event_is_scanned_as_text(size: str, language: str, april: Path) -> None:
    with window(april, size, language=language) as shown:
        tap(shown, "attract")
        shown.shell.openEvent("love-to-code")
        settle()
        tap(shown, "heart")
        tap(shown, "dock-tray")
        assert "https://kz.usembassy.gov/25-years/love-to-code" in scan(shown)
        assert translator(language).text("screens.event.text_title") in texts(shown)
        assert translator(language).plural("screens.tray.undated", 1) in texts(shown)
        assert not list(find_faults(shown.view.rootObject()))


@pytest.mark.parametrize(("size", "language"), [*zip(SIZES, cycle(("kk", "ru", "en")), strict=False)])
@pytest.mark.parametrize("programme", ["april", "corner_month"])
def test_all_events_of_a_programme_are_read_from_the_tray(
    size: str, language: str, programme: str, request: pytest.FixtureRequest
) -> None:
    library = request.getfixturevalue(programme)
    with window(library, size, language=language, at="2016-04-06T17:40") as shown:
        session, page = shown.shell.session, shown.shell.pages.tray
        assert session.programme
        titles = []
        for card in session.programme.catalogue.cards(None):
            page.toggle(card.id)
            titles.append(f"• {session.localise(card.title)}")
        tap(shown, "attract")
        tap(shown, "dock-tray")
        lines: list[str] = []
        for code in page.code_viewer.codes:
            select_code(page.code_viewer, code)
            check_code(shown, page.code_viewer, size)
            assert not list(find_faults(shown.view.rootObject()))
            lines += code.payload.splitlines()
        assert set(titles) <= set(lines)


def test_the_tray_is_cleared_for_the_next_visitor(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        shown.shell.openEvent("techforum")
        settle()
        tap(shown, "heart")
        shown.shell.showAttract()
        tap(shown, "attract")
        assert find(shown, "dock-tray").property("number") == 0
        shown.shell.openEvent("techforum")
        settle()
        assert not find(shown, "heart").property("chosen")


@needs_cups
def test_a_visitor_prints_the_list(demo: Path, tmp_path: Path, cups: CupsServer) -> None:
    print_folder = cups.add_scripted_printer("Hall", "")
    settings = tmp_path / "kiosk.toml"
    settings.write_text('visitor_prints = "on"\nprinter = "Hall"\nlanguage = "kk"\n')
    library = copy_library(demo, tmp_path / "library")
    with window(library, "1080x1920", settings=settings, language=None) as shown:
        shown.start_background()
        shown.shell.goHome()
        for id in ("techforum", "love-to-code"):
            shown.shell.pages.tray.toggle(id)
        tap(shown, "dock-tray")
        tap(shown, "print-flyer")
        wait_until(lambda: not shown.shell.pages.tray.print_state.busy)
        assert shown.shell.pages.tray.print_state.message == "Принтерден алыңыз."
        (file,) = print_folder.glob("*.pdf")
        (printed_page,) = render_pdf(file, 50)
        assert printed_page.shape == (585, 414)  # A4
        assert not list(find_faults(shown.view.rootObject()))


@needs_cups
def test_a_visit_prints_at_most_its_limit_of_pages(demo: Path, tmp_path: Path, cups: CupsServer) -> None:
    print_folder = cups.add_scripted_printer("Hall", "")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(
        'visitor_prints = "on"\nvisitor_prints_per_visit = 3\nprinter = "Hall"\nlanguage = "ru"\n'
    )
    translations = translator("ru")
    library = copy_library(demo, tmp_path / "library")
    with window(library, "1280x1024", settings=settings, language=None) as shown:
        shown.start_background()
        shown.shell.goHome()
        session, page = shown.shell.session, shown.shell.pages.tray
        assert session.programme
        for card in session.programme.catalogue.cards(session.now, limit=7):
            page.toggle(card.id)
        tap(shown, "dock-tray")

        def print_list() -> str:
            tap(shown, "print-flyer")
            wait_until(lambda: not page.print_state.busy)
            return str(page.print_state.message)

        assert print_list() == translations.text("flyers.take")
        assert print_list() == translations.text("flyers.visitor_pages", pages=2, most=1)
        assert not list(find_faults(shown.view.rootObject()))
        page.toggle(page.marked[0])
        assert page.print_state.message == ""
        assert print_list() == translations.text("flyers.take")
        assert print_list() == translations.text("flyers.visit_cap")
        assert sorted(len(render_pdf(file, 50)) for file in print_folder.glob("*.pdf")) == [1, 2]
