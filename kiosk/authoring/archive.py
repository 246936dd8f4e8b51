"""Writing the ZIP of a pack: the allowed layout, the same bytes each time, and whole or not at all."""

import hashlib
import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.packs import layout
from kiosk.packs.container import CHUNK
from kiosk.packs.contents import Target


def write(path: Path, metadata: Mapping[str, bytes], files: Mapping[Target, Path]) -> None:
    """Write and sync the archive; KioskError 'keys.changed' when a file is no longer what its target says."""
    with path.open("wb") as file:
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in metadata.items():
                archive.writestr(layout.entry(f"metadata/{name}"), data)
            for target, source in files.items():
                _add(archive, target, source)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; at the end it takes the place of `path`, or goes after an error."""
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def measured(name: str, source: Path) -> Target:
    """The target that a file is; KioskError 'packs.name' or 'packs.too_long' when no pack may hold it."""
    if not layout.is_target(name):
        raise KioskError("packs.name", name=name)
    with source.open("rb") as file:
        target = Target(name, source.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
    if not 0 < target.length <= layout.most_bytes(name):
        raise KioskError("packs.too_long", name=name, most=layout.most_bytes(name) // 1024**2)
    return target


def _add(archive: zipfile.ZipFile, target: Target, source: Path) -> None:
    entry = layout.entry(target.member)
    # told beforehand, zipfile need not allow for a ZIP64 record
    entry.file_size = target.length
    found = hashlib.sha256()
    with source.open("rb") as file, archive.open(entry, "w") as member:
        while piece := file.read(CHUNK):
            found.update(piece)
            member.write(piece)
    if found.hexdigest() != target.sha256:
        raise KioskError("keys.changed", file=str(source))
