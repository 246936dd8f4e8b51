"""Flyers are printed: those that this kiosk made, and not too many."""

from datetime import datetime, time
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress
from kiosk.base.time_zones import local_date, zone
from kiosk.flyers.flyer_records import digest, known, read
from kiosk.flyers.flyer_source import Press
from kiosk.flyers.make_flyers import Report
from kiosk.printing.job import Job
from kiosk.printing.print_document import print_out
from kiosk.store.flyer_log import PRINTED, TAKEN, FlyerLog
from kiosk.typesetting.order import Ink, Paper

HOUR = 3600


def print_file(
    press: Press, file: Path, *, copies: int = 1, printer: str = "", two_sided: bool = False,
    visitor: int | None = None, report: Report = lambda progress: None,
) -> int:  # fmt: skip
    """Print a PDF that this kiosk made, and return how many pages that were; a `visitor` may have so many.

    Raises KioskError 'flyers.no_file', 'flyers.unknown' (it made no such file), 'flyers.day_cap',
    'flyers.visitor_pages', 'flyers.hour_cap', and those of printing, which takes one job at a time.
    """
    pdf = read(file)
    with FlyerLog(press.places.flyers) as sheets:
        job = known(sheets, pdf)
        pages = job.pages * copies
        _within_caps(press, sheets, pages, visitor)
        wanted = Job(
            file=file, title=file.stem, copies=copies, paper=Paper(job.paper).media, two_sided=two_sided,
            grey=job.ink != Ink.COLOUR, printer=printer or press.settings.printer,
        )  # fmt: skip
        print_out(wanted, press.places.flyers, lambda stage: report(Progress(*stage)))
        sheets.count_pages(press.now, pages, visitor=visitor is not None)
        sheets.record_hand_out(digest(pdf), PRINTED if visitor is None else TAKEN)
    return pages


def _within_caps(press: Press, sheets: FlyerLog, pages: int, visitor: int | None) -> None:
    settings = press.settings
    if sheets.pages_printed(_midnight(press)) + pages > settings.prints_per_day:
        raise KioskError("flyers.day_cap", most=settings.prints_per_day)
    if visitor is None:
        return
    if pages > visitor:
        raise KioskError("flyers.visitor_pages", pages=pages, most=visitor)
    if sheets.pages_printed(press.now - HOUR, visitor=True) + pages > settings.visitor_prints_per_hour:
        raise KioskError("flyers.hour_cap")


def _midnight(press: Press) -> int:
    """When today began here, in UTC seconds."""
    today = local_date(press.now, press.zone)
    return int(datetime.combine(today, time(), zone(press.zone)).timestamp())
