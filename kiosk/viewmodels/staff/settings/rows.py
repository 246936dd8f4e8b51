"""What the page of settings lists: the ways a setting can be, and the facts that staff cannot change."""

from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import __version__
from kiosk.base.paths import settings_files
from kiosk.base.settings import INSTALL_MODES, ON_OFF, find_settings_file
from kiosk.i18n.translator import translator
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

IDLE_TIMES = (30, 60, 120, 180)
"""Seconds without a touch that staff may choose."""
MINUTE = 60
VOLUMES = {0: "off", 20: "low", 40: "middle", 70: "high"}
"""How loud videos may begin, in hundredths, and what that is called."""


class OptionRow(NamedTuple):
    """One way a setting can be; `value` is as `kiosk settings set` takes it."""

    value: str
    label: str
    chosen: bool


class SetupRow(NamedTuple):
    """A fact: what is told, and how it is."""

    label: str
    text: str


@QmlElement
class OptionRows(RecordModel):
    """The ways a setting can be."""

    record = OptionRow


@QmlElement
class SetupRows(RecordModel):
    """Facts, one below the other."""

    record = SetupRow


def language_options(session: Session, chosen: str) -> list[OptionRow]:
    """The languages of this Corner, each in its own words."""
    languages = session.settings.languages
    own = "screens.language.own"
    return [OptionRow(code, translator(code).text(own), code == chosen) for code in languages]


def idle_time_options(session: Session, chosen: str) -> list[OptionRow]:
    """The usual times, and with them the one that counts now, should it be another."""
    rows, said = [], session.translator
    for seconds in sorted({*IDLE_TIMES, session.settings.idle_seconds}):
        whole, rest = divmod(seconds, MINUTE)
        label = said.plural("choices.seconds", seconds) if rest else said.plural("choices.minutes", whole)
        rows.append(OptionRow(str(seconds), label, str(seconds) == chosen))
    return rows


def share_install_options(session: Session, chosen: str) -> list[OptionRow]:
    """What can happen with a newer programme on the network folder."""
    said = session.translator
    return [OptionRow(how, said.text(f"choices.share.{how}"), how == chosen) for how in INSTALL_MODES]


def visitor_print_options(session: Session, chosen: str) -> list[OptionRow]:
    """Whether visitors may print."""
    text = session.translator.text
    return [OptionRow(how, text(f"choices.visitors.{how}"), how == chosen) for how in ON_OFF]


def volume_options(session: Session, chosen: str) -> list[OptionRow]:
    """How loud videos begin, and with the usual ways the one that counts now, should it be another."""
    rows, said = [], session.translator
    for volume in sorted({*VOLUMES, session.settings.volume}):
        name = VOLUMES.get(volume)
        label = said.text(f"choices.volume.{name}") if name else f"{volume} %"
        rows.append(OptionRow(str(volume), label, str(volume) == chosen))
    return rows


def setup_rows(session: Session) -> list[SetupRow]:
    """What a technician has set up, and what this program is."""
    settings, said = session.settings, session.translator
    file, place = find_settings_file(session.file), settings_files()[-1]
    facts = {
        "corner": session.corner_name(),
        "library": str(settings.library),
        "folder": str(settings.share or said.text("choices.none")),
        "technician": str(file.absolute()) if file else said.text("choices.no_technician", file=place),
        "program": __version__,
    }
    return [SetupRow(said.text(f"choices.known.{name}"), fact) for name, fact in facts.items()]
