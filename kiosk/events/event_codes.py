"""The payloads of an event's QR codes: registration link, calendar entry, contact link."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from kiosk import dates
from kiosk.base.model import Event, Occurrence, Status
from kiosk.base.sentence_ids import SentenceId
from kiosk.events import icalendar
from kiosk.events.event_facts import registration_text
from kiosk.events.timing import is_registration_open, takes_place
from kiosk.events.venue_line import venues_of
from kiosk.events.view_context import ViewContext

MayLink = Callable[[str, str], bool]
"""Whether (event id, URL) may become a QR code: only links the event's publisher may make (ADR 2)."""

CodeKind = Literal["register", "waiting_list", "online", "calendar", "contact"]
CODE_TITLES: dict[CodeKind, SentenceId] = {
    "register": "screens.event.register_title",
    "waiting_list": "screens.event.waiting_list_title",
    "online": "screens.event.online_title",
    "calendar": "screens.event.calendar_title",
    "contact": "screens.event.contact_title",
}


class EventCode(NamedTuple):
    """A QR code of an event; `payload` is the encoded text."""

    kind: CodeKind
    payload: str
    host: str
    note: str


def event_codes(
    event: Event, occurrence: Occurrence, context: ViewContext, may_link: MayLink
) -> Iterator[EventCode]:
    """Yield the QR codes of `event`, the most useful first; each is made on demand."""
    registration = event.registration
    if (
        registration
        and is_registration_open(registration, occurrence, context.now)
        and may_link(event.id, registration.url)
    ):
        if occurrence.status is Status.FULL:
            yield _link_code("waiting_list", registration.url, "")
        else:
            yield _link_code("register", registration.url, registration_text(registration, context))
    url = registration.url if registration and may_link(event.id, registration.url) else ""
    meeting = event.online.url if event.online else ""
    if meeting and takes_place(occurrence, context.now) and may_link(event.id, meeting):
        note = dates.format_time(occurrence.when, context.language, context.year_omitted_at)
        yield _link_code("online", meeting, note)
        url = url or meeting
    if takes_place(occurrence, context.now) and (entry := calendar_entry(event, occurrence, context, url)):
        note = dates.format_time(occurrence.when, context.language, context.year_omitted_at)
        yield EventCode("calendar", entry, "", note)
    contact = event.contact
    if contact and contact.url and may_link(event.id, contact.url):
        yield _link_code("contact", contact.url, context.localise(contact.name))


def _link_code(kind: CodeKind, url: str, note: str) -> EventCode:
    return EventCode(kind, url, urlsplit(url).hostname or "", note)


def calendar_entry(
    event: Event, occurrence: Occurrence, context: ViewContext, url: str = "", stamp: int | None = None
) -> str | None:
    """The event as a calendar entry; None when its day is not known. `stamp` as in `format_vevent`."""
    places = venues_of(event, occurrence)
    place = context.localise(places[0].name) if len(places) == 1 else ""
    if event.online and not places:
        place = context.translator.text("screens.event.online")
    title = context.localise(event.title)
    day = (occurrence.original or occurrence.when).edtf[:10].replace("-", "")
    uid = f"{event.id}-{day}" if len(event.occurrences) > 1 else event.id
    return icalendar.format_vevent(title, occurrence.when, place=place, url=url, uid=uid, stamp=stamp)
