"""The rows of the page Health, one for each check; also of the warnings above the other pages."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.viewmodels.background.child_reply import ChildReply
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
    """One finding: `level` chooses the colour, `word` is its name; `remedy` is '' when all is well."""

    level: str
    icon: str
    word: str
    name: str
    value: str
    remedy: str


@QmlElement
class CheckRows(RecordModel):
    """The findings."""

    record = CheckRow


def check_rows(checks: Iterable[ChildReply], session: Session) -> list[CheckRow]:
    """A row for each finding, in the language of the session."""
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
