"""The events that come next, for the place that a short list or text leaves free."""

from collections.abc import Sequence
from typing import Unpack

from kiosk.store.event_selection import EventFilters, EventMatch
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRow
from kiosk.viewmodels.visitor.shared.lazy_event_list import LazyEventList

FEW = 8
"""The longest list that may leave room below it on some screen."""
MOST = 12
"""The most events that the largest screen has room for below a list."""


def next_events(
    session: Session, known: Sequence[str], most: int, **filters: Unpack[EventFilters]
) -> LazyEventList:
    """The next `most` events of these filters without those whose ids are `known`."""
    assert session.programme is not None
    found = session.programme.catalogue.find_events(session.now, limit=most + len(known), **filters)
    return LazyEventList([one for one in found if one.event not in known][:most], session)


def after_list(session: Session, listed: Sequence[EventMatch]) -> Sequence[EventRow]:
    """What comes next after a list of a few events; nothing after a longer one."""
    if len(listed) > FEW:
        return []
    return next_events(session, [one.event for one in listed], MOST)
