"""The calendar entry of one date of an event: its identifier, its revision, what it says (ADR 22)."""

from datetime import UTC, datetime

from kiosk.base.model import Event, Occurrence, Status, When
from kiosk.dates.date_parts import parse_interval
from kiosk.events import icalendar
from kiosk.events.event_source import EventSource
from kiosk.events.venue_line import venues_of
from kiosk.events.view_context import ViewContext

DOMAIN = "corner-kiosk.invalid"
"""The domain of all identifiers; nobody else has names in it, as 'invalid' is reserved (RFC 6761, 6.4)."""


def calendar_entry(
    event: Event, occurrence: Occurrence, context: ViewContext, source: EventSource, url: str = ""
) -> str | None:
    """One date of an event as a calendar entry, `url` in it; None when its day is not known.

    The entry of a cancelled date says so, in its status and in its title.
    """
    places = venues_of(event, occurrence)
    place = context.localise(places[0].name) if len(places) == 1 else ""
    if event.online and not places:
        place = context.translator.text("screens.event.online")
    title, cancelled = context.localise(event.title), occurrence.status is Status.CANCELLED
    if cancelled:
        title = context.translator.text("screens.event.cancelled_entry", title=title)
    revision = icalendar.Revision(entry_uid(event, occurrence, source), source.version, source.signed_at)
    return icalendar.format_vevent(
        title, occurrence.when, revision, place=place, url=url, cancelled=cancelled
    )


def entry_uid(event: Event, occurrence: Occurrence, source: EventSource) -> str:
    """The identifier (RFC 5545, 3.8.4.7): event, original time and publisher, under `DOMAIN`.

    It is the same for the only date of an event and for one of several, before and after a move.
    """
    begins = _begins(occurrence.original or occurrence.when)
    return f"{event.id}.{begins}@{source.publisher}.{DOMAIN}"


def _begins(when: When) -> str:
    """'20160409T0500Z' in UTC, or without a time of day '20160409', '201604', '2016'."""
    first, _ = parse_interval(when.edtf)
    if first.time:
        return f"{datetime.fromtimestamp(when.earliest, UTC):%Y%m%dT%H%MZ}"
    return when.edtf.partition("/")[0].strip("~").replace("-", "")
