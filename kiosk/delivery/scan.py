"""Scans the packs on a stick or share by their metadata alone, and chooses the one to offer."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.base.clock import Clock, ClockReading
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback, ignore_progress
from kiosk.delivery.scan_standing import ScanStanding
from kiosk.library.installed_pack import installed_pack
from kiosk.library.known_publishers import KnownPublishers, read_known_publishers
from kiosk.library.verify_pack import require_granted_hosts
from kiosk.packs.pack_file import Pack
from kiosk.packs.rights import RightsRequest
from kiosk.packs.targets import PackContents
from kiosk.preview.standing import Standing
from kiosk.sources.misplaced_packs import find_misplaced_packs
from kiosk.sources.pack_listing import MAX_PACKS, PackFile, PackListing, list_packs
from kiosk.sources.source_errors import share_error, source_errors
from kiosk.store.records import InstalledPack
from kiosk.store.storage_errors import storage_errors

NEW_PACK_STANDINGS = (Standing.FIRST, Standing.NEWER, Standing.BESIDE)
"""The standings of packs that change the programme; a REPAIR is offered too."""


@dataclass(frozen=True, slots=True)
class ScannedPack:
    """A pack file and its `standing` on this kiosk.

    `size` is in bytes, `publisher` the label of a trusted publisher, else ''. `already_accepted`: this very
    pack has been accepted before; it need not be shown now. `request` is what the publisher asks for beyond
    the rights granted to it, None for nothing.
    """

    file: Path
    size: int
    standing: ScanStanding
    publisher: str = ""
    pack: InstalledPack | None = None
    error: KioskError | None = None
    already_accepted: bool = False
    request: RightsRequest | None = None


@dataclass(frozen=True, slots=True)
class ScanResult:
    """All packs found, by name; the index of the `best` one to offer; how many were skipped.

    `notes` say what people have to know about files that are not among `packs`.
    """

    packs: tuple[ScannedPack, ...]
    best: int | None
    skipped: int
    notes: tuple[KioskError, ...] = ()


def scan_source(
    folder: Path,
    source: Path,
    *,
    share: bool = False,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
) -> ScanResult:
    """Scan the packs on a stick or `share` mounted at `source`, for the library in `folder`.

    Reads only the metadata of each pack, without a lock. Raises the KioskErrors of `read_known_publishers`
    and `source_errors`; the error of a single file is in its `ScannedPack`.
    """
    publishers = read_known_publishers(folder)
    reading = (clock or Clock.system()).read(publishers.time_floor)
    with source_errors("share" if share else "stick", source):
        listing = list_packs(source)
        misplaced = () if share else find_misplaced_packs(source)
    total, done, packs = sum(pack.size for pack in listing.files), 0, []
    for pack in listing.files:
        report(Progress("verify", done, total))
        packs.append(_scan_pack(publishers, pack, reading, corner))
        done += pack.size
    report(Progress("verify", total, total))
    packs += (_misplaced_pack(file, source) for file in misplaced)
    if share:
        packs = [
            replace(scanned, error=scanned.error and share_error(scanned.error, scanned.file))
            for scanned in packs
        ]
    return ScanResult(tuple(packs), choose_best(packs), listing.left_out, tuple(_notes(listing)))


def scan_stick(
    folder: Path, partitions: Sequence[Path], *, corner: str = "", report: ProgressCallback = ignore_progress
) -> ScanResult:
    """Scan the packs on these partitions of a stick; raises what `scan_source` does when none can be read.

    When some can, the errors of the others are among the notes.
    """
    results, failures = [], []
    for partition in partitions:
        try:
            results.append(scan_source(folder, partition, corner=corner, report=report))
        except KioskError as error:
            failures.append(error)
    if failures and not results:
        raise failures[0]
    packs = tuple(pack for result in results for pack in result.packs)
    notes = tuple(note for result in results for note in result.notes)
    skipped = sum(result.skipped for result in results)
    return ScanResult(packs, choose_best(packs), skipped, (*notes, *failures))


def choose_best(packs: Sequence[ScannedPack]) -> int | None:
    """Return the index of the pack to offer: the newest of its publisher, of the publisher of lowest rank."""
    newest = newest_per_publisher(packs, (*NEW_PACK_STANDINGS, Standing.REPAIR))
    return min(newest, key=lambda index: _rank_key(packs[index]), default=None)


def newest_per_publisher(
    packs: Sequence[ScannedPack], standings: Sequence[str] = NEW_PACK_STANDINGS
) -> list[int]:
    """Return the index of each publisher's newest pack among those with these standings."""
    newest: dict[str, tuple[int, int]] = {}
    for index, scanned in enumerate(packs):
        if scanned.pack and scanned.standing in standings:
            candidate = (scanned.pack.version, -index)
            newest[scanned.pack.publisher] = max(candidate, newest.get(scanned.pack.publisher, candidate))
    return sorted(-index for _, index in newest.values())


def _rank_key(scanned: ScannedPack) -> tuple[int, str]:
    return (scanned.pack.rank, scanned.pack.publisher) if scanned.pack else (0, "")


def _notes(listing: PackListing) -> Iterator[KioskError]:
    """What to tell about packs that are not among those listed."""
    if listing.left_out:
        yield KioskError("sources.left_out", n=listing.left_out, most=MAX_PACKS)
    if not listing.is_complete:
        yield KioskError("sources.too_many_files", n=listing.names_read)


def _misplaced_pack(file: Path, source: Path) -> ScannedPack:
    folder = file.parent.relative_to(source).as_posix()
    return ScannedPack(file, 0, "misplaced", error=KioskError("sources.misplaced", folder=folder))


def _scan_pack(
    publishers: KnownPublishers, listed: PackFile, reading: ClockReading, corner: str
) -> ScannedPack:
    file, size, publisher, request = listed.path, listed.size, "", None
    if listed.is_unfinished:
        return ScannedPack(file, size, "refused", error=KioskError("packs.unfinished", path=file))
    try:
        with storage_errors(), Pack(file, follow=False) as pack, tempfile.TemporaryDirectory() as folder:
            publisher = publishers.publisher_name(pack)
            contents = publishers.verify(pack, Path(folder) / "tuf", reading, corner)
        request = contents.request
        require_granted_hosts(contents)
    except KioskError as error:
        if error.code != "packs.older":
            return ScannedPack(file, size, "refused", publisher, error=error, request=request)
        if shown := _shown_before_newer(publishers, file):
            return ScannedPack(file, size, Standing.ALREADY, publisher, shown, already_accepted=True)
        return ScannedPack(file, size, "older", publisher, error=error, request=request)
    name = contents.publisher.name
    return ScannedPack(
        file,
        size,
        _standing(publishers, contents),
        name,
        installed_pack(contents),
        already_accepted=contents.already_accepted,
        request=request,
    )


def _shown_before_newer(publishers: KnownPublishers, file: Path) -> InstalledPack | None:
    """The shown pack that `file` claims to be: staff have rolled back to it from a newer one."""
    shown = publishers.shown_generation.packs if publishers.shown_generation else ()
    with suppress(KioskError, OSError), Pack(file, follow=False) as pack:
        claimed = installed_pack(pack.unverified_contents())
        return next((one for one in shown if one == claimed), None)
    return None


def _standing(publishers: KnownPublishers, contents: PackContents) -> Standing:
    """Return the standing as a preview does, but compare sizes only: hashing would take seconds."""
    if publishers.shown_generation is None:
        return Standing.FIRST
    if installed_pack(contents) in publishers.shown_generation.packs:
        complete = _is_complete(publishers, contents, publishers.shown_generation.folder)
        return Standing.ALREADY if complete else Standing.REPAIR
    shown_publishers = {pack.publisher for pack in publishers.shown_generation.packs}
    return Standing.NEWER if contents.publisher.id in shown_publishers else Standing.BESIDE


def _is_complete(publishers: KnownPublishers, contents: PackContents, generation: str) -> bool:
    """Whether all files of an installed pack exist with the right size."""
    files = publishers.paths.files(generation, contents.publisher.id)
    expected = {target.name: target.length for target in contents.targets}
    with storage_errors():
        sizes = {str(path.relative_to(files).as_posix()): path.stat().st_size for path in files.rglob("*.*")}
    return sizes == expected
