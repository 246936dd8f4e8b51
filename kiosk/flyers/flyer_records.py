"""Flyers are made, and remembered by their number and by the hash of their PDF."""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.base.errors import KioskError
from kiosk.base.export_file import export_file
from kiosk.flyers.flyer_source import Press
from kiosk.flyers.make_flyers import Made, Report, make
from kiosk.store.flyer_log import SAVED, FlyerLog, JobRow, SheetRow
from kiosk.typesetting.order import Order
from kiosk.typesetting.proof import page_count
from kiosk.typesetting.sheet import Sheet, plain

VOLATILE = ("mark", "seed")
"""What of a sheet says nothing to its reader."""
DRAWN = ("path", "modules", "least", "alt")
"""How a code is drawn and read aloud: another version of the program may do that otherwise."""


def make_and_remember(press: Press, order: Order, report: Report = lambda progress: None) -> Made:
    """Make what was ordered; KioskErrors of `make`, 'library.storage' and 'library.full'."""
    with FlyerLog(press.places.flyers) as sheets:
        first = sheets.reserve_numbers(len(order.subjects))
        made = make(press, order, first, report)
        rows = [SheetRow(first + place, one.subject, said(one)) for place, one in enumerate(made.sheets)]
        sheets.add_job(_job(press, order, made), rows)
    return made


def known(sheets: FlyerLog, pdf: bytes) -> JobRow:
    """How a PDF was ordered; KioskError 'flyers.unknown' when this kiosk has not made it."""
    job = sheets.find_job(digest(pdf))
    if job is None:
        raise KioskError("flyers.unknown")
    return job


def save_as(press: Press, pdf: bytes, file: Path) -> None:
    """Save a PDF that this kiosk made, and note that it may hang somewhere soon.

    KioskErrors 'flyers.unknown' and those of `save`.
    """
    with FlyerLog(press.places.flyers) as sheets:
        known(sheets, pdf)
        export_file(file, pdf)
        sheets.record_hand_out(digest(pdf), SAVED)


def take_down(press: Press, numbers: Sequence[int]) -> None:
    """Note that these sheets no longer hang on the wall."""
    with FlyerLog(press.places.flyers) as sheets:
        sheets.record_take_down(numbers)


def read(file: Path) -> bytes:
    """A PDF; KioskError 'flyers.no_file' when there is none to read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise KioskError("flyers.no_file", file=file, reason=error.strerror) from error


def said(sheet: Sheet) -> dict[str, object]:
    """All that a sheet tells its reader, as plain JSON values."""
    return {name: told(plain(value)) for name, value in asdict(sheet).items() if name not in VOLATILE}


def told(value: Any) -> Any:
    """A JSON value without how codes in it are drawn."""
    if isinstance(value, dict):
        drawn = DRAWN if "payload" in value else ()
        return {name: told(part) for name, part in value.items() if name not in drawn}
    return [told(part) for part in value] if isinstance(value, list) else value


def digest(pdf: bytes) -> str:
    """What a PDF is known by."""
    return sha256(pdf).hexdigest()


def _job(press: Press, order: Order, made: Made) -> JobRow:
    pages = page_count(made.pdf)
    return JobRow(digest(made.pdf), press.now, pages, order.kind, order.languages, order.paper, order.ink)
