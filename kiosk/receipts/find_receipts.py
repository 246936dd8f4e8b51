"""Finds and reads the receipts on a stick, on a share, or in a folder of collected receipts."""

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.base import cancellation
from kiosk.base.display_text import display_line
from kiosk.base.errors import KioskError, disk_reason
from kiosk.receipts.signed_file import SignedReceipt, read_receipt_file

MAX_DEPTH = 8
"""The deepest level of folders that is searched."""
MAX_FILES = 2_000_000
"""The most files that are examined."""
MAX_NAME_LENGTH = 200


def read_receipts(folder: Path, max_files: int = MAX_FILES) -> Iterator[SignedReceipt | KioskError]:
    """Yield every receipt below `folder`, and a KioskError for each file that is none, in no order.

    Links are not followed, hidden files are skipped. Raises KioskError 'receipts.no_folder'.
    """
    if not folder.is_dir():
        raise KioskError("receipts.no_folder", path=str(folder))
    for number, found in enumerate(_find_files(folder, folder, MAX_DEPTH)):
        if number == max_files:
            yield KioskError("receipts.too_many", most=max_files)
            return
        if isinstance(found, KioskError):
            yield found
        elif found.suffix.lower() == ".json":
            try:
                yield read_receipt_file(found)
            except KioskError as error:
                yield _problem(folder, found, error)


def _find_files(root: Path, folder: Path, depth: int) -> Iterator[Path | KioskError]:
    if depth == 0:
        yield _problem(root, folder, KioskError("receipts.too_deep"))
        return
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                cancellation.check()
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from _find_files(root, folder / entry.name, depth - 1)
                elif entry.is_file(follow_symlinks=False):
                    yield folder / entry.name
    except OSError as error:
        yield _problem(root, folder, KioskError("receipts.unreadable", reason=disk_reason(error)))


def _problem(root: Path, path: Path, problem: KioskError) -> KioskError:
    name = display_line(path.relative_to(root).as_posix(), MAX_NAME_LENGTH)
    return KioskError("receipts.problem", file=name, problem=problem)
