"""The payloads of an event's QR codes: links, a calendar entry, plain text (ADR 22)."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from kiosk import dates
from kiosk.base.model import Event, Occurrence, Status
from kiosk.base.sentence_ids import SentenceId
from kiosk.events.calendar_entry import calendar_entry
from kiosk.events.event_facts import registration_text
from kiosk.events.event_source import EventSource
from kiosk.events.event_text import event_text
from kiosk.events.text_pages import TextBlock, text_pages
from kiosk.events.timing import has_ended, is_registration_open, takes_place
from kiosk.events.view_context import ViewContext

CodeKind = Literal["register", "waiting_list", "online", "calendar", "cancelled", "text", "contact"]
CODE_TITLES: dict[CodeKind, SentenceId] = {
    "register": "screens.event.register_title",
    "waiting_list": "screens.event.waiting_list_title",
    "online": "screens.event.online_title",
    "calendar": "screens.event.calendar_title",
    "cancelled": "screens.event.cancelled_title",
    "text": "screens.event.text_title",
    "contact": "screens.event.contact_title",
}


class EventCode(NamedTuple):
    """A QR code of an event; `payload` is the encoded text."""

    kind: CodeKind
    payload: str
    host: str
    note: str


def event_codes(
    event: Event, occurrence: Occurrence, context: ViewContext, source: EventSource
) -> Iterator[EventCode]:
    """Yield the QR codes of `event`, the most useful first; each is made on demand."""
    registration = event.registration
    if (
        registration
        and is_registration_open(registration, occurrence, context.now)
        and source.may_link(registration.url)
    ):
        if occurrence.status is Status.FULL:
            yield _link_code("waiting_list", registration.url, "")
        else:
            yield _link_code("register", registration.url, registration_text(registration, context))
    meeting = _meeting(event, source)
    if meeting and takes_place(occurrence, context.now):
        yield _link_code("online", meeting, _format_when(occurrence, context))
    yield from date_code(event, occurrence, context, source)
    yield from text_codes([event_text(event, occurrence, context, source)], context)
    contact = event.contact
    if contact and contact.url and source.may_link(contact.url):
        yield _link_code("contact", contact.url, context.localise(contact.name))


def date_code(
    event: Event, occurrence: Occurrence, context: ViewContext, source: EventSource
) -> Iterator[EventCode]:
    """The calendar entry of one date that is ahead and known to the day; of a cancelled one, that it is."""
    if has_ended(occurrence.when, occurrence.status, context.now):
        return
    registration = event.registration
    url = registration.url if registration and source.may_link(registration.url) else ""
    entry = calendar_entry(event, occurrence, context, source, url or _meeting(event, source))
    if entry and occurrence.status is Status.CANCELLED:
        yield EventCode("cancelled", entry, "", context.translator.text("screens.event.cancelled_note"))
    elif entry:
        yield EventCode("calendar", entry, "", _format_when(occurrence, context))


def text_codes(texts: Iterable[TextBlock], context: ViewContext) -> Iterator[EventCode]:
    """Codes of plain text, as many as the texts need, each of one event."""
    pages = text_pages(texts)
    note = context.translator.text("screens.event.text_note") if len(pages) == 1 else ""
    return (EventCode("text", page, "", note) for page in pages)


def _meeting(event: Event, source: EventSource) -> str:
    return event.online.url if event.online and source.may_link(event.online.url) else ""


def _format_when(occurrence: Occurrence, context: ViewContext) -> str:
    return dates.format_time(occurrence.when, context.language, context.year_omitted_at)


def _link_code(kind: CodeKind, url: str, note: str) -> EventCode:
    return EventCode(kind, url, urlsplit(url).hostname or "", note)
