"""The QR codes an event offers: registration, calendar entry, contact."""

from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.base import qr_code
from kiosk.base.model import Event, Occurrence
from kiosk.base.sentence_ids import SentenceId
from kiosk.events.event_codes import CODE_TITLES, CodeKind, EventCode, event_codes
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

_LABELS: dict[CodeKind, SentenceId] = {
    "register": "screens.event.register",
    "waiting_list": "screens.event.waiting_list",
    "online": "screens.event.online",
    "calendar": "screens.event.calendar",
    "contact": "screens.event.contact",
}


class CodeRow(NamedTuple):
    """One code; `modules` is its side with the quiet zone, in modules."""

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
    """The codes of `event` whose links are allowed and whose payload fits into a QR code."""
    if session.programme is None:
        return []
    rows = (
        _row(offer, session) for offer in event_codes(event, occurrence, session, session.programme.may_link)
    )
    return [row for row in rows if row]


def _row(offer: EventCode, session: Session) -> CodeRow | None:
    try:
        side = len(qr_code.qr_matrix(offer.payload))
    except ValueError:
        return None
    translator, kind = session.translator, offer.kind
    label, title = translator.text(_LABELS[kind]), translator.text(CODE_TITLES[kind])
    return CodeRow(kind, label, title, offer.payload, side, offer.host, offer.note)
