"""The publishers that this kiosk trusts, with grants and names that people can tell apart."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.limits import MAX_RANK, ROOT_BYTES
from kiosk.base.safe_open import read_regular_file
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.trust.grants import Grant, read_grant
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.look_alike import is_blank, look_alike
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import Publisher
from kiosk.store.storage_errors import storage_errors

ROOT_SUFFIX = ".root.json"


@dataclass(frozen=True, slots=True)
class TrustedPublisher:
    """A publisher whose `root` metadata staff added; `grant` has its name and the rights they gave it.

    `label` is the name to show: with the fingerprint where another name looks the same or nothing of it can
    be seen. `is_grant_damaged`: staff gave more than `grant`, but the file cannot be read.
    """

    root: bytes
    grant: Publisher
    label: str
    is_grant_damaged: bool = False


def trusted_publisher_ids(paths: LibraryPaths) -> list[str]:
    """Return the ids of the trusted publishers, sorted."""
    return sorted(file.name.removesuffix(ROOT_SUFFIX) for file in paths.roots.glob(f"*{ROOT_SUFFIX}"))


def read_trusted_publishers(paths: LibraryPaths) -> Mapping[str, TrustedPublisher]:
    """Return the trusted publishers by id; one with damaged root metadata has no rights.

    KioskError 'library.storage' when the disk fails.
    """
    with storage_errors():
        roots = {id: _read_root(paths.root_metadata(id)) for id in trusted_publisher_ids(paths)}
    grants = {id: _read_grant_or_none(paths, id, root) for id, root in roots.items()}
    names = {id: grant.rights.name for id, grant in grants.items()}
    return {
        id: TrustedPublisher(roots[id], rights, _label(names, id, roots[id]), is_damaged)
        for id, (rights, is_damaged) in grants.items()
    }


def find_trusted_publisher(paths: LibraryPaths, pack: Pack) -> TrustedPublisher:
    """Return the publisher that the pack claims to be of; KioskError 'packs.unknown_publisher'."""
    return require_trusted(read_trusted_publishers(paths), pack)


def require_trusted(trusted: Mapping[str, TrustedPublisher], pack: Pack) -> TrustedPublisher:
    """The same among these publishers."""
    claimed = pack.unverified_publisher()
    if claimed.id not in trusted:
        first = pack.metadata("1.root.json", ROOT_BYTES) or b""
        raise KioskError("packs.unknown_publisher", publisher=claimed.name, fingerprint=fingerprint(first))
    return trusted[claimed.id]


def _read_root(file: Path) -> bytes:
    """The root metadata in a file; b'', which counts as damaged, for what is no file or too large."""
    try:
        return read_regular_file(file, ROOT_BYTES)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.EFBIG):
            raise
    return b""


def _label(names: Mapping[str, str], id: str, root: bytes) -> str:
    name = names[id]
    is_ambiguous = is_blank(name) or any(
        other != id and look_alike(name, another) for other, another in names.items()
    )
    return f"{name} ({fingerprint(root)})" if is_ambiguous else name


def _read_grant_or_none(paths: LibraryPaths, id: str, root: bytes) -> Grant:
    try:
        return read_grant(paths, root)
    except KioskError:
        return Grant(Publisher(id, id, (), (), (), MAX_RANK))
