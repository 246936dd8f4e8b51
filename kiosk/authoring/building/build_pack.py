"""From a source folder to a signed pack that the kiosk's own checks have passed."""

import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.authoring.building.inspect_pack import inspect_pack
from kiosk.authoring.building.sign_pack import sign_pack
from kiosk.authoring.building.write_database import required_schema_version, write_database
from kiosk.authoring.source.load_source import Source, load_source
from kiosk.authoring.source.problems import Problem
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs import zip_layout
from kiosk.packs.manifest import Manifest
from kiosk.packs.targets import PackContents
from kiosk.store.pack_check import check_database


@dataclass(frozen=True)
class BuildResult:
    """A pack that was made: its contents, its size in bytes, and what its author may want to know."""

    contents: PackContents
    size: int
    warnings: tuple[Problem, ...]


def build_pack(
    folder: Path, out: Path, keys: Path, signed_at: int, version: int | None = None
) -> BuildResult:
    """Make the pack `out` from the source `folder`, signed at `signed_at` (seconds of UTC since 1970).

    `version` is that of pack.toml unless given. The same source, keys, version and time give the same bytes.
    `out` changes only when the finished pack has passed `inspect`. Raises SourceProblems, and the KioskErrors
    of `sign` and `inspect`, and 'authoring.not_written' when `out` cannot be written.
    """
    source = load_source(folder)
    number = source.pack.version if version is None else version
    try:
        with tempfile.TemporaryDirectory() as work:
            files, manifest = _files(source, Path(work)), _manifest(source, signed_at)
            # signing twice gives the same bytes twice: what passes here is what is written to `out`
            rehearsal = Path(work) / "rehearsal.kpack"
            sign_pack(files, manifest, keys, number, rehearsal)
            inspect_pack(rehearsal)
            contents = sign_pack(files, manifest, keys, number, out)
        return BuildResult(contents, out.stat().st_size, source.warnings)
    except OSError as error:
        raise KioskError("authoring.not_written", file=str(out), reason=error.strerror) from error


def parse_signing_time(written: str) -> int:
    """The time of signing in seconds of UTC: ISO 8601 (UTC unless it says otherwise), or else now.

    For reproducible builds the environment may say what 'now' is, in SOURCE_DATE_EPOCH
    (https://reproducible-builds.org/specs/source-date-epoch/). Raises KioskError 'authoring.signed_at'.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if written:
            moment = datetime.fromisoformat(written)
            return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
        return int(epoch) if epoch else int(datetime.now(UTC).timestamp())
    except ValueError as error:
        raise KioskError("authoring.signed_at", value=written or epoch) from error


def check_source(folder: Path) -> Source:
    """The source `folder`, if it makes a valid pack; SourceProblems, or KioskErrors of `check_database`."""
    source = load_source(folder)
    with tempfile.TemporaryDirectory() as work:
        files = _files(source, Path(work))
        database = files.pop(zip_layout.DATABASE).read_bytes()
    check_database(database, source.pack.hosts, files)
    return source


def _files(source: Source, work: Path) -> dict[str, Path]:
    """Every file of the pack by its name there; what is made anew is written below `work`."""
    files = {zip_layout.DATABASE: work / zip_layout.DATABASE}
    write_database(source.programme, files[zip_layout.DATABASE])
    (work / "media").mkdir()
    for picture in source.media.pictures.values():
        files[picture.file] = work / picture.file
        files[picture.file].write_bytes(picture.data)
    return files | {film.file: film.source for film in source.media.videos.values()}


def _manifest(source: Source, signed_at: int) -> Manifest:
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
