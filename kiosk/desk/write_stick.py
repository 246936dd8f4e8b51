"""Writes a finished pack to a stick, reads it back from there and verifies it."""

import errno
import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.authoring.building.inspect_pack import inspect_pack
from kiosk.base import cancellation
from kiosk.base.durable_files import sync_folder
from kiosk.base.errors import KioskError
from kiosk.base.export.export_file import check_target, export_errors
from kiosk.base.file_hash import hash_file
from kiosk.base.progress import Progress, ProgressCallback
from kiosk.base.safe_open import open_regular_file
from kiosk.packs.targets import PackContents

CHUNK = 1 << 20
"""Bytes that are written at a time: a request to end waits for no more than one piece."""


def device_of(folder: Path) -> int:
    """The number of the device that is mounted there; KioskErrors of `export_errors`."""
    with export_errors(folder):
        return folder.stat().st_dev


def write_pack(pack: Path, target: Path, device: int, report: ProgressCallback) -> PackContents:
    """Copy `pack` to `target` as `target.part`, sync it, read it back, inspect it, then give it its name.

    Unfinished files of the same programme, with this number or an earlier one, are removed first: a power cut
    leaves them. `device` is that of its folder, as it was when somebody chose it: where a stick has been
    pulled out, its folder may be there still, on the disk of this computer. After an error, or a request to
    end, `target` is as before and the unfinished file is gone, unless the stick is. Raises the KioskErrors of
    `export_errors`, and 'desk.read_back' when the stick does not give back what was written.
    """
    part = target.with_name(f"{target.name}.part")
    size = pack.stat().st_size
    try:
        with export_errors(target.parent):
            check_target(target)
            _require_device(target.parent, device)
            part.unlink(missing_ok=True)
            _remove_leftovers(target)
            if shutil.disk_usage(target.parent).free < size:
                raise KioskError("save.no_room", folder=target.parent)
            _copy(pack, part, lambda done: report(Progress("copy", done, size)))
            report(Progress("verify", 0, 0))
            _forget_cached(part)
            is_same = _hash(part) == _hash(pack)
        contents = _inspect(part, is_same)
        cancellation.check()
        with export_errors(target.parent):
            _require_device(part, device)
            part.replace(target)
            sync_folder(target.parent)
        return contents
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _remove_leftovers(target: Path) -> None:
    """Remove the unfinished files of 'month-1.kpack' up to `target`, 'month-3.kpack', and no others."""
    programme, _, last = target.stem.rpartition("-")
    name = re.compile(rf"{re.escape(programme)}-([0-9]+){re.escape(target.suffix)}\.part")
    for path in target.parent.glob("*.part"):
        number = name.fullmatch(path.name)
        if number and last.isdecimal() and int(number[1]) <= int(last):
            path.unlink()


def _require_device(path: Path, device: int) -> None:
    """OSError when that device is not there any more."""
    if path.stat().st_dev != device:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


def _copy(source: Path, part: Path, report: Callable[[int], None]) -> None:
    done = 0
    with open_regular_file(source) as original, part.open("wb") as copy:
        while piece := original.read(CHUNK):
            copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
            done += len(piece)
            report(done)


def _forget_cached(file: Path) -> None:
    """Have the system read the file from the stick and not from its memory, where it can be asked to."""
    if hasattr(os, "posix_fadvise"):
        with open_regular_file(file) as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _hash(path: Path) -> str:
    with open_regular_file(path) as file:
        return hash_file(file)


def _inspect(part: Path, is_same: bool) -> PackContents:
    """The contents of what was written, by the kiosk's own checks."""
    try:
        if is_same:
            return inspect_pack(part)
    except KioskError as error:
        raise KioskError("desk.read_back", folder=part.parent) from error
    raise KioskError("desk.read_back", folder=part.parent)
