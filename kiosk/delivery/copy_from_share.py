"""Copies a pack from a share to this disk; does not verify it."""

import os
from pathlib import Path

from kiosk.base import limits
from kiosk.base.durable_files import require_free_space
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback
from kiosk.base.safe_open import open_regular_file
from kiosk.sources.read_deadline import ReadDeadline
from kiosk.sources.source_errors import source_errors

CHUNK_BYTES = 256 * limits.KIB
PART_SUFFIX = ".part"


def copy_from_share(
    source: Path, target: Path, deadline: ReadDeadline, report: ProgressCallback, reserve: int
) -> None:
    """Copy the file `source` to `target`, which appears once it is complete on the disk.

    `reserve` bytes must stay free. Raises the KioskErrors of `source_errors`, 'packs.too_large',
    'library.no_space', 'sources.share_unfinished' for a file that grows, shrinks or ends too soon, and
    OSError when the disk fails; after an error the partial copy is removed.
    """
    part = target.with_name(target.name + PART_SUFFIX)
    with source_errors("share", source):
        file = open_regular_file(source, follow=False)
    try:
        with file, part.open("xb") as copy:
            with source_errors("share", source):
                size = os.fstat(file.fileno()).st_size
            if size > limits.PACK_BYTES:
                raise KioskError("packs.too_large", path=source)
            require_free_space(target.parent, size, reserve)
            copied = 0
            while copied <= size:
                report(Progress("fetch", copied, size))
                with source_errors("share", source):
                    chunk = file.read(CHUNK_BYTES)
                if not chunk:
                    break
                copy.write(chunk)
                copied += len(chunk)
                deadline.count_bytes(len(chunk))
            if copied != size:
                raise KioskError("sources.share_unfinished", name=source.name)
            copy.flush()
            os.fsync(copy.fileno())
        part.rename(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
