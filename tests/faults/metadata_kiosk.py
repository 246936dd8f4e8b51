"""A kiosk that verifies and records packs as the real one does, but checks no content: for many trials.

The library is a real one, with its state, its trusted publishers and its generations; only the checks of
databases and media, the syncing of files and the space on the disk are left out of an installation.
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path

from kiosk.authoring.keys.key_folder import ROLES
from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.base.durable_files import link_tree
from kiosk.base.errors import KioskError
from kiosk.library.installed_pack import installed_pack
from kiosk.library.known_publishers import read_known_publishers
from kiosk.library.library_paths import LibraryPaths, new_generation_name
from kiosk.library.recovery import open_state_locked
from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back
from kiosk.library.time_floor import confirm_day, read_time_floor, record_time
from kiosk.library.trust.trusted_roots import add_root
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import Publisher
from kiosk.store.records import Generation, TrustedPack, sort_by_precedence
from tests.packs_builder import PackPublisher, build_archive

MAX_CACHED_PACKS = 4000


@cache
def publisher_named(id: str) -> PackPublisher:
    """The publisher with that id, whose keys are made once for all trials."""
    publisher = PackPublisher(Publisher(id, f"Publisher {id}", ()), BUILD_DATE - 365 * 86400)
    publisher.change_manifest(pack=id, hosts=())
    publisher.files = {"events.sqlite": b"SQLite format 3\x00" + id.encode()}
    return publisher


class MetadataKiosk:
    """A kiosk in `folder`; its clock shows `shown` (UTC seconds), which a trial sets."""

    def __init__(self, folder: Path, publishers: tuple[str, ...]) -> None:
        self._outside, self.folder = folder, folder / "library"
        self.shown = BUILD_DATE
        self._paths = LibraryPaths(self.folder)
        self._clock = Clock(lambda: self.shown, BUILD_DATE)
        shutil.copytree(_template(publishers), folder)

    @property
    def floor(self) -> int:
        """The recorded time floor, or the build date."""
        return max(BUILD_DATE, read_time_floor(self.folder))

    def trust(self, publisher: str) -> None:
        """Trust the publisher, as `kiosk trust add` does; nothing changes if it is trusted already."""
        if self._paths.root_metadata(publisher).exists():
            return
        root = self._outside / "root.json"
        root.write_bytes(publisher_named(publisher).root)
        add_root(self.folder, root)

    def offer(self, publisher: str, version: int, signed_at: int, expires: int) -> str:
        """Offer a pack: '' when it was accepted, else the code of the error."""
        file = self._outside / "offered.kpack"
        file.write_bytes(_pack(publisher, version, signed_at, expires))
        try:
            self._install(file)
        except KioskError as error:
            return error.code
        return ""

    def record_time(self) -> None:
        """Record the time, as the screen does every hour."""
        record_time(self.folder, self._clock)

    def confirm_day(self, midnight: int) -> None:
        """Confirm a day, as `kiosk clock --today` does."""
        confirm_day(self.folder, midnight, self.shown)

    def roll_back(self) -> None:
        """Roll back, where that is possible."""
        _ignore_error(lambda: roll_back(self.folder, self._clock))

    def revoke(self, publisher: str) -> None:
        """Stop trusting the publisher, if it is trusted."""
        _ignore_error(lambda: revoke(self.folder, publisher, self._clock))

    def _install(self, file: Path) -> None:
        known = read_known_publishers(self.folder)
        reading = self._clock.read(known.time_floor)
        staging = self._paths.generations / ".stage-trial"
        shutil.rmtree(staging, ignore_errors=True)
        with Pack(file) as pack, open_state_locked(self._paths) as state:
            claimed = pack.unverified_publisher().id
            contents = known.verify(pack, staging / claimed / "tuf", reading, "")
            files = staging / claimed / "files"
            pack.copy_target(contents.database, files)
            shown = state.shown_generations()[:1]
            others = tuple(
                pack for generation in shown for pack in generation.packs if pack.publisher != claimed
            )
            for other in others:
                link_tree(self._paths.pack(shown[0].folder, other.publisher), staging / other.publisher)
            number = state.next_generation_id()
            packs = sort_by_precedence((installed_pack(contents), *others))
            generation = Generation(number, new_generation_name(number), reading.effective, packs)
            staging.rename(self._paths.generations / generation.folder)
            state.commit(generation, TrustedPack(claimed, number, contents.version), reading.effective)


@cache
def _template(publishers: tuple[str, ...]) -> Path:
    """The folder of a kiosk that trusts these publishers and was started once, which creates its state."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    paths = LibraryPaths(folder / "library")
    paths.root.mkdir()
    open_state_locked(paths).close()
    for publisher in publishers:
        root = folder / "root.json"
        root.write_bytes(publisher_named(publisher).root)
        add_root(paths.root, root)
    return folder


@lru_cache(MAX_CACHED_PACKS)
def _pack(id: str, version: int, signed_at: int, expires: int) -> bytes:
    """The bytes of that pack; the same one occurs in many trials."""
    publisher = publisher_named(id)
    publisher.version = version
    publisher.change_manifest(signed_at=signed_at, fresh_until=signed_at)
    publisher.expires = dict.fromkeys(ROLES, datetime.fromtimestamp(expires, UTC))
    return build_archive(publisher.members())


def _ignore_error(action: Callable[[], object]) -> None:
    with suppress(KioskError):
        action()
