"""Adds and lists the publishers that this kiosk trusts, with their rights and requests."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.base import limits
from kiosk.base.durable_files import remove_path, replace_file
from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.safe_open import read_regular_file
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.trust.trusted_publishers import ROOT_SUFFIX, TrustedPublisher, read_trusted_publishers
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.look_alike import is_blank, look_alike
from kiosk.packs.publisher import Publisher, parse_publisher
from kiosk.packs.rights import RightsRequest, find_request, limit_rights
from kiosk.packs.verification import root_version_and_expiry, verify_root
from kiosk.store.storage_errors import storage_errors


@dataclass(frozen=True, slots=True)
class TrustedRoot:
    """A trusted publisher with its rights in effect, and the `fingerprint` that people compare.

    `name` is the label of `TrustedPublisher`. `number` is the version of its newest root metadata, valid
    until `expires` (UTC seconds); `request` is what that claims beyond the grant, None for nothing.
    """

    publisher: str
    name: str
    hosts: tuple[str, ...]
    venues: tuple[str, ...]
    themes: tuple[str, ...]
    rank: int
    fingerprint: str
    number: int
    expires: int
    request: RightsRequest | None = None
    is_grant_damaged: bool = False

    @property
    def precedence(self) -> tuple[int, str]:
        """Sorts publishers: where two have the same event, that of the first is shown."""
        return self.rank, self.publisher

    @property
    def is_ambiguous(self) -> bool:
        """Whether the name alone does not say who it is."""
        return self.name.endswith(f"({self.fingerprint})")


def add_root(folder: Path, file: Path) -> TrustedRoot:
    """Trust the publisher whose root metadata is in `file`, with its rights; a second call changes nothing.

    Raises `KioskError` 'library.no_root', 'library.root_unread', 'library.other_root' when the library
    already has another root for that publisher, 'library.storage', those of `verify_root` and `check_name`.
    """
    paths = LibraryPaths(folder.absolute())
    data = _read_root(file)
    publisher = verify_root(data)
    trusted = read_trusted_publishers(paths)
    if publisher.id in trusted and trusted[publisher.id].root != data:
        raise KioskError("library.other_root", name=trusted[publisher.id].label)
    if publisher.id not in trusted:
        check_name(publisher, trusted.values())
        with storage_errors():
            paths.roots.mkdir(parents=True, exist_ok=True)
            # of an earlier trust whose removal was interrupted
            remove_path(paths.grant(publisher.id))
            replace_file(paths.root_metadata(publisher.id), data)
    return _with_newest_root(paths, read_trusted_publishers(paths)[publisher.id])


def check_name(publisher: Publisher, trusted: Iterable[TrustedPublisher]) -> None:
    """Check that people can tell the name of `publisher` from those of other trusted ones.

    Raises KioskError 'library.name_blank', or 'library.name_alike' with the other one.
    """
    if is_blank(publisher.name):
        raise KioskError("library.name_blank", publisher=publisher.id)
    for other in trusted:
        if other.grant.id != publisher.id and look_alike(other.grant.name, publisher.name):
            raise KioskError(
                "library.name_alike",
                name=publisher.name,
                other=other.grant.name,
                id=other.grant.id,
                fingerprint=fingerprint(other.root),
            )


def read_trusted_roots(folder: Path) -> tuple[TrustedRoot, ...]:
    """Return the publishers that the library in `folder` trusts, by id, with the rights in effect.

    KioskError 'library.damaged_root' when a root metadata file that staff added is damaged.
    """
    paths = LibraryPaths(folder.absolute())
    trusted = read_trusted_publishers(paths)
    for id, publisher in trusted.items():
        try:
            verify_root(publisher.root)
        except KioskError as error:
            raise KioskError("library.damaged_root", publisher=id) from error
    return tuple(_with_newest_root(paths, publisher) for publisher in trusted.values())


def read_newest_root(paths: LibraryPaths, trusted: TrustedPublisher) -> bytes:
    """Return the newest root metadata of the publisher that this kiosk has installed, else the first."""
    files = paths.generations.glob(f"g-*/{trusted.grant.id}/tuf/root_history/*{ROOT_SUFFIX}")
    newest = max(files, key=lambda file: int(file.name.partition(".")[0]), default=None)
    try:
        if newest:
            data = read_regular_file(newest)
            parse_publisher(data), root_version_and_expiry(data)
            return data
    except (KioskError, OSError):
        pass
    return trusted.root


def _read_root(file: Path) -> bytes:
    try:
        return read_regular_file(file, limits.ROOT_BYTES)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise KioskError("library.no_root", path=str(file)) from error
        raise KioskError("library.root_unread", path=str(file), reason=disk_reason(error)) from error


def _with_newest_root(paths: LibraryPaths, trusted: TrustedPublisher) -> TrustedRoot:
    newest = read_newest_root(paths, trusted)
    claim = parse_publisher(newest)
    request = find_request(trusted.grant, claim)
    rights = replace(limit_rights(trusted.grant, claim), name=trusted.label)
    return TrustedRoot(
        rights.id,
        rights.name,
        rights.hosts,
        rights.venues,
        rights.themes,
        rights.rank,
        fingerprint(trusted.root),
        *root_version_and_expiry(newest),
        replace(request, label=trusted.label) if request else None,
        trusted.is_grant_damaged,
    )
