"""Allows a publisher what it asks for: staff extend its grant (ADR 19)."""

import tempfile
from dataclasses import replace
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.library.known_publishers import read_known_publishers
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.trust.grants import write_grant
from kiosk.library.trust.trusted_publishers import read_trusted_publishers
from kiosk.library.trust.trusted_roots import check_name, read_newest_root
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import parse_publisher
from kiosk.packs.rights import RightsRequest, extend_grant, find_request
from kiosk.store.storage_errors import storage_errors
from kiosk.store.writer_lock import hold_writer_lock


def allow_rights(
    folder: Path,
    publisher: str,
    file: Path | None = None,
    *,
    digest: str = "",
    corner: str = "",
    clock: Clock | None = None,
) -> RightsRequest:
    """Grant what `publisher` claims in the pack `file`, or in its installed one; return the request.

    A `digest` is that of the request that staff have read: any other one is refused. Raises KioskError
    'library.not_trusted', 'rights.nothing_asked', 'rights.other_request', 'rights.other_publisher',
    'library.busy', 'library.storage', and those of `check_name` and, with a file, `KnownPublishers.verify`.
    """
    paths = LibraryPaths(folder.absolute())
    if publisher not in (trusted := read_trusted_publishers(paths)):
        known = ", ".join(trusted) or "–"
        raise KioskError("library.not_trusted", publisher=publisher, known=known)
    chosen = trusted[publisher]
    if file:
        request = _read_request(folder, publisher, file, corner, clock or Clock.system())
    else:
        request = find_request(chosen.grant, parse_publisher(read_newest_root(paths, chosen)))
    if request is None:
        raise KioskError("rights.nothing_asked", publisher=chosen.label)
    if digest and digest != request.digest:
        raise KioskError("rights.other_request", publisher=chosen.label)
    check_name(request.claimed, trusted.values())
    with storage_errors(), hold_writer_lock(paths.root):
        if read_trusted_publishers(paths).get(publisher) != chosen:
            raise KioskError("library.busy")
        write_grant(paths, chosen.root, extend_grant(chosen.grant, request.claimed))
    return replace(request, label=chosen.label)


def _read_request(
    folder: Path, publisher: str, file: Path, corner: str, clock: Clock
) -> RightsRequest | None:
    """What the verified pack asks for; KioskError 'rights.other_publisher'."""
    known = read_known_publishers(folder)
    with Pack(file) as pack, tempfile.TemporaryDirectory() as work:
        contents = known.verify(pack, Path(work) / "tuf", clock.read(known.time_floor), corner)
    if contents.publisher.id != publisher:
        raise KioskError("rights.other_publisher", publisher=publisher, file=file.name)
    return contents.request
