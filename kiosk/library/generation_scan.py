"""Verifies the generations on the disk by their signatures, for when the state is lost."""

import errno
import tempfile
from pathlib import Path

from kiosk.base.durable_files import remove_path
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import GENERATION_NAME, STAGING_PREFIX, LibraryPaths
from kiosk.library.sealed_pack import SealedPack
from kiosk.library.trust.grants import read_grant
from kiosk.packs import targets, verification
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import parse_publisher
from kiosk.packs.targets import PackContents
from kiosk.store.records import Generation, InstalledPack, sort_by_precedence

_BEFORE_ANY_EXPIRY = 0
"""A time (UTC seconds) at which nothing has expired: accepted packs stay accepted."""
_MISSING_OR_UNREADABLE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EIO)


def scan_generations(paths: LibraryPaths, scratch: Path) -> list[Generation]:
    """Return every generation on the disk by number; one that does not verify completely has no packs.

    Publishers that are not or no longer trusted are skipped. `scratch` is a folder for temporary files.
    """
    return [_scan_generation(paths, name, scratch) for name in paths.generation_names()]


def _scan_generation(paths: LibraryPaths, name: str, scratch: Path) -> Generation:
    folder = paths.generations / name
    try:
        publisher_ids = [
            entry.name for entry in sorted(folder.iterdir()) if paths.root_metadata(entry.name).is_file()
        ]
        packs = [_verify_stored_pack(paths, name, publisher, scratch) for publisher in publisher_ids]
    except KioskError:
        packs = []
    except OSError as error:
        if error.errno not in _MISSING_OR_UNREADABLE:
            raise
        packs = []
    match = GENERATION_NAME.fullmatch(name)
    assert match
    return Generation(int(match[1]), name, int(folder.stat().st_mtime), sort_by_precedence(packs))


def _verify_stored_pack(
    paths: LibraryPaths, generation: str, publisher_id: str, scratch: Path
) -> InstalledPack:
    files = SealedPack.find(paths, generation, publisher_id)
    stored = StoredPack(paths.metadata(generation, publisher_id), files)
    root = read_regular_file(paths.root_metadata(publisher_id))
    state = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=scratch))
    try:
        corner = stored.claims().manifest.corners[0]
        grant = read_grant(paths, root).rights
        contents = verification.verify_pack(stored, root, state, _BEFORE_ANY_EXPIRY, corner, grant)
        record = installed_pack(contents)
    finally:
        remove_path(state)
    if record.publisher != publisher_id:
        raise KioskError("packs.mixed")
    return record


class StoredPack(Pack):
    """An installed pack in a generation folder, with the interface of a pack file for verification."""

    def __init__(self, metadata: Path, files: SealedPack) -> None:
        self.path = files.folder
        self._files = files
        self._metadata = metadata

    def close(self) -> None:
        """Do nothing: no file is open."""

    def metadata(self, name: str, limit: int) -> bytes | None:
        """As in `Pack`; python-tuf keeps old roots by number and only the newest file of other roles."""
        _, _, role = name.partition(".")
        stored_name = "timestamp.json" if name == "timestamp.json" else role
        file = self._metadata / ("root_history/" + name if role == "root.json" else stored_name)
        if not file.is_file() or file.stat().st_size > limit:
            return None
        return read_regular_file(file)

    def claims(self) -> PackContents:
        """As in `Pack`."""
        roots = sorted(
            (self._metadata / "root_history").iterdir(), key=lambda path: int(path.name.partition(".")[0])
        )
        newest = parse_publisher(read_regular_file(roots[-1]))
        return targets.parse_contents(read_regular_file(self._metadata / "targets.json"), newest)

    def check_members(self, listed: PackContents) -> None:
        """Compare all files with the metadata by length and SHA-256; KioskError 'packs.damaged'."""
        for target in listed.targets:
            if not self._files.matches(target.name, target.length, target.sha256):
                raise KioskError("packs.damaged", path=str(self.path))
