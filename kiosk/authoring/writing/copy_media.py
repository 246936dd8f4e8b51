"""Copies the media files of a source."""

import shutil
from pathlib import Path as FilePath

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.source.cross_checks import named_media_files
from kiosk.authoring.source.raw_source import RawSource
from kiosk.base.export.export_file import export_errors
from kiosk.base.safe_open import read_regular_file


def copy_media(raw: RawSource, folder: FilePath) -> None:
    """Copy the media files that events name to `folder`, unless it has them.

    What is missing is checked later. KioskErrors of `export_errors`.
    """
    with export_errors(folder):
        for entry in raw.events.values():
            for _, name in named_media_files(entry):
                found = raw.find_file(name) if name.startswith("media/") and ".." not in name else None
                if found and not _has(folder / name, found):
                    (folder / name).parent.mkdir(exist_ok=True)
                    with write_atomically(folder / name) as part:
                        shutil.copyfile(found, part)


def _has(file: FilePath, wanted: FilePath) -> bool:
    """Whether `file` is `wanted`, or has its content."""
    return file.is_file() and (file.samefile(wanted) or read_regular_file(file) == read_regular_file(wanted))
