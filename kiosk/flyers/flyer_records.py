"""Makes flyers and keeps them in the flyer log, by their number and by the hash of their PDF."""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.export.export_file import export_file
from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.base.safe_open import read_regular_file
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.make_flyers import Flyer, make_flyer
from kiosk.flyers.order import Order
from kiosk.store.flyer_log import SAVED, FlyerLog, JobRow, SheetRow
from kiosk.typesetting.proofread import count_pages
from kiosk.typesetting.sheet import Sheet, to_json_values

UNRECORDED_FIELDS = ("pack", "number", "seed")
"""Fields of a sheet without meaning for a reader."""
DRAWING_KEYS = ("path", "modules", "least", "alt")
"""How a code is drawn and read aloud, which may differ between versions of the program."""


def make_and_record(context: FlyerContext, order: Order, report: ProgressCallback = ignore_progress) -> Flyer:
    """Make and log a flyer; KioskErrors of `make_flyer`, 'library.storage' and 'library.full'."""
    with FlyerLog(context.paths.flyers) as log:
        first = log.reserve_numbers(len(order.subjects))
        flyer = make_flyer(context, order, first, report)
        numbered = enumerate(flyer.sheets, first)
        rows = [SheetRow(number, sheet.subject, sheet_content(sheet)) for number, sheet in numbered]
        log.add_job(_job_row(context, order, flyer), rows)
    return flyer


def find_job(log: FlyerLog, pdf: bytes) -> JobRow:
    """The job of a PDF; KioskError 'flyers.unknown' when this kiosk has not made it."""
    job = log.find_job(pdf_hash(pdf))
    if job is None:
        raise KioskError("flyers.unknown")
    return job


def save_pdf(context: FlyerContext, pdf: bytes, file: Path) -> None:
    """Save a PDF that this kiosk made, and log it as handed out, so that it counts as on the wall.

    KioskErrors 'flyers.unknown' and those of `export_file`.
    """
    with FlyerLog(context.paths.flyers) as log:
        find_job(log, pdf)
        export_file(file, pdf)
        log.record_hand_out(pdf_hash(pdf), SAVED)


def record_taken_down(context: FlyerContext, numbers: Sequence[int]) -> None:
    """Log that these sheets no longer hang on the wall."""
    with FlyerLog(context.paths.flyers) as log:
        log.record_take_down(numbers)


def read_pdf(file: Path) -> bytes:
    """The bytes of a PDF file; KioskError 'flyers.no_file' when it cannot be read."""
    try:
        return read_regular_file(file)
    except OSError as error:
        raise KioskError("flyers.no_file", file=file, reason=disk_reason(error)) from error


def sheet_content(sheet: Sheet) -> dict[str, object]:
    """All that a sheet tells its reader, as JSON values."""
    return {
        name: without_drawing(to_json_values(value))
        for name, value in asdict(sheet).items()
        if name not in UNRECORDED_FIELDS
    }


def without_drawing(value: Any) -> Any:
    """A JSON value without the DRAWING_KEYS of the codes in it."""
    if isinstance(value, dict):
        dropped = DRAWING_KEYS if "payload" in value else ()
        return {name: without_drawing(part) for name, part in value.items() if name not in dropped}
    return [without_drawing(part) for part in value] if isinstance(value, list) else value


def pdf_hash(pdf: bytes) -> str:
    """The SHA-256 by which the flyer log identifies a PDF."""
    return sha256(pdf).hexdigest()


def _job_row(context: FlyerContext, order: Order, flyer: Flyer) -> JobRow:
    pages, hashed = count_pages(flyer.pdf), pdf_hash(flyer.pdf)
    return JobRow(hashed, context.now, pages, order.kind, order.languages, order.paper, order.ink)
