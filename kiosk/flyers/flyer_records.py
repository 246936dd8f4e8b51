"""Flyers are made, and remembered by their number and by the hash of their PDF."""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.base.errors import KioskError
from kiosk.base.export_file import export_file
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.make_flyers import Flyer, Report, make_flyer
from kiosk.store.flyer_log import SAVED, FlyerLog, JobRow, SheetRow
from kiosk.typesetting.order import Order
from kiosk.typesetting.proofread import count_pages
from kiosk.typesetting.sheet import Sheet, to_json_values

UNRECORDED_FIELDS = ("mark", "seed")
"""What of a sheet says nothing to its reader."""
DRAWING_KEYS = ("path", "modules", "least", "alt")
"""How a code is drawn and read aloud: another version of the program may do that otherwise."""


def make_and_record(context: FlyerContext, order: Order, report: Report = lambda progress: None) -> Flyer:
    """Make what was ordered; KioskErrors of `make`, 'library.storage' and 'library.full'."""
    with FlyerLog(context.paths.flyers) as sheets:
        first = sheets.reserve_numbers(len(order.subjects))
        made = make_flyer(context, order, first, report)
        rows = [
            SheetRow(first + place, one.subject, sheet_content(one)) for place, one in enumerate(made.sheets)
        ]
        sheets.add_job(_job(context, order, made), rows)
    return made


def find_job(sheets: FlyerLog, pdf: bytes) -> JobRow:
    """How a PDF was ordered; KioskError 'flyers.unknown' when this kiosk has not made it."""
    job = sheets.find_job(pdf_hash(pdf))
    if job is None:
        raise KioskError("flyers.unknown")
    return job


def save_pdf(context: FlyerContext, pdf: bytes, file: Path) -> None:
    """Save a PDF that this kiosk made, and note that it may hang somewhere soon.

    KioskErrors 'flyers.unknown' and those of `export_file`.
    """
    with FlyerLog(context.paths.flyers) as sheets:
        find_job(sheets, pdf)
        export_file(file, pdf)
        sheets.record_hand_out(pdf_hash(pdf), SAVED)


def record_taken_down(context: FlyerContext, numbers: Sequence[int]) -> None:
    """Note that these sheets no longer hang on the wall."""
    with FlyerLog(context.paths.flyers) as sheets:
        sheets.record_take_down(numbers)


def read_pdf(file: Path) -> bytes:
    """A PDF; KioskError 'flyers.no_file' when there is none to read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise KioskError("flyers.no_file", file=file, reason=error.strerror) from error


def sheet_content(sheet: Sheet) -> dict[str, object]:
    """All that a sheet tells its reader, as plain JSON values."""
    return {
        name: without_drawing(to_json_values(value))
        for name, value in asdict(sheet).items()
        if name not in UNRECORDED_FIELDS
    }


def without_drawing(value: Any) -> Any:
    """A JSON value without how codes in it are drawn."""
    if isinstance(value, dict):
        drawn = DRAWING_KEYS if "payload" in value else ()
        return {name: without_drawing(part) for name, part in value.items() if name not in drawn}
    return [without_drawing(part) for part in value] if isinstance(value, list) else value


def pdf_hash(pdf: bytes) -> str:
    """What a PDF is known by."""
    return sha256(pdf).hexdigest()


def _job(context: FlyerContext, order: Order, made: Flyer) -> JobRow:
    pages = count_pages(made.pdf)
    return JobRow(pdf_hash(made.pdf), context.now, pages, order.kind, order.languages, order.paper, order.ink)
