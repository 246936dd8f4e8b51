"""Writes the receipt of an attempt to a stick or share; a failure to write changes nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.base import cancellation
from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.time_zones import DEFAULT_ZONE, local_date
from kiosk.library.install import Installation
from kiosk.library.library_paths import LibraryPaths
from kiosk.receipts.attempt import Attempt, failed_attempt, successful_attempt
from kiosk.receipts.build_receipt import ReceiptContext, build_receipt
from kiosk.receipts.kiosk_key import (
    LastReceipt,
    kiosk_id,
    load_or_make_key,
    read_last_receipt,
    write_last_receipt,
)
from kiosk.receipts.receipt import Result
from kiosk.receipts.signed_file import sign_receipt, write_receipt_file
from kiosk.visits.statistics import Statistics, mark_reported, unreported_statistics
from kiosk.visits.tally import Metric


def write_receipt(
    folder: Path, target: Path, attempt: Attempt, context: ReceiptContext, clock: Clock | None = None
) -> Path | None:
    """Write the receipt of an attempt on the library `folder` below `target`; signals do not interrupt it.

    `target` is the root of a stick or share. Returns the receipt's file, or None where it cannot be written:
    the stick is read-only, full or gone, or the library's disk fails.
    """
    with cancellation.shield():
        return _write_receipt(folder, target, attempt, context, clock or Clock.system())


def _write_receipt(
    folder: Path, target: Path, attempt: Attempt, context: ReceiptContext, clock: Clock
) -> Path | None:
    paths = LibraryPaths(folder.absolute())
    views = _unreported_views(folder, clock)
    counts = {str(Metric.EVENT): {one.id: one.views for one in views.events() if one.views}}
    try:
        key = load_or_make_key(paths)
        kiosk, before = kiosk_id(key.public_key().public_bytes_raw()), read_last_receipt(paths)
        number = before.number + 1
        receipt = build_receipt(
            paths, attempt, context, clock, kiosk=kiosk, number=number, since=before.at, counts=counts
        )
        file = write_receipt_file(target, receipt, sign_receipt(receipt, key))
        with suppress(OSError):
            write_last_receipt(paths, LastReceipt(number, receipt.effective))
    except OSError:
        return None
    listed = receipt.counts.get(Metric.EVENT, {})
    with suppress(KioskError):
        mark_reported(folder, views, [id for id, number in listed.items() if number is not None])
    return file


def _unreported_views(folder: Path, clock: Clock) -> Statistics:
    """The views of events that no receipt has reported yet; none where they cannot be read."""
    today = local_date(clock.effective(), DEFAULT_ZONE)
    try:
        return unreported_statistics(folder, today)
    except KioskError:
        return Statistics(today, today, {})


def record_outcome(
    folder: Path, target: Path, context: ReceiptContext, file: Path, outcome: Installation | KioskError
) -> None:
    """Write the receipt of a pull of `file` that ended with `outcome`."""
    attempt = (
        failed_attempt(file, outcome)
        if isinstance(outcome, KioskError)
        else successful_attempt(file, outcome)
    )
    write_receipt(folder, target, attempt, context)


@contextmanager
def record_attempt(
    folder: Path, target: Path | None, file: Path | None, context: ReceiptContext
) -> Iterator[Callable[[Installation | Result], None]]:
    """Write a receipt below `target`, if there is one, when the block ends or fails.

    The block installs `file`, or rolls back when `file` is None. It passes its outcome to the function that
    is yielded; an exception needs no call.
    """
    outcomes: list[Installation | Result] = []
    try:
        yield outcomes.append
    except BaseException as error:
        if target:
            write_receipt(folder, target, failed_attempt(file, error), context)
        raise
    if target:
        write_receipt(folder, target, successful_attempt(file, *outcomes), context)
