"""What the page of health lists, a row for each part of the kiosk; the warnings above other pages too."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.viewmodels.background.child_process import ChildReply
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

ICONS = {
    "broken": "bold/x-circle",
    "attention": "bold/warning",
    "unknown": "bold/question",
    "good": "bold/check-circle",
}


class CheckRow(NamedTuple):
    """How one part stands: `level` chooses the colour, `word` says it; `remedy` is '' when all is well."""

    level: str
    icon: str
    word: str
    name: str
    value: str
    remedy: str


@QmlElement
class CheckRows(RecordModel):
    """Parts of the kiosk."""

    record = CheckRow


def check_rows(checks: Iterable[ChildReply], session: Session) -> list[CheckRow]:
    """Each finding in the reader's language."""
    say = session.localise
    return [
        CheckRow(
            check["level"],
            ICONS[check["level"]],
            say(check["word"]),
            say(check["name"]),
            say(check["value"]),
            say(check["remedy"]),
        )
        for check in checks
    ]
