"""Flyers are made, and remembered by their number and by the hash of their PDF."""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.flyers.order import Order
from kiosk.flyers.proof import page_count
from kiosk.flyers.sheet import Sheet, plain
from kiosk.press.make import Made, Report, make
from kiosk.press.press import Press
from kiosk.store.sheets import SAVED, JobRow, SheetRow, Sheets

VOLATILE = ("mark", "seed")
"""What of a sheet says nothing to its reader."""


def make_and_remember(press: Press, order: Order, report: Report = lambda progress: None) -> Made:
    """Make what was ordered; KioskErrors of `make`, 'library.storage' and 'library.full'."""
    with Sheets(press.places.flyers) as sheets:
        first = sheets.reserve(len(order.subjects))
        made = make(press, order, first, report)
        rows = [SheetRow(first + place, one.subject, said(one)) for place, one in enumerate(made.sheets)]
        sheets.add(_job(press, order, made), rows)
    return made


def known(sheets: Sheets, pdf: bytes) -> JobRow:
    """How a PDF was ordered; KioskError 'flyers.unknown' when this kiosk has not made it."""
    job = sheets.job(digest(pdf))
    if job is None:
        raise KioskError("flyers.unknown")
    return job


def saved(press: Press, pdf: bytes) -> None:
    """Note that a PDF has been saved, and may hang somewhere soon; KioskError 'flyers.unknown'."""
    with Sheets(press.places.flyers) as sheets:
        known(sheets, pdf)
        sheets.hand_out(digest(pdf), SAVED)


def take_down(press: Press, numbers: Sequence[int]) -> None:
    """Note that these sheets no longer hang on the wall."""
    with Sheets(press.places.flyers) as sheets:
        sheets.take_down(numbers)


def read(file: Path) -> bytes:
    """A PDF; KioskError 'flyers.no_file' when there is none to read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise KioskError("flyers.no_file", file=file, reason=error.strerror) from error


def said(sheet: Sheet) -> dict[str, object]:
    """All that a sheet tells its reader, as plain JSON values."""
    return {name: plain(value) for name, value in asdict(sheet).items() if name not in VOLATILE}


def digest(pdf: bytes) -> str:
    """What a PDF is known by."""
    return sha256(pdf).hexdigest()


def _job(press: Press, order: Order, made: Made) -> JobRow:
    pages = page_count(made.pdf)
    return JobRow(digest(made.pdf), press.now, pages, order.kind, order.languages, order.paper, order.ink)
