"""The codes that take what is marked home: dates for a phone's calendar, addresses for what has none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kiosk.base.links import host_of, may_link
from kiosk.base.model import Event, Occurrence, Status
from kiosk.events.codes import EventCode, calendar_entry, event_codes
from kiosk.events.icalendar import group_into_calendars
from kiosk.events.timing import current_occurrence, is_past
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.viewmodels.session import Session

Time = tuple[Event, Occurrence]
TITLES = {"register": "screens.event.register_title", "contact": "screens.tray.contact_title"}


class TrayCode(NamedTuple):
    """One code: what it does, what it says, and where it leads and for which events ('' for a calendar)."""

    title: str
    payload: str
    note: str = ""


class TrayCodes(NamedTuple):
    """All codes, calendars first, and how many events no calendar can take."""

    codes: list[TrayCode]
    undated: int


def tray_codes(events: Iterable[Event], showing: ShownProgramme, session: Session) -> TrayCodes:
    """As few codes as can be, events with one address share one; where it is several, the programme's page.

    No calendar takes what has no exact day, is cancelled or over: that is taken by the first address it
    offers, as on the page of the event. What offers none is only counted.
    """
    entries, rest, events = list[str](), list[Time](), list(events)
    for event in events:
        one = current_occurrence(event, session.now)
        if entry := _entry(event, one, showing, session):
            entries.append(entry)
        else:
            rest.append((event, one))
    title = session.translator.text("screens.tray.code_title")
    dated = [TrayCode(title, calendar) for calendar in group_into_calendars(entries)]
    codes = [*dated, *_addresses(rest, showing, session)]
    pages = _pages(events, showing, session) if len(codes) > 1 else ()
    return TrayCodes([*codes, *pages], len(rest))


def _entry(event: Event, one: Occurrence, showing: ShownProgramme, session: Session) -> str | None:
    if one.status is Status.CANCELLED or is_past(one, session.now):
        return None
    return calendar_entry(event, one, session, stamp=showing.pack(event.id).signed_at)


def _addresses(times: list[Time], showing: ShownProgramme, session: Session) -> Iterator[TrayCode]:
    sharing: dict[EventCode, list[str]] = defaultdict(list)
    for event, one in times:
        links = (offer for offer in event_codes(event, one, session, showing.may_link) if offer.host)
        if offer := next(links, None):
            sharing[offer._replace(note="")].append(session.localise(event.title))
    for offer, titles in sharing.items():
        count = session.translator.plural("screens.count.events", len(titles))
        about = titles[0] if len(titles) == 1 else count
        title = session.translator.text(TITLES[offer.kind])
        yield TrayCode(title, offer.payload, f"{offer.host} · {about}")


def _pages(events: Iterable[Event], showing: ShownProgramme, session: Session) -> Iterator[TrayCode]:
    """Where the programmes that these events are from can be read in whole."""
    title = session.translator.text("screens.tray.page_title")
    for place in dict.fromkeys(showing.catalogue.catalogue_index(event.id) for event in events):
        campaign = showing.catalogue.catalogues[place].campaign()
        if campaign.page and may_link(campaign.page, showing.packs[place].hosts):
            yield TrayCode(
                title, campaign.page, f"{host_of(campaign.page)} · {session.localise(campaign.title)}"
            )
