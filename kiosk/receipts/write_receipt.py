"""Leaves a receipt on a stick or a share; where that cannot be done, nothing else is any different."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.time_zones import DEFAULT_ZONE, local_date
from kiosk.library.install import Installation
from kiosk.library.library_paths import LibraryPaths
from kiosk.receipts.attempt import Tried, failure, success
from kiosk.receipts.build_receipt import ReceiptContext, compose
from kiosk.receipts.kiosk_key import Last, kiosk_id, last, own_key, remember
from kiosk.receipts.signed_file import signed, write
from kiosk.store.records import Generation
from kiosk.visits.statistics import Figures, told, untold
from kiosk.visits.tally import Metric


def leave(
    folder: Path, target: Path, tried: Tried, around: ReceiptContext, clock: Clock | None = None
) -> Path | None:
    """Write a receipt of what was `tried` with the library `folder` below `target`.

    `target` is the root of a stick or a share. Returns the receipt's file, or None where none can be
    written: the stick is read-only, full or gone, or the library's disk fails.
    """
    places, clock = LibraryPaths(folder.absolute()), clock or Clock.system()
    views = _views(folder, clock)
    counts = {str(Metric.EVENT): {one.id: one.views for one in views.events() if one.views}}
    try:
        key = own_key(places)
        kiosk, before = kiosk_id(key.public_key().public_bytes_raw()), last(places)
        number = before.number + 1
        receipt = compose(
            places, tried, around, clock, kiosk=kiosk, number=number, since=before.at, counts=counts
        )
        file = write(target, receipt, signed(receipt, key))
        with suppress(OSError):
            remember(places, Last(number, receipt.effective))
    except OSError:
        return None
    listed = receipt.counts.get(Metric.EVENT, {})
    with suppress(KioskError):
        told(folder, views, [id for id, number in listed.items() if number is not None])
    return file


def _views(folder: Path, clock: Clock) -> Figures:
    """How often events were opened, as far as no receipt has told it; none where that cannot be read."""
    today = local_date(clock.effective(), DEFAULT_ZONE)
    try:
        return untold(folder, today)
    except KioskError:
        return Figures(today, today, {})


def leave_of(
    folder: Path, target: Path, around: ReceiptContext, file: Path, ended: Installation | KioskError
) -> None:
    """Leave a receipt of how it `ended` with that file."""
    tried = failure(file, ended) if isinstance(ended, KioskError) else success(file, ended)
    leave(folder, target, tried, around)


@contextmanager
def receipt_of(
    folder: Path, target: Path | None, file: Path | None, around: ReceiptContext
) -> Iterator[Callable[[Installation | Generation], None]]:
    """Leave a receipt below `target`, if there is one, once the block ends or fails.

    The block installs `file`, or goes back when there is none.

    What it yields is to be told how it ended; an error is seen.
    """
    ended: list[Installation | Generation] = []
    try:
        yield ended.append
    except BaseException as error:
        if target:
            leave(folder, target, failure(file, error), around)
        raise
    if target:
        leave(folder, target, success(file, *ended), around)
