"""Which sheets on the wall are wrong now, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from kiosk.base.errors import KioskError
from kiosk.base.time_zones import local_date
from kiosk.events.details import facts
from kiosk.events.timing import current, is_past
from kiosk.flyers.flyer_records import said, told
from kiosk.flyers.flyer_source import Press
from kiosk.flyers.list_sheets import ends
from kiosk.flyers.make_flyers import sheets
from kiosk.store.flyer_log import FlyerLog, JobRow, SheetRow
from kiosk.typesetting.order import Ink, Kind, Order, Paper
from kiosk.typesetting.sheet import Sheet

Words = Mapping[str, Any]


class Reason(StrEnum):
    """What is wrong with a sheet."""

    GONE = "gone"
    OVER = "over"
    STATUS = "status"
    TITLE = "title"
    WHEN = "when"
    WHERE = "where"
    WHOM = "whom"
    TEXT = "text"
    CODE = "code"
    LIST = "list"
    CORNER = "corner"
    LOOK = "look"


ENDED = (Reason.GONE, Reason.OVER)
"""Reasons for which a sheet can only be taken down."""
_FACTS = {
    "calendar-blank": Reason.WHEN,
    "map-pin": Reason.WHERE,
    "users-three": Reason.WHOM,
    "ticket": Reason.CODE,
}
_PARTS = {
    "flag": Reason.STATUS,
    "title": Reason.TITLE,
    "text": Reason.TEXT,
    "take": Reason.CODE,
    "take_note": Reason.CODE,
}
_WHOLE = {
    "code": Reason.CODE,
    "theme": Reason.TITLE,
    "titles": Reason.TITLE,
    "subtitles": Reason.TITLE,
    "corner": Reason.CORNER,
    "hours": Reason.CORNER,
    "sections": Reason.LIST,
    "picture": Reason.LOOK,
    "colour": Reason.LOOK,
    "icon": Reason.LOOK,
}


class Stale(NamedTuple):
    """A sheet that is wrong: its number, title, how it was ordered, and every reason, the gravest first.

    It is `renewable` when a right one can be printed in its place.
    """

    number: int
    title: str
    order: Order
    reasons: tuple[Reason, ...]
    renewable: bool


def stale(press: Press) -> list[Stale]:
    """The sheets on the wall that do not say what the programme says now, by number.

    A sheet is compared with what it would have said when it was made, so that nothing is wrong only because
    time has passed; that its time is over, or its code of no use any more, is.
    """
    with FlyerLog(press.places.flyers) as known:
        wall = known.sheets_on_wall()
    return [found for sheet, job in wall if (found := _judged(press, sheet, job))]


def _judged(press: Press, sheet: SheetRow, job: JobRow) -> Stale | None:
    order = Order(Kind(job.kind), (sheet.subject,), job.languages, Paper(job.paper), Ink(job.ink))
    reasons = set(_reasons(press, order, sheet, job))
    if not reasons:
        return None
    for ended in ENDED:
        if ended in reasons:
            reasons = {ended}
    return Stale(
        sheet.number,
        _title(sheet.content),
        order,
        tuple(reason for reason in Reason if reason in reasons),
        not reasons & set(ENDED) and _written(press, order, sheet) is not None,
    )


def _reasons(press: Press, order: Order, sheet: SheetRow, job: JobRow) -> Iterator[Reason]:
    if _over(press, order):
        yield Reason.OVER
        return
    try:
        fresh = sheets(replace(press, now=job.at), order, sheet.number)[0]
    except KioskError as error:
        yield Reason.CODE if error.code == "flyers.no_code" else Reason.GONE
        return
    yield from _differences(told(sheet.content), said(fresh))
    if order.kind in (Kind.EVENT, Kind.TEAR_OFF):
        yield from _passed(press, order, sheet.content)


def _written(press: Press, order: Order, sheet: SheetRow) -> Sheet | None:
    """What the sheet would say if it was made now; None when it cannot be."""
    try:
        return sheets(press, order, sheet.number)[0]
    except KioskError:
        return None


def _passed(press: Press, order: Order, words: Words) -> Iterator[Reason]:
    """What has become wrong with a sheet about an event only because time has passed."""
    event, reader = press.event(order.subjects[0]), press.readers(order.languages)[0]
    occurrence = current(event, press.now)
    payloads = {one.payload for one in press.offered(event, occurrence, reader).values()}
    if words["code"] and words["code"]["payload"] not in payloads:
        yield Reason.CODE
    if words["said"][0]["facts"][0]["text"] != facts(event, occurrence, reader)[0].text:
        yield Reason.WHEN


def _over(press: Press, order: Order) -> bool:
    """Whether what the sheet announces lies in the past."""
    subject = order.subjects[0]
    if order.kind in (Kind.WEEK, Kind.MONTH):
        return ends(order.kind, subject) < local_date(press.now, press.zone)
    if order.kind in (Kind.THEME, Kind.CHOICE):
        return False
    try:
        event = press.event(subject)
    except KioskError:
        return False
    return is_past(current(event, press.now), press.now)


def _differences(before: Words, after: Words) -> Iterator[Reason]:
    yield from (reason for name, reason in _WHOLE.items() if before[name] != after[name])
    for old, new in zip(before["said"], after["said"], strict=True):
        yield from (reason for name, reason in _PARTS.items() if old[name] != new[name])
        was, is_now = ({fact["icon"]: fact for fact in one["facts"]} for one in (old, new))
        yield from (reason for icon, reason in _FACTS.items() if was.get(icon) != is_now.get(icon))


def _title(words: Words) -> str:
    return str(words["said"][0]["title"] if words["said"] else words["titles"][0])
