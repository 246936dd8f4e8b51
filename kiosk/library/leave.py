"""Leaves a receipt on a stick or a share; where that cannot be done, nothing else is any different."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.clock import Clock
from kiosk.library.compose import Around, compose
from kiosk.library.install import Installation
from kiosk.library.places import Places
from kiosk.library.receipt_file import signed, write
from kiosk.library.receipt_key import Last, kiosk_id, last, own_key, remember
from kiosk.library.tried import Tried, failure, success


def leave(
    folder: Path, target: Path, tried: Tried, around: Around, clock: Clock | None = None
) -> Path | None:
    """Write a receipt of what was `tried` with the library `folder` below `target`.

    `target` is the root of a stick or a share. Returns the receipt's file, or None where none can be
    written: the stick is read-only, full or gone, or the library's disk fails.
    """
    places = Places(folder.absolute())
    try:
        key = own_key(places)
        kiosk, before = kiosk_id(key.public_key().public_bytes_raw()), last(places)
        number = before.number + 1
        receipt = compose(
            places, tried, around, clock or Clock.system(), kiosk=kiosk, number=number, since=before.at
        )
        file = write(target, receipt, signed(receipt, key))
        with suppress(OSError):
            remember(places, Last(number, receipt.effective))
    except OSError:
        return None
    return file


@contextmanager
def receipt_of(
    folder: Path, target: Path | None, file: Path, around: Around
) -> Iterator[Callable[[Installation], None]]:
    """Leave a receipt below `target`, if there is one, once the block that installs `file` ends or fails.

    What it yields is to be told how it ended; an error is seen.
    """
    ended: list[Installation] = []
    try:
        yield ended.append
    except BaseException as error:
        if target:
            leave(folder, target, failure(file, error), around)
        raise
    if target:
        leave(folder, target, success(file, *ended), around)
