"""The kinds of codes a page offers, as tabs."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.base.sentence_ids import SentenceId
from kiosk.events.event_codes import CodeKind, EventCode
from kiosk.i18n.translator import Translator
from kiosk.viewmodels.record_model import RecordModel

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

_LABELS: dict[CodeKind, SentenceId] = {
    "register": "screens.event.register",
    "waiting_list": "screens.event.waiting_list",
    "online": "screens.event.online",
    "calendar": "screens.event.calendar",
    "text": "screens.event.text",
    "contact": "screens.event.contact",
}


class CodeTab(NamedTuple):
    """One kind of codes."""

    kind: str
    label: str


@QmlElement
class CodeTabs(RecordModel):
    """The kinds of codes, the most useful first."""

    record = CodeTab


def tab_kind(code: EventCode) -> CodeKind:
    """The kind whose tab has the code: what is cancelled stands among the calendar entries."""
    return "calendar" if code.kind == "cancelled" else code.kind


def code_tabs(codes: Iterable[EventCode], translator: Translator) -> list[CodeTab]:
    """A tab for each kind, in order."""
    return [CodeTab(kind, translator.text(_LABELS[kind])) for kind in dict.fromkeys(map(tab_kind, codes))]
