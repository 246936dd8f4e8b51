"""The facts of one event: when, where, for whom, and whether one can register."""

from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.dates.points import read
from kiosk.model import Event, Occurrence, Registration
from kiosk.viewmodels.records import RecordModel
from kiosk.viewmodels.rows import is_past, where
from kiosk.viewmodels.session import Session, capital

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class FactRow(NamedTuple):
    """One fact: an icon, what it is, and a second line."""

    icon: str
    label: str
    text: str
    note: str


@QmlElement
class FactRows(RecordModel):
    """The facts of one event: when, where, for whom."""

    record = FactRow


def fact_rows(event: Event, occurrence: Occurrence, session: Session) -> list[FactRow]:
    """When, where and for whom, leaving out what is not known."""
    words = session.words
    exact = all(point.day for point in read(occurrence.when.edtf))
    others = sum(one is not occurrence and not is_past(one, session.now) for one in event.occurrences)
    note = words.plural("screens.event.other_times", others) if others else ""
    if not exact and not others:
        note = words.text("screens.event.date_unknown")
    when = capital(dates.in_words(occurrence.when, session.language, session.moment))
    rows = [FactRow("calendar-blank", words.text("screens.event.when"), when, note)]
    places = (occurrence.venue,) if occurrence.venue else event.places
    if place := where(places, event.reach, session, whole=True):
        address = session.say(places[0].address) if len(places) == 1 else ""
        rows.append(FactRow("map-pin", words.text("screens.event.where"), place, address))
    whom = [words.text(f"screens.audience.{code}") for code in event.audience]
    text = capital(", ".join(whom)) or session.say(event.audience_note)
    terms = [session.say(event.audience_note)] if whom else []
    if event.price.free is not None:
        terms.append(words.text("screens.event.free" if event.price.free else "screens.event.paid"))
    terms.append(session.say(event.price.note))
    if event.spoken:
        tongues = ", ".join(session.tongue(code) for code in event.spoken)
        terms.append(words.text("screens.event.spoken", languages=tongues))
    terms = [term for term in terms if term]
    if text or terms:
        label = words.text("screens.event.for_whom")
        rows.append(FactRow("users-three", label, text or terms.pop(0), " · ".join(terms)))
    if said := _closed(event.registration, session):
        rows.append(FactRow("ticket", words.text("screens.event.register"), said, ""))
    return rows


def _closed(registration: Registration | None, session: Session) -> str:
    """Why one cannot register now, as far as that is a matter of time."""
    if registration is None or session.now is None:
        return ""
    if registration.closes and registration.closes.latest < session.now:
        return session.words.text("screens.event.registration_closed")
    if registration.opens and registration.opens.earliest > session.now:
        date = dates.in_words(registration.opens, session.language, session.moment)
        return session.words.text("screens.event.registration_from", date=date)
    return ""
