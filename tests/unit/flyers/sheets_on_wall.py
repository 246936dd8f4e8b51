"""Hangs up sheets of an event, and reads what is wrong with them."""

from dataclasses import replace
from typing import Any

from kiosk.base.model import Event, Occurrence
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.flyer_records import make_and_record, pdf_hash
from kiosk.flyers.order import FlyerKind, Order
from kiosk.flyers.outdated import find_outdated
from kiosk.store.flyer_log import PRINTED, FlyerLog
from kiosk.typesetting.paper import Paper
from tests.unit.store.sample import APRIL_9, CODE

SINGLE_OCCURRENCE = replace(CODE, occurrences=(Occurrence(APRIL_9),), media=())
"""An event with one occurrence, and registration until the evening before."""


def hang_sheets(
    context: FlyerContext, kind: FlyerKind, *subjects: str, languages: tuple[str, ...] = ("kk", "ru")
) -> list[int]:
    """Make a sheet of each subject and log it as printed; the sheets' numbers."""
    flyer = make_and_record(context, Order(kind, subjects, languages, Paper.A4))
    with FlyerLog(context.paths.flyers) as log:
        log.record_hand_out(pdf_hash(flyer.pdf), PRINTED)
    return [int(sheet.mark.rpartition(" ")[2]) for sheet in flyer.sheets]


def find_reasons(context: FlyerContext) -> list[str]:
    """The reasons of the first outdated sheet."""
    found = find_outdated(context)
    return list(map(str, found[0].reasons)) if found else []


def alter(event: Event, **changes: Any) -> Event:
    """The event with changes to its first occurrence."""
    return replace(event, occurrences=(replace(event.occurrences[0], **changes),))
