"""Opens a pack file: its unverified publisher and contents, its metadata, copies of its files."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from kiosk.base import cancellation, limits
from kiosk.base.closing import ClosesOnExit
from kiosk.base.errors import KioskError
from kiosk.packs.publisher import Publisher, parse_publisher
from kiosk.packs.targets import PackContents, Target, parse_contents
from kiosk.packs.zip_container import ZipContainer

_VERSIONED = re.compile(r"metadata/([0-9]+)\.(root|snapshot|targets)\.json")
_TIMESTAMP = "metadata/timestamp.json"


class Pack(ClosesOnExit):
    """An open pack file. Nothing in it is trusted before `verify_pack` has verified it.

    Raises the KioskErrors of ZipContainer, and those of `parse_contents` and `parse_publisher` for invalid
    metadata. `follow` is as in ZipContainer. Close it, or use it in a `with` statement.
    """

    def __init__(self, path: Path, follow: bool = True) -> None:
        self.path = path
        self._container = ZipContainer(path, follow)
        try:
            self._roots, self._version = self._metadata_versions()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._container.close()

    def metadata(self, name: str, limit: int) -> bytes | None:
        """The metadata file of this name ('timestamp.json'), None when there is none."""
        member = f"metadata/{name}"
        return self._container.read(member, limit) if member in self._container.sizes else None

    def unverified_publisher(self) -> Publisher:
        """The publisher that the pack claims: only for choosing the root metadata to verify it with."""
        return parse_publisher(self._container.read(f"metadata/{self._roots}.root.json", limits.ROOT_BYTES))

    def unverified_contents(self) -> PackContents:
        """The contents that the pack claims, with no signature verified: only for showing to its author."""
        targets = self._container.read(f"metadata/{self._version}.targets.json", limits.TARGETS_BYTES)
        contents = parse_contents(targets, self.unverified_publisher())
        self.check_members(contents)
        return contents

    def check_members(self, listed: PackContents) -> None:
        """Raise 'packs.mixed' for a pack that lacks a file it lists, or holds one it does not list."""
        expected = {target.member: target.length for target in listed.targets}
        sizes = self._container.sizes
        if expected != {name: size for name, size in sizes.items() if name.startswith("targets/")}:
            raise KioskError("packs.mixed")

    def copy_target(
        self, target: Target, folder: Path, on_progress: Callable[[int], None] = lambda written: None
    ) -> Path:
        """Write one file of the pack below `folder`, in one pass, and return its path.

        `on_progress` is called repeatedly with the bytes written so far. The file matches the length and
        SHA-256 of `target`; it is not synced. Raises KioskError 'packs.changed' when the pack holds
        something else, and OSError when the disk is full or the file exists; then nothing is left of it.
        """
        path = folder / target.name
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
        digest, length = hashlib.sha256(), 0
        try:
            with file:
                for piece in self._container.stream(target.member):
                    cancellation.check()
                    digest.update(piece)
                    length += len(piece)
                    file.write(piece)
                    on_progress(length)
                if (length, digest.hexdigest()) != (target.length, target.sha256):
                    raise KioskError("packs.changed", path=str(self.path))
        except BaseException:
            path.unlink()
            raise
        return path

    def _metadata_versions(self) -> tuple[int, int]:
        matches = [match for name in self._container.sizes if (match := _VERSIONED.fullmatch(name))]
        roots, snapshots, targets = (
            [int(match[1]) for match in matches if match[2] == role]
            for role in ("root", "snapshot", "targets")
        )
        complete = sorted(roots) == list(range(1, len(roots) + 1)) and 0 < len(roots) <= limits.ROOTS
        if (
            not complete
            or len(targets) != 1
            or targets != snapshots
            or _TIMESTAMP not in self._container.sizes
        ):
            raise KioskError("packs.mixed")
        return len(roots), targets[0]
