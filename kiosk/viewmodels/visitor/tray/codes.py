"""The codes of the tray: all that is marked as plain text, and its dates as calendar entries (ADR 22)."""

from collections.abc import Iterable, Iterator, Sequence

from kiosk import dates
from kiosk.base.model import Event, Occurrence
from kiosk.events.event_codes import EventCode, date_code, text_codes
from kiosk.events.event_text import event_text, link_line
from kiosk.events.text_pages import TextBlock
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.viewmodels.session import Session

MarkedDate = tuple[Event, Occurrence]


def tray_codes(marked: Sequence[MarkedDate], programme: ShownProgramme, session: Session) -> list[EventCode]:
    """The codes of plain text, then one of each date that a calendar takes, as on the event's own page.

    Where the whole programme is on the web stands there when that needs no further code.
    """
    texts = [event_text(*one, session, programme.source(one[0].id)) for one in marked]
    pages = _programme_lines([event for event, _ in marked], programme, session) if marked[1:] else ()
    entries = (entry for one in marked for entry in _date_code(*one, programme, session))
    codes, longer = ([*text_codes(some, session)] for some in (texts, [*texts, *pages]))
    return [*(longer if len(longer) == len(codes) else codes), *entries]


def _date_code(
    event: Event, occurrence: Occurrence, programme: ShownProgramme, session: Session
) -> Iterator[EventCode]:
    """The code of the event's own page; its note names the event and the day."""
    day = dates.format_day_of(occurrence.when, session.language, session.year_omitted_at)
    for code in date_code(event, occurrence, session, programme.source(event.id)):
        yield code._replace(note=f"{session.localise(event.title)} · {day}")


def _programme_lines(
    events: Iterable[Event], programme: ShownProgramme, session: Session
) -> Iterator[TextBlock]:
    """Where the programmes of these events are on the web, as far as they say it."""
    catalogue = programme.catalogue
    for index, event in {catalogue.catalogue_index(one.id): one.id for one in events}.items():
        page = catalogue.catalogues[index].campaign().page
        if lines := tuple(link_line("screens.text.programme", page, session, programme.source(event))):
            yield TextBlock(lines)
