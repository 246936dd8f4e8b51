"""The choices of the language switch."""

from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.i18n.translator import translator
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class LanguageRow(NamedTuple):
    """One choice of the language switch."""

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
    """The languages of this Corner, each in its own words."""
    rows = []
    for code in session.settings.languages:
        said = translator(code)
        short, touch = said.text("screens.language.short"), said.text("screens.attract.touch")
        rows.append(
            LanguageRow(code, short, said.text("screens.language.own"), touch, code == session.language)
        )
    return rows
