"""The QR codes of the tray: calendar entries for events with an exact date, links for the others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kiosk.base.links import host_of, may_link
from kiosk.base.model import Event, Occurrence
from kiosk.base.sentence_ids import SentenceId
from kiosk.events.event_codes import CodeKind, EventCode, calendar_entry, event_codes
from kiosk.events.icalendar import group_into_calendars
from kiosk.events.timing import current_occurrence, takes_place
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.viewmodels.session import Session

_TITLES: dict[CodeKind, SentenceId] = {
    "register": "screens.event.register_title",
    "waiting_list": "screens.event.waiting_list_title",
    "online": "screens.event.online_title",
    "calendar": "screens.event.calendar_title",
    "contact": "screens.tray.contact_title",
}


class TrayCode(NamedTuple):
    """One code; `note` tells the host and the events of a link, '' for calendar entries."""

    title: str
    payload: str
    note: str = ""


class TrayCodes(NamedTuple):
    """All codes, calendars first, and the number of events without a calendar entry."""

    codes: list[TrayCode]
    undated: int


def tray_codes(
    events: Iterable[Event],
    programme: ShownProgramme,
    session: Session,
    dates: Mapping[str, Occurrence] = MappingProxyType({}),
) -> TrayCodes:
    """As few codes as possible: events with one link share a code; to several, the programme's page is added.

    An event without an exact day, cancelled or over has no calendar entry: its code is the first link of its
    own page. Events without a link are only counted. `dates` are those that were chosen, by event.
    """
    entries, others, events = list[str](), list[tuple[Event, Occurrence]](), list(events)
    for event in events:
        occurrence = dates.get(event.id) or current_occurrence(event, session.now)
        if entry := _calendar_entry(event, occurrence, programme, session):
            entries.append(entry)
        else:
            others.append((event, occurrence))
    title = session.translator.text("screens.tray.code_title")
    calendar_codes = [TrayCode(title, calendar) for calendar in group_into_calendars(entries)]
    codes = [*calendar_codes, *_link_codes(others, programme, session)]
    pages = _page_codes(events, programme, session) if len(codes) > 1 else ()
    return TrayCodes([*codes, *pages], len(others))


def _calendar_entry(
    event: Event, occurrence: Occurrence, programme: ShownProgramme, session: Session
) -> str | None:
    if not takes_place(occurrence, session.now):
        return None
    return calendar_entry(event, occurrence, session, stamp=programme.pack(event.id).signed_at)


def _link_codes(
    events: list[tuple[Event, Occurrence]], programme: ShownProgramme, session: Session
) -> Iterator[TrayCode]:
    titles_by_code: dict[EventCode, list[str]] = defaultdict(list)
    for event, occurrence in events:
        links = (code for code in event_codes(event, occurrence, session, programme.may_link) if code.host)
        if code := next(links, None):
            titles_by_code[code._replace(note="")].append(session.localise(event.title))
    for code, titles in titles_by_code.items():
        count = session.translator.plural("screens.count.events", len(titles))
        about = titles[0] if len(titles) == 1 else count
        title = session.translator.text(_TITLES[code.kind])
        yield TrayCode(title, code.payload, f"{code.host} · {about}")


def _page_codes(events: Iterable[Event], programme: ShownProgramme, session: Session) -> Iterator[TrayCode]:
    """Links to the web pages of the programmes of these events."""
    title = session.translator.text("screens.tray.page_title")
    for index in dict.fromkeys(programme.catalogue.catalogue_index(event.id) for event in events):
        campaign = programme.catalogue.catalogues[index].campaign()
        if campaign.page and may_link(campaign.page, programme.packs[index].hosts):
            yield TrayCode(
                title, campaign.page, f"{host_of(campaign.page)} · {session.localise(campaign.title)}"
            )
