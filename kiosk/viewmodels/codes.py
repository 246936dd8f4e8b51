"""The QR codes an event offers: registration, calendar entry, contact."""

from typing import NamedTuple
from urllib.parse import urlsplit

from PySide6.QtQml import QmlElement

from kiosk import calendar, dates, qr
from kiosk.model import Event, Occurrence, Registration
from kiosk.viewmodels.records import RecordModel
from kiosk.viewmodels.rows import is_open
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class CodeRow(NamedTuple):
    """One code: `payload` is what it says, `modules` the side of its matrix with the quiet zone."""

    kind: str
    label: str
    title: str
    payload: str
    modules: int
    host: str
    note: str


@QmlElement
class CodeRows(RecordModel):
    """The codes of one event, the most useful first."""

    record = CodeRow


def code_rows(event: Event, occurrence: Occurrence, session: Session) -> list[CodeRow]:
    """The codes of `event` that may be shown: only links its publisher may make (ADR 2)."""
    found = [
        _code(event, "register", event.registration.url, _registration(event.registration, session), session)
        if event.registration and is_open(event.registration, occurrence, session.now)
        else None,
        _calendar(event, occurrence, session),
        _code(event, "contact", event.contact.url, session.say(event.contact.name), session)
        if event.contact and event.contact.url
        else None,
    ]
    return [row for row in found if row]


def _code(event: Event, kind: str, url: str, note: str, session: Session) -> CodeRow | None:
    if session.showing is None or not session.showing.may_link(event.id, url):
        return None
    return _row(kind, url, urlsplit(url).hostname or "", note, session)


def _calendar(event: Event, occurrence: Occurrence, session: Session) -> CodeRow | None:
    places = (occurrence.venue,) if occurrence.venue else event.places
    place = session.say(places[0].name) if len(places) == 1 else ""
    url = event.registration.url if event.registration else ""
    if session.showing is None or not session.showing.may_link(event.id, url):
        url = ""
    entry = calendar.vevent(session.say(event.title), occurrence.when, place=place, url=url, uid=event.id)
    if entry is None:
        return None
    note = dates.in_words(occurrence.when, session.language, session.moment)
    return _row("calendar", entry, "", note, session)


def _row(kind: str, payload: str, host: str, note: str, session: Session) -> CodeRow | None:
    try:
        side = len(qr.modules(payload))
    except ValueError:
        return None
    words = session.words
    label, title = words.text(f"screens.event.{kind}"), words.text(f"screens.event.{kind}_title")
    return CodeRow(kind, label, title, payload, side, host, note)


def _registration(registration: Registration, session: Session) -> str:
    words = session.words
    said = words.text("screens.event.registration_open")
    if registration.closes:
        date = dates.in_words(registration.closes, session.language, session.moment)
        said = words.text("screens.event.registration_until", date=date)
    if registration.places is not None:
        said += " · " + words.plural("screens.event.places", registration.places)
    return said
