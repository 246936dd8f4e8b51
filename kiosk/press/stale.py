"""Which sheets on the wall are wrong now, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from kiosk.errors import KioskError
from kiosk.facts.timing import current, is_past
from kiosk.flyers.order import Ink, Kind, Order, Paper
from kiosk.press.lists import ends
from kiosk.press.make import sheets
from kiosk.press.press import Press
from kiosk.press.record import said
from kiosk.store.sheets import JobRow, SheetRow, Sheets
from kiosk.zones import local_day

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
_PARTS = {"flag": Reason.STATUS, "title": Reason.TITLE, "text": Reason.TEXT, "take": Reason.CODE}
_PARTS |= {"take_note": Reason.CODE}
_WHOLE = {
    "code": Reason.CODE,
    "titles": Reason.TITLE,
    "subtitles": Reason.TITLE,
    "corner": Reason.CORNER,
    "hours": Reason.CORNER,
    "sections": Reason.LIST,
}


class Stale(NamedTuple):
    """A sheet that is wrong: its number, title, how it was ordered, and every reason, the gravest first."""

    number: int
    title: str
    order: Order
    reasons: tuple[Reason, ...]

    @property
    def renewable(self) -> bool:
        """Whether a right one can be printed in its place."""
        return not any(reason in ENDED for reason in self.reasons)


def stale(press: Press) -> list[Stale]:
    """The sheets on the wall that do not say what the programme says now, by number.

    A sheet is compared with what it would have said when it was made, so that nothing is wrong only because
    time has passed; that its event is over, or registration has closed, is.
    """
    with Sheets(press.places.flyers) as known:
        wall = known.on_the_wall()
    return [found for sheet, job in wall if (found := _judged(press, sheet, job))]


def _judged(press: Press, sheet: SheetRow, job: JobRow) -> Stale | None:
    order = Order(Kind(job.kind), (sheet.subject,), job.languages, Paper(job.paper), Ink(job.ink))
    if _over(press, order):
        reasons = {Reason.OVER}
    else:
        reasons = set()
        for now in (job.at, press.now) if order.kind in (Kind.EVENT, Kind.TEAR_OFF) else (job.at,):
            try:
                fresh = said(sheets(replace(press, now=now), order, sheet.number)[0])
            except KioskError:
                reasons.add(Reason.GONE)
                continue
            found = set(_differences(sheet.said, fresh))
            reasons |= found if now == job.at else found & {Reason.CODE}
    if Reason.GONE in reasons:
        reasons = {Reason.GONE}
    if not reasons:
        return None
    return Stale(
        sheet.number, _title(sheet.said), order, tuple(reason for reason in Reason if reason in reasons)
    )


def _over(press: Press, order: Order) -> bool:
    """Whether what the sheet announces lies in the past."""
    subject = order.subjects[0]
    if order.kind in (Kind.WEEK, Kind.MONTH):
        return ends(order.kind, subject) < local_day(press.now, press.zone)
    if order.kind is Kind.THEME:
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
        facts = [{fact["icon"]: fact for fact in one["facts"]} for one in (old, new)]
        yield from (reason for icon, reason in _FACTS.items() if facts[0].get(icon) != facts[1].get(icon))
    if before["picture"] != after["picture"] or before["colour"] != after["colour"]:
        yield Reason.LOOK


def _title(words: Words) -> str:
    return str(words["said"][0]["title"] if words["said"] else words["titles"][0])
