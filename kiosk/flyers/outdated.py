"""Finds the sheets on the wall that are outdated, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from kiosk.base.errors import KioskError
from kiosk.base.model import Status
from kiosk.base.sentence_ids import SentenceId
from kiosk.base.time_zones import local_date
from kiosk.events.event_facts import event_facts
from kiosk.events.icalendar import same_to_readers
from kiosk.events.timing import current_occurrence, is_past
from kiosk.flyers.event_list_sheets import period_end
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.flyer_records import sheet_content, without_drawing
from kiosk.flyers.make_flyers import build_sheets
from kiosk.flyers.order import FlyerKind, Order
from kiosk.store.flyer_log import FlyerLog, JobRow, SheetRow
from kiosk.typesetting.paper import Ink, Paper

Content = Mapping[str, Any]
"""What stands on a sheet, as `sheet_content` has it."""


class Reason(StrEnum):
    """Why a sheet is outdated; GONE: the programme no longer has its subject, OVER: that lies in the past."""

    GONE = "gone"
    OVER = "over"
    CANCELLED = "cancelled"
    MOVED = "moved"
    FULL = "full"
    ON_AGAIN = "on_again"
    PLACES_AGAIN = "places_again"
    TITLE = "title"
    WHEN = "when"
    WHERE = "where"
    WHOM = "whom"
    TEXT = "text"
    CODE = "code"
    LIST = "list"
    CORNER = "corner"
    LOOK = "look"


REASON_NAMES: dict[Reason, SentenceId] = {
    Reason.GONE: "flyers.reason.gone",
    Reason.OVER: "flyers.reason.over",
    Reason.CANCELLED: "flyers.reason.cancelled",
    Reason.MOVED: "flyers.reason.moved",
    Reason.FULL: "flyers.reason.full",
    Reason.ON_AGAIN: "flyers.reason.on_again",
    Reason.PLACES_AGAIN: "flyers.reason.places_again",
    Reason.TITLE: "flyers.reason.title",
    Reason.WHEN: "flyers.reason.when",
    Reason.WHERE: "flyers.reason.where",
    Reason.WHOM: "flyers.reason.whom",
    Reason.TEXT: "flyers.reason.text",
    Reason.CODE: "flyers.reason.code",
    Reason.LIST: "flyers.reason.list",
    Reason.CORNER: "flyers.reason.corner",
    Reason.LOOK: "flyers.reason.look",
}
FINAL_REASONS = (Reason.GONE, Reason.OVER)
"""Reasons for which a sheet can only be taken down."""
_SOLE_REASONS = (
    *FINAL_REASONS,
    *(Reason.CANCELLED, Reason.MOVED, Reason.FULL, Reason.ON_AGAIN, Reason.PLACES_AGAIN),
)
"""Reasons beside which no other matters."""
_STATUS_REASONS = {
    Status.CANCELLED: Reason.CANCELLED,
    Status.MOVED: Reason.MOVED,
    Status.FULL: Reason.FULL,
}
_FACT_REASONS = {
    "calendar-blank": Reason.WHEN,
    "map-pin": Reason.WHERE,
    "laptop": Reason.WHERE,
    "users-three": Reason.WHOM,
    "phone": Reason.TEXT,
    "ticket": Reason.CODE,
}
_HARMLESS_ADDITIONS = ("phone",)
"""Facts without which a sheet is not wrong: earlier programs printed none."""
_TEXT_REASONS = {
    "title": Reason.TITLE,
    "text": Reason.TEXT,
    "take": Reason.CODE,
    "take_note": Reason.CODE,
}
_SHEET_REASONS = {
    "theme": Reason.TITLE,
    "titles": Reason.TITLE,
    "subtitles": Reason.TITLE,
    "corner": Reason.CORNER,
    "hours": Reason.CORNER,
    "picture": Reason.LOOK,
    "colour": Reason.LOOK,
    "icon": Reason.LOOK,
}


class OutdatedSheet(NamedTuple):
    """An outdated sheet: its number, title, order, and every reason, the gravest first.

    It `is_renewable` when an up-to-date one can be printed in its place.
    """

    number: int
    title: str
    order: Order
    reasons: tuple[Reason, ...]
    is_renewable: bool


def find_outdated(context: FlyerContext) -> list[OutdatedSheet]:
    """The sheets on the wall that differ from the current programme, by number.

    A sheet is compared with one built from the current programme for the time at which it was made, so that
    it is not outdated only because time has passed, unless its event is over or its code no longer of use.
    """
    with FlyerLog(context.paths.flyers) as log:
        rows = log.sheets_on_wall()
    return [outdated for sheet, job in rows if (outdated := _check_sheet(context, sheet, job))]


def _check_sheet(context: FlyerContext, sheet: SheetRow, job: JobRow) -> OutdatedSheet | None:
    order = Order(FlyerKind(job.kind), (sheet.subject,), job.languages, Paper(job.paper), Ink(job.ink))
    reasons = set(_find_reasons(context, order, sheet, job))
    if not reasons:
        return None
    is_final = bool(reasons & set(FINAL_REASONS))
    sole = next((reason for reason in _SOLE_REASONS if reason in reasons), None)
    return OutdatedSheet(
        sheet.number,
        _title(sheet.content),
        order,
        (sole,) if sole else tuple(reason for reason in Reason if reason in reasons),
        not is_final and _can_build(context, order, sheet),
    )


def _find_reasons(context: FlyerContext, order: Order, sheet: SheetRow, job: JobRow) -> Iterator[Reason]:
    if _is_over(context, order):
        yield Reason.OVER
        return
    try:
        rebuilt = build_sheets(replace(context, now=job.at), order, sheet.number)[0]
    except KioskError as error:
        yield Reason.CODE if error.code == "flyers.no_code" else Reason.GONE
        return
    before: Content = without_drawing(sheet.content)
    after: Content = sheet_content(rebuilt)
    yield from _compare(before, after)
    if order.kind in (FlyerKind.EVENT, FlyerKind.TEAR_OFF):
        if before["said"][0]["flag"] != after["said"][0]["flag"]:
            yield _change_of_status(replace(context, now=job.at), order, before["said"][0]["flag"])
        yield from _reasons_of_time(context, order, sheet.content)


def _can_build(context: FlyerContext, order: Order, sheet: SheetRow) -> bool:
    """Whether the sheet can be built from the current programme."""
    try:
        return bool(build_sheets(context, order, sheet.number))
    except KioskError:
        return False


def _reasons_of_time(context: FlyerContext, order: Order, content: Content) -> Iterator[Reason]:
    """What has become outdated on the sheet of an event only because time has passed."""
    event, reader = context.event(order.subjects[0]), context.paper_contexts(order.languages)[0]
    occurrence = current_occurrence(event, context.now)
    codes = context.codes_by_kind(event, occurrence, reader).values()
    if content["code"] and not any(same_to_readers(content["code"]["payload"], one.payload) for one in codes):
        yield Reason.CODE
    if content["said"][0]["facts"][0]["text"] != event_facts(event, occurrence, reader)[0].text:
        yield Reason.WHEN


def _change_of_status(context: FlyerContext, order: Order, flag: str) -> Reason:
    """What has become of an event whose notice on the sheet, `flag` ('' for none), is another one now."""
    status = current_occurrence(context.event(order.subjects[0]), context.now).status
    if status in _STATUS_REASONS:
        return _STATUS_REASONS[status]
    text = context.paper_contexts(order.languages)[0].translator.text
    if flag == text("screens.event.status.full"):
        return Reason.PLACES_AGAIN
    return Reason.ON_AGAIN if flag == text("screens.event.status.cancelled") else Reason.WHEN


def _is_over(context: FlyerContext, order: Order) -> bool:
    """Whether the event, week or month of a sheet lies in the past."""
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


def _compare(before: Content, after: Content) -> Iterator[Reason]:
    yield from (reason for name, reason in _SHEET_REASONS.items() if before[name] != after[name])
    if not _codes_alike(before["code"], after["code"]):
        yield Reason.CODE
    if not _lists_alike(before["sections"], after["sections"]):
        yield Reason.LIST
    for old, new in zip(before["said"], after["said"], strict=True):
        yield from (reason for name, reason in _TEXT_REASONS.items() if old[name] != new[name])
        old_facts, new_facts = ({fact["icon"]: fact for fact in text["facts"]} for text in (old, new))
        icons = (icon for icon in _FACT_REASONS if icon in old_facts or icon not in _HARMLESS_ADDITIONS)
        changed = (icon for icon in icons if old_facts.get(icon) != new_facts.get(icon))
        yield from (_FACT_REASONS[icon] for icon in changed)


def _lists_alike(before: Sequence[Content], after: Sequence[Content]) -> bool:
    """Whether two lists have the same rows below the same headings.

    A row that was drawn without its code says nothing wrong when the event has one.
    """
    return [old["headings"] for old in before] == [new["headings"] for new in after] and all(
        len(old["rows"]) == len(new["rows"]) and all(map(_rows_alike, old["rows"], new["rows"]))
        for old, new in zip(before, after, strict=True)
    )


def _rows_alike(old: Content, new: Content) -> bool:
    return (
        all(old[name] == new[name] for name in ("event", "titles", "flags"))
        and _row_lines(old) == _row_lines(new)
        and (old["code"] is None or _codes_alike(old["code"], new["code"]))
    )


def _row_lines(row: Content) -> list[str]:
    """When and where, in each language; earlier programs recorded both as one text."""
    if "lines" in row:
        return list(row["lines"])
    pairs = zip(row["times"], row["places"], strict=True)
    return [" · ".join(filter(None, pair)) for pair in pairs]


def _codes_alike(before: Content | None, after: Content | None) -> bool:
    """Whether two codes, or none, tell a reader the same, whatever else differs in calendar entries."""
    if before is None or after is None:
        return before == after
    return same_to_readers(before["payload"], after["payload"]) and before["words"] == after["words"]


def _title(content: Content) -> str:
    return str(content["said"][0]["title"] if content["said"] else content["titles"][0])
