"""Sheets on the wall that are wrong are printed anew, just those."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.flyers.flyer_records import make_and_remember, take_down
from kiosk.flyers.flyer_source import Press
from kiosk.flyers.make_flyers import Report
from kiosk.flyers.outdated import Stale
from kiosk.flyers.previews import PDF
from kiosk.flyers.print_flyers import print_file
from kiosk.typesetting.order import Order


def renew(press: Press, wrong: Sequence[Stale], printer: str, report: Report = lambda progress: None) -> int:
    """Print each sheet that can be renewed, and note that the old one comes down; how many pages that were.

    What printed before a failure stays printed. Raises the KioskErrors of `make_and_remember` and
    `print_file`.
    """
    pages = 0
    for order, group in _orders(wrong):
        made = make_and_remember(press, order, report)
        with TemporaryDirectory(prefix="flyer-") as folder:
            file = Path(folder) / PDF
            file.write_bytes(made.pdf)
            pages += print_file(press, file, printer=printer, report=report)
        take_down(press, [old.number for old in group])
    return pages


def _orders(wrong: Sequence[Stale]) -> Iterator[tuple[Order, list[Stale]]]:
    """One order for all sheets of a kind that are printed alike."""

    def alike(one: Stale) -> tuple[str, ...]:
        order = one.order
        return (order.kind, order.paper, order.ink, *order.languages)

    for _, group in groupby(sorted((one for one in wrong if one.renewable), key=alike), key=alike):
        found = list(group)
        subjects = tuple(dict.fromkeys(old.order.subjects[0] for old in found))
        yield replace(found[0].order, subjects=subjects), found
