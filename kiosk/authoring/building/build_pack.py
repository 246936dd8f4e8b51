"""Builds a signed pack from a source folder and runs the kiosk's own checks on it."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.authoring.building.inspect_pack import inspect_pack
from kiosk.authoring.building.sign_pack import sign_pack
from kiosk.authoring.building.signing_time import doubt_signing_time
from kiosk.authoring.building.write_database import required_schema_version, write_database
from kiosk.authoring.source.load_source import Source, load_source
from kiosk.authoring.source.problems import Problem
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.base.export_file import check_target
from kiosk.base.safe_open import read_regular_file
from kiosk.packs import zip_layout
from kiosk.packs.manifest import Manifest
from kiosk.packs.targets import PackContents
from kiosk.rules.check_database import check_database


@dataclass(frozen=True)
class BuildResult:
    """The contents of the pack, its size in bytes, and the warnings about source folder and time."""

    contents: PackContents
    size: int
    warnings: tuple[Problem, ...]


def build_pack(
    folder: Path,
    out: Path,
    keys: Path,
    signed_at: int,
    version: int | None = None,
    *,
    by_clock: bool = False,
    on_warnings: Callable[[Sequence[Problem]], None] = lambda warnings: None,
) -> BuildResult:
    """Build the pack `out` from the source `folder`, signed at `signed_at` (seconds of UTC since 1970).

    `version` is that of pack.toml unless given. The same source, keys, version and time give the same bytes.
    `on_warnings` is called before anything is signed; with `by_clock` the warnings include doubts about the
    clock of this computer, which gave `signed_at`. `out` changes only when the finished pack has passed
    `inspect_pack`. Raises SourceProblems, the KioskErrors of `sign_pack` and `inspect_pack`, and
    'authoring.not_written' when `out` cannot be written.
    """
    source = load_source(folder)
    pack_version = source.pack.version if version is None else version
    doubts = doubt_signing_time(signed_at, keys, out, source) if by_clock else ()
    warnings = (*source.warnings, *doubts)
    on_warnings(warnings)
    try:
        check_target(out)
        with tempfile.TemporaryDirectory() as work:
            files, manifest = _collect_files(source, Path(work)), _make_manifest(source, signed_at)
            # signing twice gives the same bytes: what is inspected here is what is written to `out`
            trial = Path(work) / "rehearsal.kpack"
            sign_pack(files, manifest, keys, pack_version, trial)
            inspect_pack(trial)
            contents = sign_pack(files, manifest, keys, pack_version, out)
        return BuildResult(contents, out.stat().st_size, warnings)
    except OSError as error:
        raise KioskError("authoring.not_written", file=str(out), reason=error.strerror) from error


def check_source(folder: Path) -> Source:
    """The source `folder`, if it makes a valid pack; SourceProblems, or KioskErrors of `check_database`."""
    source = load_source(folder)
    with tempfile.TemporaryDirectory() as work:
        files = _collect_files(source, Path(work))
        database = read_regular_file(files.pop(zip_layout.DATABASE))
    check_database(database, source.pack.hosts, files)
    return source


def _collect_files(source: Source, work: Path) -> dict[str, Path]:
    """Every file of the pack by target name; the database and encoded pictures are written to `work`."""
    files = {zip_layout.DATABASE: work / zip_layout.DATABASE}
    write_database(source.programme, files[zip_layout.DATABASE])
    (work / "media").mkdir()
    for picture in source.media.pictures.values():
        files[picture.file] = work / picture.file
        files[picture.file].write_bytes(picture.data)
    return files | {film.file: film.source for film in source.media.videos.values()}


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
