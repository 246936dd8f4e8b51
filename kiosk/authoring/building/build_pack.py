"""Builds a signed pack from a source and runs the kiosk's own checks on it."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.authoring.building.inspect_pack import inspect_pack
from kiosk.authoring.building.sign_pack import sign_pack
from kiosk.authoring.building.signing_time import doubt_signing_time
from kiosk.authoring.building.write_database import required_schema_version, write_database
from kiosk.authoring.garbage import paused_collection
from kiosk.authoring.keys.key_file import KeyReader
from kiosk.authoring.keys.key_folder import read_root_chain
from kiosk.authoring.keys.passphrase import AskPassphrase, ask_nobody
from kiosk.authoring.source.load_source import Source, load_source
from kiosk.authoring.source.notes.event_notes import find_past
from kiosk.authoring.source.problems import Place, Problem, SourceProblems, sort_problems
from kiosk.authoring.source_reader import read_source
from kiosk.base import limits
from kiosk.base.clock import BUILD_DATE
from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.export.export_file import check_target
from kiosk.base.safe_open import read_regular_file
from kiosk.packs import zip_layout
from kiosk.packs.manifest import Manifest, parse_manifest
from kiosk.packs.media import check_media
from kiosk.packs.publisher import Publisher
from kiosk.packs.targets import PackContents
from kiosk.packs.verification import verify_root
from kiosk.rules.check_database import check_database

ROOM_FOR_METADATA = 16 * limits.MIB
"""Bytes of a pack that are kept free of files: the largest metadata, headers and directory."""
MAX_FILES = limits.MEMBERS - limits.ROOTS - 3
"""The most files of a pack beside its metadata."""


@dataclass(frozen=True)
class BuildResult:
    """The contents of the pack, its size in bytes, and the warnings about source folder and time."""

    contents: PackContents
    size: int
    warnings: tuple[Problem, ...]


@paused_collection()
def build_pack(
    folder: Path,
    out: Path,
    keys: Path,
    signed_at: int,
    version: int | None = None,
    *,
    by_clock: bool = False,
    on_warnings: Callable[[Sequence[Problem]], None] = lambda warnings: None,
    ask: AskPassphrase = ask_nobody,
) -> BuildResult:
    """Build the pack `out` from the source `folder`, signed at `signed_at` (seconds of UTC since 1970).

    `folder` may be a workbook (`read_source`). `version` is that of pack.toml unless given. The same source,
    keys, version and time give the same bytes.
    `on_warnings` is called before anything is signed; with `by_clock` the warnings include doubts about the
    clock of this computer, which gave `signed_at`. `ask` is called at most once for the key that signs. `out`
    changes only when the finished pack has passed `inspect_pack`. Raises SourceProblems, the KioskErrors of
    `sign_pack` and `inspect_pack`, and 'authoring.not_written' when `out` cannot be written.
    """
    source = load_source(folder, read_rights(keys), read_source)
    return build_source(
        source, out, keys, signed_at, version, by_clock=by_clock, on_warnings=on_warnings, ask=ask
    )


def build_source(
    source: Source,
    out: Path,
    keys: Path,
    signed_at: int,
    version: int | None = None,
    *,
    by_clock: bool = False,
    on_warnings: Callable[[Sequence[Problem]], None] = lambda warnings: None,
    ask: AskPassphrase = ask_nobody,
) -> BuildResult:
    """Build the pack `out` from a checked source, as `build_pack` does."""
    pack_version = source.pack.version if version is None else version
    doubts = doubt_signing_time(signed_at, keys, out, source) if by_clock else ()
    warnings = (*source.warnings, *doubts)
    on_warnings(warnings)
    reader = KeyReader(ask)
    try:
        check_target(out)
        with tempfile.TemporaryDirectory() as work:
            files, manifest = collect_files(source, Path(work)), _make_manifest(source, signed_at)
            # signing twice gives the same bytes: what is inspected here is what is written to `out`
            trial = Path(work) / "rehearsal.kpack"
            sign_pack(files, manifest, keys, pack_version, trial, reader)
            inspect_pack(trial)
            contents = sign_pack(files, manifest, keys, pack_version, out, reader)
        return BuildResult(contents, out.stat().st_size, warnings)
    except OSError as error:
        raise KioskError("authoring.not_written", file=str(out), reason=disk_reason(error)) from error


@paused_collection()
def check_source(folder: Path, keys: Path | None = None, at: int | None = None) -> Source:
    """The source `folder`, if `build_pack` makes a valid pack of it; else SourceProblems.

    What is beyond the rights of `keys` is a problem; without them no rights are checked. `at` (seconds of
    UTC) is the time at which events that are over are told of.
    """
    source = load_source(folder, read_rights(keys) if keys else None, read_source)
    with tempfile.TemporaryDirectory() as work:
        collect_checked_files(source, Path(work))
    past = find_past(source.tables, source.programme, at) if at is not None else ()
    return replace(source, warnings=sort_problems([*source.warnings, *past]))


def read_rights(keys: Path) -> Publisher | None:
    """The publisher's rights by the newest root metadata in the folder `keys`, None if it cannot be read."""
    try:
        return verify_root(read_root_chain(keys)[-1])
    except (KioskError, OSError):
        return None


def collect_checked_files(source: Source, work: Path) -> dict[str, Path]:
    """The files of `collect_files`; SourceProblems for what a kiosk would refuse in their pack."""
    try:
        parse_manifest(_make_manifest(source, BUILD_DATE).to_custom())
        files = collect_files(source, work)
        _require_room(files)
        database = read_regular_file(files[zip_layout.DATABASE])
        media = {name: file for name, file in files.items() if name != zip_layout.DATABASE}
        check_database(database, source.pack.hosts, media)
        for name, file in media.items():
            check_media(file, name)
        return files
    except SourceProblems as refusal:
        raise SourceProblems([*source.warnings, *refusal.problems]) from refusal
    except KioskError as error:
        detail = {"reason": error.detail["reason"] if error.code == "library.content" else error}
        raise SourceProblems(
            [*source.warnings, Problem("refused", Place("pack.toml"), detail=detail)]
        ) from error


def collect_files(source: Source, work: Path) -> dict[str, Path]:
    """Every file of the pack by target name; the database and encoded pictures are written to `work`."""
    files = {zip_layout.DATABASE: work / zip_layout.DATABASE}
    write_database(source.programme, files[zip_layout.DATABASE])
    _require_size(files[zip_layout.DATABASE].stat().st_size)
    (work / "media").mkdir()
    for picture in source.media.pictures.values():
        files[picture.file] = work / picture.file
        files[picture.file].write_bytes(picture.data)
    return files | {film.file: film.source for film in source.media.videos.values()}


def _require_size(size: int) -> None:
    """Raise SourceProblems when no pack holds a database of `size` bytes."""
    if size > limits.DATABASE_BYTES:
        detail = {"size": -(-size // limits.MIB), "most": limits.DATABASE_BYTES // limits.MIB}
        raise SourceProblems([Problem("texts_large", Place("events"), detail=detail)])


def _require_room(files: Mapping[str, Path]) -> None:
    """Raise SourceProblems for more or larger files than a pack has room for."""
    size, most = sum(file.stat().st_size for file in files.values()), MAX_FILES
    if len(files) > most:
        detail: dict[str, object] = {"count": len(files), "most": most}
        raise SourceProblems([Problem("files_many", Place("media"), detail=detail)])
    if size > limits.PACK_BYTES - ROOM_FOR_METADATA:
        detail = {"size": -(-size // limits.MIB), "most": limits.PACK_BYTES // limits.MIB}
        raise SourceProblems([Problem("files_large", Place("media"), detail=detail)])


def _make_manifest(source: Source, signed_at: int) -> Manifest:
    campaign = source.programme.campaign
    return Manifest(
        pack=campaign.id,
        title=campaign.title,
        updated=campaign.updated,
        languages=campaign.languages,
        events=len(source.programme.events),
        themes={theme.id: theme.events for theme in source.programme.themes},
        signed_at=signed_at,
        fresh_until=signed_at + limits.FRESH_FOR,
        hosts=tuple(source.pack.hosts),
        corners=tuple(source.pack.corners),
        min_app=required_schema_version(source.programme),
    )
