"""Which sheets on the wall are wrong now, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from kiosk.base.errors import KioskError
from kiosk.base.time_zones import local_date
from kiosk.events.details import event_facts
from kiosk.events.timing import current_occurrence, is_past
from kiosk.flyers.event_list_sheets import period_end
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.flyer_records import sheet_content, without_drawing
from kiosk.flyers.make_flyers import build_sheets
from kiosk.store.flyer_log import FlyerLog, JobRow, SheetRow
from kiosk.typesetting.order import FlyerKind, Ink, Order, Paper
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


FINAL_REASONS = (Reason.GONE, Reason.OVER)
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


class OutdatedSheet(NamedTuple):
    """A sheet that is wrong: its number, title, how it was ordered, and every reason, the gravest first.

    It is `renewable` when a right one can be printed in its place.
    """

    number: int
    title: str
    order: Order
    reasons: tuple[Reason, ...]
    is_renewable: bool


def find_outdated(context: FlyerContext) -> list[OutdatedSheet]:
    """The sheets on the wall that do not say what the programme says now, by number.

    A sheet is compared with what it would have said when it was made, so that nothing is wrong only because
    time has passed; that its time is over, or its code of no use any more, is.
    """
    with FlyerLog(context.paths.flyers) as known:
        wall = known.sheets_on_wall()
    return [found for sheet, job in wall if (found := _judged(context, sheet, job))]


def _judged(context: FlyerContext, sheet: SheetRow, job: JobRow) -> OutdatedSheet | None:
    order = Order(FlyerKind(job.kind), (sheet.subject,), job.languages, Paper(job.paper), Ink(job.ink))
    reasons = set(_reasons(context, order, sheet, job))
    if not reasons:
        return None
    for ended in FINAL_REASONS:
        if ended in reasons:
            reasons = {ended}
    return OutdatedSheet(
        sheet.number,
        _title(sheet.content),
        order,
        tuple(reason for reason in Reason if reason in reasons),
        not reasons & set(FINAL_REASONS) and _written(context, order, sheet) is not None,
    )


def _reasons(context: FlyerContext, order: Order, sheet: SheetRow, job: JobRow) -> Iterator[Reason]:
    if _over(context, order):
        yield Reason.OVER
        return
    try:
        fresh = build_sheets(replace(context, now=job.at), order, sheet.number)[0]
    except KioskError as error:
        yield Reason.CODE if error.code == "flyers.no_code" else Reason.GONE
        return
    yield from _differences(without_drawing(sheet.content), sheet_content(fresh))
    if order.kind in (FlyerKind.EVENT, FlyerKind.TEAR_OFF):
        yield from _passed(context, order, sheet.content)


def _written(context: FlyerContext, order: Order, sheet: SheetRow) -> Sheet | None:
    """What the sheet would say if it was made now; None when it cannot be."""
    try:
        return build_sheets(context, order, sheet.number)[0]
    except KioskError:
        return None


def _passed(context: FlyerContext, order: Order, words: Words) -> Iterator[Reason]:
    """What has become wrong with a sheet about an event only because time has passed."""
    event, reader = context.event(order.subjects[0]), context.readers(order.languages)[0]
    occurrence = current_occurrence(event, context.now)
    payloads = {one.payload for one in context.offers_by_kind(event, occurrence, reader).values()}
    if words["code"] and words["code"]["payload"] not in payloads:
        yield Reason.CODE
    if words["said"][0]["facts"][0]["text"] != event_facts(event, occurrence, reader)[0].text:
        yield Reason.WHEN


def _over(context: FlyerContext, order: Order) -> bool:
    """Whether what the sheet announces lies in the past."""
    subject = order.subjects[0]
    if order.kind in (FlyerKind.WEEK, FlyerKind.MONTH):
        return period_end(order.kind, subject) < local_date(context.now, context.zone)
    if order.kind in (FlyerKind.THEME, FlyerKind.CHOICE):
        return False
    try:
        event = context.event(subject)
    except KioskError:
        return False
    return is_past(current_occurrence(event, context.now), context.now)


def _differences(before: Words, after: Words) -> Iterator[Reason]:
    yield from (reason for name, reason in _WHOLE.items() if before[name] != after[name])
    for old, new in zip(before["said"], after["said"], strict=True):
        yield from (reason for name, reason in _PARTS.items() if old[name] != new[name])
        was, is_now = ({fact["icon"]: fact for fact in one["facts"]} for one in (old, new))
        yield from (reason for icon, reason in _FACTS.items() if was.get(icon) != is_now.get(icon))


def _title(words: Words) -> str:
    return str(words["said"][0]["title"] if words["said"] else words["titles"][0])
