"""Verifies a pack against the last pack that the library accepted from the same publisher."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kiosk.base.clock import ClockReading, ClockStatus
from kiosk.base.durable_files import copy_tree, remove_path
from kiosk.base.errors import KioskError
from kiosk.library.trust.trusted_publishers import TrustedPublisher
from kiosk.packs import verification
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.store.records import TrustedPack


def verify_against_last(
    pack: Pack,
    trusted: TrustedPublisher,
    last: TrustedPack | None,
    last_metadata: Path,
    new_metadata: Path,
    reading: ClockReading,
    corner: str,
) -> PackContents:
    """Return the contents of a pack that is valid at the time of `reading`.

    Raises the KioskErrors of `packs.verification`, and 'packs.signed_ahead' for a pack that claims a time of
    signing in the future.

    The result has the rights in effect and the publisher's label; `require_granted_hosts` refuses a pack that
    goes beyond them. `last` is the newest accepted pack of its publisher (None: there is none), with its
    metadata in the folder `last_metadata`. The metadata to keep is written to `new_metadata`, which must not
    exist yet. If the metadata in `last_metadata` is damaged, the numbers in `last` still reject older packs,
    and newer ones signed by keys that have been revoked since.
    """
    signed_at = pack.unverified_contents().manifest.signed_at if reading.status is ClockStatus.BEHIND else 0
    now = reading.moment_for(signed_at)
    contents = _verify_at(pack, trusted, last, last_metadata, new_metadata, now, corner)
    signed_at = contents.manifest.signed_at
    if reading.moment_for(signed_at) != now:
        raise KioskError("packs.changed", path=str(pack.path))
    if reading.is_ahead(signed_at):
        signed, today = (f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d}" for at in (signed_at, now))
        raise KioskError("packs.signed_ahead", signed=signed, today=today)
    request = replace(contents.request, label=trusted.label) if contents.request else None
    return replace(contents, publisher=replace(contents.publisher, name=trusted.label), request=request)


def require_granted_hosts(contents: PackContents) -> None:
    """Raise KioskError 'packs.not_granted_host' for a link to a host beyond the rights in effect."""
    for host in contents.manifest.hosts:
        if host not in contents.publisher.hosts:
            raise KioskError(
                "packs.not_granted_host",
                publisher=contents.publisher.name,
                host=host,
                id=contents.publisher.id,
            )


def _verify_at(
    pack: Pack,
    trusted: TrustedPublisher,
    last: TrustedPack | None,
    last_metadata: Path,
    new_metadata: Path,
    now: int,
    corner: str,
) -> PackContents:
    verify = partial(verification.verify_pack, pack, trusted.root, new_metadata, now, corner, trusted.grant)
    if last is None:
        return verify()
    if (last_metadata / "timestamp.json").is_file():
        try:
            copy_tree(last_metadata, new_metadata)
            return verify()
        except KioskError as error:
            if error.code != "packs.trust_damaged":
                raise
    remove_path(new_metadata)
    contents = verify()
    if contents.version < last.version:
        raise KioskError("packs.older", installed=last.version, offered=contents.version)
    if contents.root < last.root:
        raise KioskError("packs.not_signed")
    return contents
