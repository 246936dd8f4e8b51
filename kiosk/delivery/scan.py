"""What lies on a stick or share, judged by its metadata alone: which pack to offer, and why not another."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback, ignore_progress
from kiosk.library.installed_pack import installed_pack
from kiosk.library.known_publishers import KnownPublishers, read_known_publishers
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.preview.preview import Standing
from kiosk.sources.pack_listing import list_packs
from kiosk.sources.source_errors import share_error, source_errors
from kiosk.store.records import InstalledPack
from kiosk.store.storage_errors import storage_errors

OLDER, REFUSED = "older", "refused"
NEW_PACK_STANDINGS = (Standing.FIRST, Standing.NEWER, Standing.BESIDE)
"""What would bring something new; a REPAIR is worth offering too."""


@dataclass(frozen=True, slots=True)
class ScannedPack:
    """A pack file and what it is to this kiosk: a Standing, OLDER or REFUSED (then `error` says why).

    `size` is in bytes, `publisher` the readable name if it is one that is trusted here, else ''. `accepted`
    says that this very pack has been accepted before, though it need not be shown now.
    """

    file: Path
    size: int
    standing: str
    publisher: str = ""
    pack: InstalledPack | None = None
    error: KioskError | None = None
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class ScanResult:
    """All packs found, by name; the place of the one to offer among them; how many were not looked at."""

    packs: tuple[ScannedPack, ...]
    best: int | None
    skipped: int


def scan_source(
    folder: Path,
    source: Path,
    *,
    share: bool = False,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
) -> ScanResult:
    """The packs on a stick or `share` mounted at `source`, for the library in `folder`.

    Reads no more of each than its metadata, without a lock. Raises the KioskErrors of `remembered` and
    `source_errors`; what is wrong with a single file is said in its offer.
    """
    memory = read_known_publishers(folder)
    now = (clock or Clock.system()).effective(memory.time_floor)
    with source_errors("share" if share else "stick", source):
        listing = list_packs(source)
    total, done, offers = sum(size for _, size in listing.files), 0, []
    for file, size in listing.files:
        report(Progress("verify", done, total))
        offers.append(_scan_pack(memory, file, size, now, corner))
        done += size
    report(Progress("verify", total, total))
    if share:
        offers = [replace(one, error=one.error and share_error(one.error, one.file)) for one in offers]
    return ScanResult(tuple(offers), choose_best(offers), listing.left_out)


def choose_best(offers: Sequence[ScannedPack]) -> int | None:
    """The place of the pack to offer: the newest of its publisher, of several the one of lowest rank."""
    newest = newest_per_publisher(offers, (*NEW_PACK_STANDINGS, Standing.REPAIR))
    return min(newest, key=lambda place: _rank(offers[place]), default=None)


def newest_per_publisher(
    offers: Sequence[ScannedPack], standings: Sequence[str] = NEW_PACK_STANDINGS
) -> list[int]:
    """The places of the newest pack of each publisher among those of these standings."""
    newest: dict[str, tuple[int, int]] = {}
    for place, offer in enumerate(offers):
        if offer.pack and offer.standing in standings:
            found = (offer.pack.version, -place)
            newest[offer.pack.publisher] = max(found, newest.get(offer.pack.publisher, found))
    return sorted(-place for _, place in newest.values())


def _rank(offer: ScannedPack) -> tuple[int, str]:
    return (offer.pack.rank, offer.pack.publisher) if offer.pack else (0, "")


def _scan_pack(memory: KnownPublishers, file: Path, size: int, now: int, corner: str) -> ScannedPack:
    publisher = ""
    try:
        with storage_errors(), Pack(file, follow=False) as pack, tempfile.TemporaryDirectory() as tuf:
            publisher = memory.publisher_name(pack)
            found = memory.verify(pack, Path(tuf) / "tuf", now, corner)
    except KioskError as error:
        standing = OLDER if error.code == "packs.older" else REFUSED
        return ScannedPack(file, size, standing, publisher, error=error)
    name = found.publisher.name
    return ScannedPack(
        file, size, _standing(memory, found), name, installed_pack(found), accepted=found.already_accepted
    )


def _standing(memory: KnownPublishers, found: PackContents) -> Standing:
    """As a preview has it, but from sizes alone: to hash what is installed would take seconds."""
    if memory.shown is None:
        return Standing.FIRST
    if installed_pack(found) in memory.shown.packs:
        return Standing.ALREADY if _is_complete(memory, found, memory.shown.folder) else Standing.REPAIR
    publishers = {pack.publisher for pack in memory.shown.packs}
    return Standing.NEWER if found.publisher.id in publishers else Standing.BESIDE


def _is_complete(memory: KnownPublishers, found: PackContents, generation: str) -> bool:
    """Whether all files of an installed pack are there, and as long as they should be."""
    files = memory.paths.files(generation, found.publisher.id)
    lengths = {target.name: target.length for target in found.targets}
    with storage_errors():
        there = {str(path.relative_to(files).as_posix()): path.stat().st_size for path in files.rglob("*.*")}
    return there == lengths
