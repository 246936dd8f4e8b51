"""The rows of the page Settings: the values of each setting, and the facts that staff cannot change."""

from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import __version__
from kiosk.base.display_text import DisplayText, display_line
from kiosk.base.kiosk_toml.rules import InstallMode, OnOff
from kiosk.base.paths import settings_files
from kiosk.base.sentence_ids import ChoicesId
from kiosk.base.settings import find_settings_file
from kiosk.i18n.translator import translator
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

IDLE_TIMES = (30, 60, 120, 180)
"""The idle times in seconds that staff may choose."""
MINUTE = 60
VOLUMES: dict[int, ChoicesId] = {
    0: "choices.volume.off",
    20: "choices.volume.low",
    40: "choices.volume.middle",
    70: "choices.volume.high",
}
"""The volumes in percent that staff may choose, with the name of each."""
_INSTALL_MODES: dict[InstallMode, ChoicesId] = {
    "automatic": "choices.share.automatic",
    "ask": "choices.share.ask",
}
_VISITOR_PRINTS: dict[OnOff, ChoicesId] = {"off": "choices.visitors.off", "on": "choices.visitors.on"}


class OptionRow(NamedTuple):
    """One value of a setting; `value` is as for `kiosk settings set`."""

    value: str
    label: str
    chosen: bool


class SetupRow(NamedTuple):
    """A fact about the setup: its name and its value."""

    label: str
    text: DisplayText


@QmlElement
class OptionRows(RecordModel):
    """The values of a setting."""

    record = OptionRow


@QmlElement
class SetupRows(RecordModel):
    """The facts about the setup."""

    record = SetupRow


def language_options(session: Session, chosen: str) -> list[OptionRow]:
    """The languages of this Corner, each with its own name."""
    languages = session.settings.languages
    return [
        OptionRow(code, translator(code).text("screens.language.own"), code == chosen) for code in languages
    ]


def idle_time_options(session: Session, chosen: str) -> list[OptionRow]:
    """The usual idle times, and the current one if it is another."""
    rows, plural = [], session.translator.plural
    for seconds in sorted({*IDLE_TIMES, session.settings.idle_seconds}):
        whole, rest = divmod(seconds, MINUTE)
        label = plural("choices.seconds", seconds) if rest else plural("choices.minutes", whole)
        rows.append(OptionRow(str(seconds), label, str(seconds) == chosen))
    return rows


def share_install_options(session: Session, chosen: str) -> list[OptionRow]:
    """The ways to install a newer programme from the share."""
    text = session.translator.text
    return [OptionRow(how, text(id), how == chosen) for how, id in _INSTALL_MODES.items()]


def visitor_print_options(session: Session, chosen: str) -> list[OptionRow]:
    """Whether visitors may print."""
    text = session.translator.text
    return [OptionRow(how, text(id), how == chosen) for how, id in _VISITOR_PRINTS.items()]


def volume_options(session: Session, chosen: str) -> list[OptionRow]:
    """The usual volumes, and the current one if it is another."""
    rows, text = [], session.translator.text
    for volume in sorted({*VOLUMES, session.settings.volume}):
        name = VOLUMES.get(volume)
        label = text(name) if name else f"{volume} %"
        rows.append(OptionRow(str(volume), label, str(volume) == chosen))
    return rows


def setup_rows(session: Session) -> list[SetupRow]:
    """What a technician has set up, and the version of this program."""
    settings, text = session.settings, session.translator.text
    file, place = find_settings_file(session.file), settings_files()[-1]
    technician = file.absolute() if file else text("choices.no_technician", file=place)
    facts = [
        (text("choices.known.corner"), session.corner_name()),
        (text("choices.known.library"), settings.library),
        (text("choices.known.folder"), settings.share or text("choices.none")),
        (text("choices.known.technician"), technician),
        (text("choices.known.program"), __version__),
    ]
    return [SetupRow(name, display_line(str(fact))) for name, fact in facts]
