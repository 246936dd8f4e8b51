"""Writes the ZIP container of a pack in the allowed layout; the same input gives the same bytes."""

import hashlib
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

from kiosk.base import cancellation
from kiosk.base.errors import KioskError
from kiosk.base.file_hash import hash_file
from kiosk.base.safe_open import open_regular_file
from kiosk.packs import zip_layout
from kiosk.packs.targets import Target
from kiosk.packs.zip_container import CHUNK


def write_zip(path: Path, metadata: Mapping[str, bytes], files: Mapping[Target, Path]) -> None:
    """Write and sync the ZIP; KioskError 'keys.changed' when a file no longer matches its target."""
    with path.open("wb") as file:
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in metadata.items():
                archive.writestr(zip_layout.zip_info(f"metadata/{name}"), data)
            for target, source in files.items():
                _add_target(archive, target, source)
        file.flush()
        os.fsync(file.fileno())


def hash_target(name: str, source: Path) -> Target:
    """The target of a file; KioskError 'packs.name' or 'packs.too_long' when no pack may hold it."""
    if not zip_layout.is_target(name):
        raise KioskError("packs.name", name=name)
    with open_regular_file(source) as file:
        target = Target(name, source.stat().st_size, hash_file(file))
    if not 0 < target.length <= zip_layout.max_bytes(name):
        raise KioskError("packs.too_long", name=name, most=zip_layout.max_bytes(name) // 1024**2)
    return target


def _add_target(archive: zipfile.ZipFile, target: Target, source: Path) -> None:
    entry = zip_layout.zip_info(target.member)
    # with the size known beforehand, zipfile reserves no space for a ZIP64 record
    entry.file_size = target.length
    digest = hashlib.sha256()
    with open_regular_file(source) as file, archive.open(entry, "w") as member:
        while piece := file.read(CHUNK):
            cancellation.check()
            digest.update(piece)
            member.write(piece)
    if digest.hexdigest() != target.sha256:
        raise KioskError("keys.changed", file=str(source))
