"""Reprints the outdated sheets on the wall, and only those."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.base.progress import ProgressCallback, ignore_progress
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.flyer_records import make_and_record, record_taken_down
from kiosk.flyers.order import Order
from kiosk.flyers.outdated import OutdatedSheet
from kiosk.flyers.previews import PDF_NAME
from kiosk.flyers.print_flyers import print_pdf


def reprint_outdated(
    context: FlyerContext,
    outdated: Sequence[OutdatedSheet],
    printer: str,
    report: ProgressCallback = ignore_progress,
) -> int:
    """Print each renewable sheet anew, log the old one as taken down, and return the number of pages.

    Sheets that were printed before a failure stay printed. Raises the KioskErrors of `make_and_record` and
    `print_pdf`.
    """
    pages = 0
    for order, replaced in _group_by_order(outdated):
        flyer = make_and_record(context, order, report)
        with TemporaryDirectory(prefix="flyer-") as folder:
            file = Path(folder) / PDF_NAME
            file.write_bytes(flyer.pdf)
            pages += print_pdf(context, file, printer=printer, report=report)
        record_taken_down(context, [sheet.number for sheet in replaced])
    return pages


def _group_by_order(outdated: Sequence[OutdatedSheet]) -> Iterator[tuple[Order, list[OutdatedSheet]]]:
    """One order for all renewable sheets of the same kind, paper, ink and languages."""

    def look(sheet: OutdatedSheet) -> tuple[str, ...]:
        order = sheet.order
        return (order.kind, order.paper, order.ink, *order.languages)

    renewable = sorted((sheet for sheet in outdated if sheet.is_renewable), key=look)
    for _, group in groupby(renewable, key=look):
        sheets = list(group)
        subjects = tuple(dict.fromkeys(sheet.order.subjects[0] for sheet in sheets))
        yield replace(sheets[0].order, subjects=subjects), sheets
