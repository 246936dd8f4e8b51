"""Prints flyers that this kiosk made, within the limits of the settings."""

from datetime import datetime, time
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.base.time_zones import local_date, zone
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.flyer_records import find_job, pdf_hash, read_pdf
from kiosk.printing.print_document import print_document
from kiosk.printing.print_job import PrintJob
from kiosk.store.flyer_log import PRINTED, TAKEN, FlyerLog
from kiosk.typesetting.paper import Ink, Paper

HOUR = 3600


def print_pdf(
    context: FlyerContext, file: Path, *, copies: int = 1, printer: str = "", two_sided: bool = False,
    visitor_limit: int | None = None, report: ProgressCallback = ignore_progress,
) -> int:  # fmt: skip
    """Print a PDF that this kiosk made and return the number of pages, for a visitor `visitor_limit` at most.

    Raises KioskError 'flyers.no_file', 'flyers.unknown' (this kiosk did not make it), 'flyers.day_cap',
    'flyers.visitor_pages', 'flyers.hour_cap', and those of printing, which takes one job at a time.
    """
    pdf = read_pdf(file)
    with FlyerLog(context.paths.flyers) as log:
        job = find_job(log, pdf)
        pages = job.pages * copies
        _check_caps(context, log, pages, visitor_limit)
        print_job = PrintJob(
            file=file, title=file.stem, copies=copies, paper=Paper(job.paper).media, two_sided=two_sided,
            grey=job.ink != Ink.COLOUR, printer=printer or context.settings.printer,
        )  # fmt: skip
        how = PRINTED if visitor_limit is None else TAKEN
        with log.record_print(pdf_hash(pdf), how, context.now, pages):
            print_document(print_job, context.paths.flyers, report)
    return pages


def _check_caps(context: FlyerContext, log: FlyerLog, pages: int, visitor_limit: int | None) -> None:
    settings = context.settings
    if log.pages_printed(_start_of_today(context)) + pages > settings.prints_per_day:
        raise KioskError("flyers.day_cap", most=settings.prints_per_day)
    if visitor_limit is None:
        return
    if pages > visitor_limit:
        raise KioskError("flyers.visitor_pages", pages=pages, most=visitor_limit)
    if log.pages_printed(context.now - HOUR, visitor=True) + pages > settings.visitor_prints_per_hour:
        raise KioskError("flyers.hour_cap")


def _start_of_today(context: FlyerContext) -> int:
    """The start of the local day, in UTC seconds."""
    today = local_date(context.now, context.zone)
    return int(datetime.combine(today, time(), zone(context.zone)).timestamp())
