"""The sessions that the gallery draws, each with its poses."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.gallery.pose import Pose
from kiosk.gallery.selection import EVERYTHING, Selection
from kiosk.gallery.staff_poses import staff_poses
from kiosk.gallery.visitor_poses import (
    first_event_id,
    show_calendar,
    show_event,
    show_map,
    show_theme,
    show_tray,
    visitor_poses,
)
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell

LONG_BEFORE, LONG_AFTER = 0, 4102444800
"""1970 and 2100: times at which no event is past, and none is coming."""


def gallery_sessions(
    session: Session, stick: Path | None = None, selection: Selection = EVERYTHING
) -> Iterator[tuple[Session, list[Pose]]]:
    """The sessions to draw with the poses of the `selection`, at least one each.

    They are: now, before and after all events, without a programme. `stick` is a folder with packs that the
    staff area shows.
    """
    for one, poses in _all_sessions(session, stick, selection):
        if selected := [pose for pose in poses if selection.has_screen(pose[0])]:
            yield one, selected


def _all_sessions(
    session: Session, stick: Path | None, selection: Selection
) -> Iterator[tuple[Session, list[Pose]]]:
    if session.programme is not None:
        yield session, [*visitor_poses(session, selection), *staff_poses(stick)]
        yield _printing_session(session)
        yield _session_after_all_events(session)
        yield replace(session, clock=Clock.rehearsal(LONG_BEFORE)), [("past-empty", Shell.openPast)]
    yield replace(session, programme=None), [("unavailable", _keep_page)]


def _printing_session(session: Session) -> tuple[Session, list[Pose]]:
    """Visitors may print."""
    printing = replace(session, settings=replace(session.settings, visitor_prints="on"))
    first = first_event_id(session)
    return printing, [
        ("event-print", partial(show_event, first, 0)),
        ("tray-print", partial(show_tray, [first])),
    ]


def _session_after_all_events(session: Session) -> tuple[Session, list[Pose]]:
    return replace(session, clock=Clock.rehearsal(LONG_AFTER)), [
        ("attract-empty", Shell.showAttract),
        ("home-empty", Shell.goHome),
        ("events-empty", partial(show_theme, "")),
        ("calendar-empty", show_calendar),
        ("map-empty", show_map),
    ]


def _keep_page(shell: Shell) -> None:
    """Leave the page as it is."""
