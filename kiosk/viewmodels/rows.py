"""An event as lists show it: from a card of the catalogue to the words and colours of a row."""

from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.model import Card, Occurrence, Reach, Registration, Status, Venue
from kiosk.viewmodels.records import RecordModel
from kiosk.viewmodels.session import Session, capital

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MOST_PLACES = 3


class EventRow(NamedTuple):
    """One event card; `flag` is a Status when the event does not take place as announced, else ''."""

    eventId: str
    title: str
    titleNote: str
    when: str
    where: str
    colour: str
    icon: str
    picture: str
    flag: str
    flagText: str
    badge: str
    blockTop: str
    blockBig: str


@QmlElement
class EventRows(RecordModel):
    """Event cards."""

    record = EventRow


def where(places: tuple[Venue, ...], reach: Reach, session: Session, *, whole: bool = False) -> str:
    """The places of an event in one line, a route with arrows; in short unless asked for the `whole`."""
    if reach is Reach.EVERYWHERE and not places:
        return session.words.text("screens.place.everywhere")
    names = [session.say(venue.name) for venue in places]
    if reach is Reach.ROUTE:
        return " → ".join(names if whole or len(names) < 3 else (names[0], names[-1]))
    shown = names if whole else names[:MOST_PLACES]
    if len(names) > len(shown):
        shown.append(session.words.plural("screens.place.more", len(names) - len(shown)))
    return " · ".join(shown)


def event_row(card: Card, session: Session) -> EventRow:
    """The row of `card` for this visitor at this moment."""
    words, occurrence = session.words, card.occurrence
    flag = "" if occurrence.status is Status.SCHEDULED else occurrence.status.value
    top, big = dates.short(occurrence.when, session.language)
    places = (occurrence.venue,) if occurrence.venue else card.places
    return EventRow(
        eventId=card.id,
        title=session.say(card.title),
        titleNote=session.note(card.title),
        when=capital(dates.in_words(occurrence.when, session.language, session.moment)),
        where=where(places, card.reach, session),
        colour=session.theme(card.theme).colour,
        icon=card.icon,
        picture=session.picture(card.id, card.picture),
        flag=flag,
        flagText=words.text(f"screens.event.status.{flag}") if flag else "",
        badge=_badge(card, session),
        blockTop=top,
        blockBig=big,
    )


def _badge(card: Card, session: Session) -> str:
    soon = dates.relative(card.occurrence.when, session.moment) if session.now is not None else ""
    if soon:
        return session.words.text(f"screens.badge.{soon}")
    if card.registration and is_open(card.registration, card.occurrence, session.now):
        return session.words.text("screens.badge.register")
    return ""


def is_past(occurrence: Occurrence, now: int | None) -> bool:
    """Whether an occurrence, and the time first announced for it, is over; without a clock its mark tells."""
    ends = [when.latest for when in (occurrence.when, occurrence.original) if when]
    return occurrence.status is Status.OVER or (now is not None and max(ends) < now)


def is_open(registration: Registration, occurrence: Occurrence, now: int | None) -> bool:
    """Whether a visitor can register now: not before it opens or after it closes, nor what is off or full."""
    if occurrence.status not in (Status.SCHEDULED, Status.MOVED) or is_past(occurrence, now):
        return False
    if now is None:
        return True
    opened = registration.opens is None or registration.opens.earliest <= now
    return opened and (registration.closes is None or now <= registration.closes.latest)
