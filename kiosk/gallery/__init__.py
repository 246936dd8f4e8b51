"""Every screen and state as pictures, drawn without a display: how the kiosk's look is checked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.app.window import KioskWindow
from kiosk.base.clock import Clock
from kiosk.gallery import staff
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.calendar.page import UNDATED
from kiosk.viewmodels.visitor.event.page import EventPage

LONG_BEFORE, LONG_AFTER = 0, 4102444800
"""1970 and 2100: times at which nothing is past, and nothing is coming."""

QUICK_PNG = 75
"""Half the time of Qt's usual compression for a tenth more bytes."""

Pose = tuple[str, Callable[[Shell], None]]
"""A state's name and what leads to it from anywhere."""


def poses(session: Session) -> Iterator[Pose]:
    """The states of a kiosk with a programme, in the order a visitor may meet them."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    yield "attract", Shell.showAttract
    yield "home", Shell.goHome
    yield "events", partial(_theme, "")
    yield "events-filtered", _filtered
    coded = pictured = ""
    for theme in catalogue.themes():
        yield f"theme-{theme.id}", partial(_theme, theme.id)
        for card in catalogue.cards(None, theme=theme.id):
            yield f"event-{card.id}", partial(_event, card.id, 0)
            pictured = pictured or (card.id if card.picture else "")
            kinds = _kinds(session, card.id)
            coded = coded or (card.id if kinds else "")
            for place, kind in list(enumerate(kinds))[1:]:
                yield f"event-{card.id}-{kind}", partial(_event, card.id, place)
    yield "calendar", _calendar
    if day := catalogue.next_day(date.fromisoformat(session.today), dated=True):
        yield "calendar-day", partial(_calendar, chosen=day.isoformat())
    yield "calendar-undated", partial(_calendar, chosen=UNDATED)
    yield "calendar-far", partial(_calendar, months=24)
    yield "past", Shell.openPast
    yield "map", _map
    yield "search", _search
    yield "search-typed", partial(_search, text="а")
    yield "search-nothing", partial(_search, text="цирк")
    if coded:
        yield "code-enlarged", partial(_enlarged, coded)
    if pictured:
        yield "event-viewer", partial(_viewer, pictured)
        yield "event-viewer-last", partial(_viewer, pictured, turned=-1)
    yield "tray-empty", partial(_tray, ())
    ids = [card.id for card in catalogue.cards(session.now)]
    yield "tray", partial(_tray, ids)
    yield "tray-enlarged", partial(_tray, ids, enlarged=True)
    yield "idle-question", _asked


def _first(session: Session) -> str:
    assert session.programme is not None
    return next(card.id for card in session.programme.catalogue.cards(None))


def _kinds(session: Session, event_id: str) -> list[str]:
    page = EventPage(session)
    page.open(event_id)
    return [row.kind for row in page.code_rows.rows]


def _theme(theme_id: str, shell: Shell) -> None:
    shell.openTheme(theme_id)


def _filtered(shell: Shell) -> None:
    """The first choice of the first kind of filter that has any, and the choices of the next kind."""
    shell.openTheme("")
    bar = shell.theme_page.filter_bar
    for chosen in (False, True):
        if kind := next((row.kind for row in bar.kind_rows.rows if row.list and not row.chosen), ""):
            bar.tap(kind)
            if not chosen:
                bar.choose(bar.offered.rows[0].value)


def _event(event_id: str, code: int, shell: Shell) -> None:
    shell.openEvent(event_id)
    rows = shell.event_page.code_rows.rows
    if rows:
        shell.event_page.choose(rows[code].kind)


def _enlarged(event_id: str, shell: Shell) -> None:
    shell.openEvent(event_id)
    shell.event_page.enlarge(True)


def _viewer(event_id: str, shell: Shell, *, turned: int = 0) -> None:
    shell.openEvent(event_id)
    shell.event_page.media_viewer.open()
    shell.event_page.media_viewer.turn(turned)


def _tray(ids: Sequence[str], shell: Shell, *, enlarged: bool = False) -> None:
    page = shell.tray_page
    page.forget()
    for id in ids:
        page.toggle(id)
    shell.open("tray")
    page.enlarge(enlarged)


def _calendar(shell: Shell, chosen: str = "", months: int = 0) -> None:
    shell.open("calendar", "")
    shell.calendar_page.turn(months)
    if chosen:
        shell.calendar_page.choose(chosen)


def _asked(shell: Shell) -> None:
    shell.goHome()
    shell.idle_timer.ask()


def _map(shell: Shell) -> None:
    shell.open("map")


def _search(shell: Shell, text: str = "") -> None:
    shell.open("search")
    shell.search_page.type(text)


def _stay(shell: Shell) -> None:
    """Leave the page as it is."""


def stages(session: Session, stick: Path | None = None) -> Iterator[tuple[Session, list[Pose]]]:
    """The sessions to draw with their poses: now, before and after everything, without a programme.

    `stick` is a folder with packs for the staff to look at.
    """
    if session.programme is not None:
        yield session, [*poses(session), *staff.poses(stick)]
        printing = replace(session, settings=replace(session.settings, visitor_prints="on"))
        first = _first(session)
        yield printing, [("event-print", partial(_event, first, 0)), ("tray-print", partial(_tray, [first]))]
        after = replace(session, clock=Clock.rehearsal(LONG_AFTER))
        nothing: list[Pose] = [("attract-empty", Shell.showAttract), ("home-empty", Shell.goHome)]
        empty: list[Pose] = [
            ("events-empty", partial(_theme, "")),
            ("calendar-empty", _calendar),
            ("map-empty", _map),
        ]
        yield after, [*nothing, *empty]
        yield replace(session, clock=Clock.rehearsal(LONG_BEFORE)), [("past-empty", Shell.openPast)]
    yield replace(session, programme=None), [("unavailable", _stay)]


def settle(screen: KioskWindow) -> QImage:
    """The window as it is once every layout has come to rest."""
    for _ in range(3):
        QGuiApplication.processEvents()
    return screen.view.grabWindow()


def draw(
    session: Session, folder: Path, sizes: list[QSize], languages: list[str], stick: Path | None = None
) -> Iterator[Path]:
    """Draw every state in every size and language into `folder`; yields each file once it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    for stage, steps in stages(session, stick):
        screen = KioskWindow(stage, sizes[0])
        screen.show()
        for size in sizes:
            screen.view.resize(size)
            for language in languages:
                screen.shell.setLanguage(language)
                for name, pose in steps:
                    pose(screen.shell)
                    file = folder / f"{name}-{language}-{size.width()}x{size.height()}.png"
                    settle(screen).save(str(file), quality=QUICK_PNG)
                    yield file
        screen.close()
