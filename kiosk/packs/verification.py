"""Verifies packs with python-tuf, and translates its errors.

The checks and their order are those of TUF 1.0.34, section 5.3; ADR 2 says how a pack holds a repository.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tuf.api import exceptions as tuf
from tuf.api.metadata import Metadata, Root
from tuf.ngclient.config import UpdaterConfig
from tuf.ngclient.fetcher import FetcherInterface
from tuf.ngclient.updater import Updater

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.packs import json_fields
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import Publisher, parse_publisher
from kiosk.packs.rights import find_request, limit_rights
from kiosk.packs.targets import PackContents, parse_contents

ReadMetadata = Callable[[str, int], bytes | None]
"""Takes the name of a metadata file and its maximum length, returns its bytes, None for no such file."""

_CONFIG = UpdaterConfig(
    max_root_rotations=limits.ROOTS,
    max_delegations=1,
    root_max_length=limits.ROOT_BYTES,
    timestamp_max_length=limits.TIMESTAMP_BYTES,
    snapshot_max_length=limits.SNAPSHOT_BYTES,
    targets_max_length=limits.TARGETS_BYTES,
)
_URL = "pack:/"
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_REFUSED = (tuf.RepositoryError, tuf.DownloadError)


def verify_root(root: bytes) -> Publisher:
    """The publisher in root metadata that its own keys signed; KioskError 'packs.root' or 'packs.field'."""
    try:
        loaded = Metadata[Root].from_bytes(root)
        loaded.signed.verify_delegate(Root.type, loaded.signed_bytes, loaded.signatures)
    except (tuf.RepositoryError, AttributeError) as error:
        raise KioskError("packs.root") from error
    return parse_publisher(root)


def root_version_and_expiry(root: bytes) -> tuple[int, int]:
    """Version and expiry (UTC seconds) of root metadata; KioskError 'packs.root' or 'packs.field'."""
    try:
        return _version(root), int(_expiry(root).timestamp())
    except ValueError as error:
        raise KioskError("packs.root") from error


def verify_pack(
    pack: Pack, root: bytes, state: Path, now: int, corner: str = "", grant: Publisher | None = None
) -> PackContents:
    """The contents of the pack, once verified: all is signed by the publisher of `root`, nothing is older.

    `root` is the metadata given to the kiosk by hand. `state` is a copy of the folder that the last accepted
    pack of that publisher left here, or an empty or missing folder for the first one; afterwards it holds
    what to keep for the next one, plain files only. When this raises, delete `state`. `now` is in seconds of
    UTC since 1970, `corner` the id of this reading room, `grant` the publisher with the rights that staff
    gave it, by default those in `root`: the result has the rights in effect. `already_accepted` in the
    result: this pack was accepted before, byte for byte; installing it again is useless but does no harm.

    Raises KioskError 'packs.older', 'packs.same_number', 'packs.expired', 'packs.keys_expired',
    'packs.not_signed', 'packs.mixed', 'packs.damaged', 'packs.rights', 'packs.corner', 'packs.root',
    'packs.trust_damaged', and those of ZipContainer and `parse_contents`.
    """
    trusted = verify_root(root)
    state.mkdir(parents=True, exist_ok=True)
    before = _last_timestamp(root, state)
    moment = datetime.fromtimestamp(now, UTC)
    try:
        _refresh(root, state, pack.metadata, moment)
    except _REFUSED as error:
        raise _translate(error, pack, state, before, moment) from error
    timestamp, snapshot, targets, newest = (
        read_regular_file(state / f"{role}.json") for role in ("timestamp", "snapshot", "targets", "root")
    )
    # a symbolic link that python-tuf creates each time; only plain files are kept
    (state / "root.json").unlink()
    already_accepted = timestamp == before
    if already_accepted and timestamp != pack.metadata("timestamp.json", limits.TIMESTAMP_BYTES):
        raise KioskError("packs.same_number", version=_version(timestamp))
    claim, granted = parse_publisher(newest), grant or trusted
    contents = parse_contents(
        targets,
        limit_rights(granted, claim),
        already_accepted,
        _version(newest),
        find_request(granted, claim),
    )
    if not _version(timestamp) == _version(snapshot) == contents.version:
        raise KioskError("packs.mixed")
    pack.check_members(contents)
    if claim.id != trusted.id or not set(contents.manifest.hosts) <= set(claim.hosts):
        raise KioskError("packs.rights", publisher=granted.name)
    if not {"*", corner} & set(contents.manifest.corners):
        raise KioskError("packs.corner", corners=", ".join(contents.manifest.corners))
    return contents


def _last_timestamp(root: bytes, state: Path) -> bytes:
    """The timestamp metadata accepted last, b'' when none ever was; KioskError 'packs.trust_damaged'.

    python-tuf takes lost or torn files for a first start and then accepts an older pack. So the state is
    first verified as a repository of its own, at a time when nothing can have expired.
    """
    if not any(state.iterdir()):
        return b""
    try:
        timestamp = read_regular_file(state / "timestamp.json")
        _refresh(root, state, lambda name, _: timestamp if name == "timestamp.json" else None, _LONG_AGO)
    except (*_REFUSED, FileNotFoundError) as error:
        raise KioskError("packs.trust_damaged") from error
    return timestamp


def _refresh(root: bytes, state: Path, read: ReadMetadata, moment: datetime) -> None:
    updater = Updater(str(state), _URL, fetcher=_PackFetcher(read), config=_CONFIG, bootstrap=root)
    # private, but the only way to use a clock other than the system's; a test checks that it still exists
    updater._trusted_set.reference_time = moment
    updater.refresh()


def _translate(error: Exception, pack: Pack, state: Path, before: bytes, moment: datetime) -> KioskError:
    """The KioskError for an error of python-tuf."""
    match error:
        case tuf.UnsignedMetadataError():
            return KioskError("packs.not_signed")
        case tuf.ExpiredMetadataError():
            until, today = _expiry(read_regular_file(state / "root.json")), f"{moment:%Y-%m-%d}"
            if until <= moment:
                return KioskError("packs.keys_expired", until=f"{until:%Y-%m-%d}", today=today)
            return KioskError("packs.expired", until=f"{_expiry(_timestamp(pack)):%Y-%m-%d}", today=today)
        case tuf.BadVersionNumberError() if before and _version(_timestamp(pack)) < _version(before):
            return KioskError("packs.older", installed=_version(before), offered=_version(_timestamp(pack)))
        case tuf.BadVersionNumberError() | tuf.LengthOrHashMismatchError() | tuf.DownloadHTTPError():
            return KioskError("packs.mixed")
    return KioskError("packs.damaged", path=str(pack.path))


def _timestamp(pack: Pack) -> bytes:
    return pack.metadata("timestamp.json", limits.TIMESTAMP_BYTES) or b""


def _version(metadata: bytes) -> int:
    return json_fields.integer(_signed(metadata), "version", 1)


def _expiry(metadata: bytes) -> datetime:
    return datetime.fromisoformat(json_fields.string(_signed(metadata), "expires", 20))


def _signed(metadata: bytes) -> json_fields.Fields:
    return json_fields.require_object(json_fields.parse_object(metadata, "metadata").get("signed"), "signed")


class _PackFetcher(FetcherInterface):
    """Gives python-tuf the metadata of a pack in place of downloads.

    `download_bytes` overrides the interface's own, which would go through a temporary file.
    """

    def __init__(self, read: ReadMetadata) -> None:
        self._read = read

    def _fetch(self, url: str) -> Iterator[bytes]:
        yield self.download_bytes(url, limits.TARGETS_BYTES)

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """The metadata file named by `url`; a 404 error ends python-tuf's search for newer roots."""
        # where metadata states the length of the next file, python-tuf requests that instead of its own limit
        data = self._read(url.removeprefix(_URL), min(max_length, limits.TARGETS_BYTES))
        if data is None:
            raise tuf.DownloadHTTPError(f"{url} is not in the pack", 404)
        return data
