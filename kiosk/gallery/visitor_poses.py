"""The states of the pages for visitors."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from kiosk.gallery.pose import Pose
from kiosk.gallery.selection import EVERYTHING, Selection
from kiosk.programme.choices import Choice
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.calendar.page import UNDATED_EVENTS
from kiosk.viewmodels.visitor.event.page import EventPage


def visitor_poses(session: Session, selection: Selection = EVERYTHING) -> Iterator[Pose]:
    """The states of a kiosk with a programme, in the order a visitor may see them.

    Of the pages of events only those of the `selection`.
    """
    assert session.programme is not None
    catalogue = session.programme.catalogue
    yield "attract", Shell.showAttract
    yield "attract-next", _show_next_slide
    yield "home", Shell.goHome
    for choice in Choice:
        yield f"choice-{choice}", partial(_show_choice, choice)
    yield "events", partial(show_theme, "")
    yield "events-filtered", _show_filters
    event_with_codes = event_with_picture = ""
    for theme in catalogue.themes():
        yield f"theme-{theme.id}", partial(show_theme, theme.id)
        for card in catalogue.cards(None, theme=theme.id):
            if not selection.has_event(card.id):
                continue
            yield f"event-{card.id}", partial(show_event, card.id, 0)
            event_with_picture = event_with_picture or (card.id if card.picture else "")
            kinds = _code_kinds(session, card.id)
            event_with_codes = event_with_codes or (card.id if kinds else "")
            for position, kind in list(enumerate(kinds))[1:]:
                yield f"event-{card.id}-{kind}", partial(show_event, card.id, position)
    yield "calendar", show_calendar
    if day := catalogue.next_day(date.fromisoformat(session.today), dated=True):
        yield "calendar-day", partial(show_calendar, chosen=day.isoformat())
    yield "calendar-undated", partial(show_calendar, chosen=UNDATED_EVENTS)
    yield "calendar-far", partial(show_calendar, months=24)
    yield "past", Shell.openPast
    yield "map", show_map
    yield "search", _show_search
    yield "search-typed", partial(_show_search, text="а")
    yield "search-nothing", partial(_show_search, text="цирк")
    if event_with_codes:
        yield "code-enlarged", partial(_show_enlarged_code, event_with_codes)
    if event_with_picture:
        yield "event-viewer", partial(_show_viewer, event_with_picture)
        yield "event-viewer-last", partial(_show_viewer, event_with_picture, steps=-1)
    yield "tray-empty", partial(show_tray, ())
    ids = [card.id for card in catalogue.cards(session.now)]
    yield "tray", partial(show_tray, ids)
    yield "tray-enlarged", partial(show_tray, ids, enlarged=True)
    yield "idle-question", _show_idle_question


def _show_next_slide(shell: Shell) -> None:
    shell.showAttract()
    shell.pages.attract.advance()


def _show_choice(choice: Choice, shell: Shell) -> None:
    shell.open("choice", choice.value)


def first_event_id(session: Session) -> str:
    """The id of the first event of the programme."""
    assert session.programme is not None
    return next(card.id for card in session.programme.catalogue.cards(None))


def _code_kinds(session: Session, event_id: str) -> list[str]:
    page = EventPage(session)
    page.open(event_id)
    return [tab.kind for tab in page.code_viewer.code_tabs.rows]


def show_theme(theme_id: str, shell: Shell) -> None:
    shell.openTheme(theme_id)


def _show_filters(shell: Shell) -> None:
    """Choose the first option of the first filter that has any, and show the options of the next filter."""
    shell.openTheme("")
    bar = shell.pages.theme.filter_bar
    for is_second in (False, True):
        if kind := next((row.kind for row in bar.kind_rows.rows if row.hasChoices and not row.chosen), ""):
            bar.toggleKind(kind)
            if not is_second:
                bar.toggleChoice(bar.choice_rows.rows[0].value)


def show_event(event_id: str, code: int, shell: Shell) -> None:
    shell.openEvent(event_id)
    viewer = shell.pages.event.code_viewer
    viewer.select(viewer.code_tabs.rows[code].kind)


def _show_enlarged_code(event_id: str, shell: Shell) -> None:
    shell.openEvent(event_id)
    shell.pages.event.code_viewer.enlarge(True)


def _show_viewer(event_id: str, shell: Shell, *, steps: int = 0) -> None:
    shell.openEvent(event_id)
    shell.pages.event.media_viewer.open()
    shell.pages.event.media_viewer.step(steps)


def show_tray(ids: Sequence[str], shell: Shell, *, enlarged: bool = False) -> None:
    page = shell.pages.tray
    page.reset()
    for id in ids:
        page.toggle(id)
    shell.open("tray")
    page.code_viewer.enlarge(enlarged)


def show_calendar(shell: Shell, chosen: str = "", months: int = 0) -> None:
    shell.open("calendar", "")
    shell.pages.calendar.shiftMonth(months)
    if chosen:
        shell.pages.calendar.selectDay(chosen)


def _show_idle_question(shell: Shell) -> None:
    shell.goHome()
    shell.idle_timer.ask()


def show_map(shell: Shell) -> None:
    shell.open("map")


def _show_search(shell: Shell, text: str = "") -> None:
    shell.open("search")
    shell.pages.search.type(text)
