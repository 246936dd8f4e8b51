"""The coming dates of an event that has several: chips to touch, each with its own codes."""

from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import Event, Occurrence
from kiosk.dates.date_parts import parse_interval
from kiosk.events.event_facts import status_label
from kiosk.events.timing import is_past
from kiosk.i18n.translator import capitalise
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class DateRow(NamedTuple):
    """One date: its written form, its weekday or 'today', its day and hours; `flag` is a Status or ''."""

    edtf: str
    weekday: str
    day: str
    hours: str
    flag: str
    flagText: str
    chosen: bool


@QmlElement
class DateRows(RecordModel):
    """The coming dates of one event, in order."""

    record = DateRow


def coming_dates(event: Event, session: Session) -> list[Occurrence]:
    """The dates of an event that are ahead or announced and known to the day, in order."""
    return [
        one
        for one in event.occurrences
        if not is_past(one, session.now) and all(point.day for point in parse_interval(one.when.edtf))
    ]


def date_rows(event: Event, chosen: Occurrence, session: Session) -> list[DateRow]:
    """A row for each coming date; none for an event with one date only, unless it is repeated."""
    coming = coming_dates(event, session)
    if len(coming) < 2 and not event.series:
        return []
    usual = {(one.begins, one.ends) for one in event.series}
    rows = [_row(one, one is chosen, len(usual) != 1, session) for one in coming]
    elsewhere = session.translator.text("screens.event.elsewhere")
    return [
        row._replace(flagText=elsewhere)
        if one.venue and one.venue not in event.places and not row.flag
        else row
        for row, one in zip(rows, coming, strict=True)
    ]


def _row(occurrence: Occurrence, chosen: bool, with_hours: bool, session: Session) -> DateRow:
    when = occurrence.when
    status, notice = status_label(occurrence, session)
    with_hours = with_hours or occurrence.original is not None
    return DateRow(
        when.edtf,
        capitalise(_weekday(occurrence, session)),
        dates.format_day_of(when, session.language, session.moment),
        dates.format_hours(when) if with_hours else "",
        status,
        notice,
        chosen,
    )


def _weekday(occurrence: Occurrence, session: Session) -> str:
    soon = dates.relative_day(occurrence.when, session.now) if session.now is not None else ""
    if soon in ("now", "today"):
        return session.translator.text("screens.badge.today")
    if soon == "tomorrow":
        return session.translator.text("screens.badge.tomorrow")
    return dates.weekday_name(occurrence.when, session.language)
