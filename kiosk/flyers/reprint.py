"""Sheets on the wall that are wrong are printed anew, just those."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.flyer_records import make_and_record, record_taken_down
from kiosk.flyers.make_flyers import Report
from kiosk.flyers.outdated import OutdatedSheet
from kiosk.flyers.previews import PDF_NAME
from kiosk.flyers.print_flyers import print_pdf
from kiosk.typesetting.order import Order


def reprint_outdated(
    context: FlyerContext,
    wrong: Sequence[OutdatedSheet],
    printer: str,
    report: Report = lambda progress: None,
) -> int:
    """Print each sheet that can be renewed, and note that the old one comes down; how many pages that were.

    What printed before a failure stays printed. Raises the KioskErrors of `make_and_remember` and
    `print_file`.
    """
    pages = 0
    for order, group in _orders(wrong):
        made = make_and_record(context, order, report)
        with TemporaryDirectory(prefix="flyer-") as folder:
            file = Path(folder) / PDF_NAME
            file.write_bytes(made.pdf)
            pages += print_pdf(context, file, printer=printer, report=report)
        record_taken_down(context, [old.number for old in group])
    return pages


def _orders(wrong: Sequence[OutdatedSheet]) -> Iterator[tuple[Order, list[OutdatedSheet]]]:
    """One order for all sheets of a kind that are printed alike."""

    def alike(one: OutdatedSheet) -> tuple[str, ...]:
        order = one.order
        return (order.kind, order.paper, order.ink, *order.languages)

    for _, group in groupby(sorted((one for one in wrong if one.is_renewable), key=alike), key=alike):
        found = list(group)
        subjects = tuple(dict.fromkeys(old.order.subjects[0] for old in found))
        yield replace(found[0].order, subjects=subjects), found
