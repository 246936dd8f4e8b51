"""An event as lines of plain text, for phones without a network: what, when, where, whom to ask."""

from collections.abc import Iterator

from kiosk import dates
from kiosk.base.model import Event, Occurrence, Status
from kiosk.base.sentence_ids import ScreensId
from kiosk.events.event_facts import status_notice
from kiosk.events.event_source import EventSource
from kiosk.events.series_text import series_line
from kiosk.events.text_pages import TextBlock
from kiosk.events.timing import is_registration_open, takes_place
from kiosk.events.venue_line import venue_line, venues_of
from kiosk.events.view_context import PaperContext, ViewContext
from kiosk.i18n.translator import capitalise

MAX_LINK_LENGTH = 200
"""Characters; a longer link is left out, as it would fill the code. It has a code of its own."""


def event_text(event: Event, occurrence: Occurrence, context: ViewContext, source: EventSource) -> TextBlock:
    """The lines, the title first and whom to ask last; every date has its year, since the text is kept."""
    reader = PaperContext(context.language, context.now)
    notice = status_notice(occurrence, reader)[1]
    when = dates.format_time(occurrence.when, reader.language, None)
    rules = series_line(event.series, occurrence.when.zone, reader)
    lines = (
        reader.localise(event.title),
        *filter(None, (notice, capitalise(when), capitalise(rules))),
        *_where(event, occurrence, reader),
        *_links(event, occurrence, reader, source),
    )
    return TextBlock(lines, tuple(_whom_to_ask(event, reader, source)))


def link_line(id: ScreensId, url: str, context: ViewContext, source: EventSource) -> Iterator[str]:
    """The sentence `id` with the link; nothing for a link that is too long or that may not be made."""
    if len(url) <= MAX_LINK_LENGTH and source.may_link(url):
        yield context.translator.text(id, url=url)


def _where(event: Event, occurrence: Occurrence, reader: ViewContext) -> Iterator[str]:
    places = venues_of(event, occurrence)
    if line := venue_line(places, event.reach, reader, whole=True):
        yield line
    elif event.online:
        yield reader.translator.text("screens.event.online_only")
    if len(places) == 1 and (address := reader.localise(places[0].address)):
        yield address


def _links(event: Event, occurrence: Occurrence, reader: ViewContext, source: EventSource) -> Iterator[str]:
    registration, online = event.registration, event.online
    if registration and is_registration_open(registration, occurrence, reader.now):
        is_full = occurrence.status is Status.FULL
        id: ScreensId = "screens.text.waiting_list" if is_full else "screens.text.register"
        yield from link_line(id, registration.url, reader, source)
    if online and takes_place(occurrence, reader.now):
        yield from link_line("screens.text.online", online.url, reader, source)


def _whom_to_ask(event: Event, reader: ViewContext, source: EventSource) -> Iterator[str]:
    """Name, telephone, e-mail and link, a line each, so that phones recognise them."""
    if contact := event.contact:
        url = contact.url if len(contact.url) <= MAX_LINK_LENGTH and source.may_link(contact.url) else ""
        ways = filter(None, (reader.localise(contact.name), contact.phone, contact.email, url))
        if first := next(ways, ""):
            yield reader.translator.text("screens.text.questions", contact=first)
            yield from ways
