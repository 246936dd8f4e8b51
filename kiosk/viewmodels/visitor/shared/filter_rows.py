"""Rows of the filter bar: the kinds of filter, and the choices of one kind with their counts."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.sentence_ids import SentenceId
from kiosk.events.detail_text import level_name
from kiosk.i18n.translator import capitalise
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

FilterKind = Literal["city", "audience", "spoken", "month", "offer", "level"]
"""A kind of filter with choices."""
_NAMES: dict[FilterKind, SentenceId] = {
    "city": "screens.filter.city",
    "audience": "screens.filter.audience",
    "spoken": "screens.filter.spoken",
    "month": "screens.filter.month",
    "offer": "screens.filter.offer",
    "level": "screens.filter.level",
}
_OFFERS: dict[str, SentenceId] = {
    "free": "screens.event.free",
    "online": "screens.event.online",
    "step_free": "screens.access.step_free",
}


class KindRow(NamedTuple):
    """A kind of filter, labelled with its choice if it has one; kinds without choices are on or off."""

    kind: str
    label: str
    hasChoices: bool
    chosen: bool
    isOpen: bool


@QmlElement
class KindRows(RecordModel):
    """The kinds of filter that are offered."""

    record = KindRow


class ChoiceRow(NamedTuple):
    """One choice of a kind, and how many events it would leave."""

    value: str
    label: str
    chosen: bool


@QmlElement
class ChoiceRows(RecordModel):
    """The choices of the kind that is open."""

    record = ChoiceRow


def kind_row(kind: FilterKind, value: str, open_kind: str, session: Session) -> KindRow:
    """The row of a kind with choices; `value` is the chosen one, '' for none."""
    label = choice_name(kind, value, session) if value else session.translator.text(_NAMES[kind])
    return KindRow(kind, label, True, bool(value), kind == open_kind)


def choice_rows(kind: str, choices: Mapping[str, int], value: str, session: Session) -> list[ChoiceRow]:
    """The rows of `choices` (value to count); the chosen `value` is included even if it leaves no event."""
    return [
        ChoiceRow(one, f"{choice_name(kind, one, session)} · {events}", one == value)
        for one, events in (choices if value in choices or not value else {**choices, value: 0}).items()
    ]


def choice_name(kind: str, value: str, session: Session) -> str:
    """The name of a choice, capitalised."""
    if kind == "city":
        venue = session.programme.catalogue.venue(value) if session.programme else None
        return session.localise(venue.name) if venue else value
    if kind == "month":
        return capitalise(dates.format_month(value, session.language, session.moment, session.zone))
    if kind == "audience":
        return capitalise(session.translator.audience_name(value))
    if kind == "level":
        return capitalise(level_name(value, session.translator))
    if kind == "offer":
        return capitalise(session.translator.text(_OFFERS[value]))
    return capitalise(session.language_name(value))
