"""Which generations on the disk are sound, judged by their own signatures when no state vouches for them."""

import errno
import tempfile
from pathlib import Path

from kiosk.base.durable_files import file_matches, remove_path
from kiosk.base.errors import KioskError
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import GENERATION_NAME, STAGING_PREFIX, LibraryPaths
from kiosk.packs import targets, verification
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import parse_publisher
from kiosk.packs.targets import PackContents
from kiosk.store.records import Generation, InstalledPack, by_precedence

_BEFORE_ANY_EXPIRY = 0
"""A time, in UTC seconds, at which nothing has expired: what was accepted once stays accepted."""
_MISSING_OR_UNREADABLE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EIO)


def scan_generations(places: LibraryPaths) -> list[Generation]:
    """Every generation on the disk by number; those that do not verify as a whole have no packs.

    Publishers that are not trusted (any more) are passed over.
    """
    return [_scan_generation(places, name) for name in places.generation_names()]


def _scan_generation(places: LibraryPaths, name: str) -> Generation:
    folder = places.generations / name
    try:
        known = [
            entry.name for entry in sorted(folder.iterdir()) if places.root_metadata(entry.name).is_file()
        ]
        packs = [_verify_stored_pack(places, name, publisher) for publisher in known]
    except KioskError:
        packs = []
    except OSError as error:
        if error.errno not in _MISSING_OR_UNREADABLE:
            raise
        packs = []
    match = GENERATION_NAME.fullmatch(name)
    assert match
    return Generation(int(match[1]), name, int(folder.stat().st_mtime), by_precedence(packs))


def _verify_stored_pack(places: LibraryPaths, generation: str, publisher_id: str) -> InstalledPack:
    stored = StoredPack(places.metadata(generation, publisher_id), places.files(generation, publisher_id))
    root = places.root_metadata(publisher_id).read_bytes()
    state = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=places.generations))
    try:
        corner = stored.claims().manifest.corners[0]
        found = installed_pack(verification.verify_pack(stored, root, state, _BEFORE_ANY_EXPIRY, corner))
    finally:
        remove_path(state)
    if found.publisher != publisher_id:
        raise KioskError("packs.mixed")
    return found


class StoredPack(Pack):
    """A pack as it lies in a generation, so that it can be verified like the file it came in."""

    def __init__(self, metadata: Path, files: Path) -> None:
        self.path = files
        self._metadata = metadata

    def close(self) -> None:
        """Nothing is open."""

    def metadata(self, name: str, limit: int) -> bytes | None:
        """As of a pack file; python-tuf keeps old roots by number and of the other roles only the newest."""
        _, _, role = name.partition(".")
        kept = "timestamp.json" if name == "timestamp.json" else role
        file = self._metadata / ("root_history/" + name if role == "root.json" else kept)
        if not file.is_file() or file.stat().st_size > limit:
            return None
        return file.read_bytes()

    def claims(self) -> PackContents:
        """As of a pack file."""
        roots = sorted(
            (self._metadata / "root_history").iterdir(), key=lambda path: int(path.name.partition(".")[0])
        )
        newest = parse_publisher(roots[-1].read_bytes())
        return targets.parse_contents((self._metadata / "targets.json").read_bytes(), newest)

    def check_members(self, listed: PackContents) -> None:
        """Refuse files that are not, to the last byte, what the metadata lists."""
        for target in listed.targets:
            if not file_matches(self.path / target.name, target.length, target.sha256):
                raise KioskError("packs.damaged", path=str(self.path))
