"""The rows of the language switch."""

from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.i18n.translator import translator
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class LanguageRow(NamedTuple):
    """One language; its names and `touch`, the invitation of the attract loop, are in that language."""

    code: str
    shortName: str
    name: str
    touch: str
    chosen: bool


@QmlElement
class LanguageRows(RecordModel):
    """The languages of the switch."""

    record = LanguageRow


def language_rows(session: Session) -> list[LanguageRow]:
    """A row for each language of this Corner."""
    rows = []
    for code in session.settings.languages:
        text = translator(code).text
        short, name = text("screens.language.short"), text("screens.language.own")
        rows.append(LanguageRow(code, short, name, text("screens.attract.touch"), code == session.language))
    return rows
