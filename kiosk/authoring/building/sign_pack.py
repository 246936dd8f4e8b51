"""From files and their description to a signed pack: the same input and keys give the same bytes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Snapshot, TargetFile, Targets, Timestamp

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.building.zip_writer import hash_target, write_zip
from kiosk.authoring.keys.key_folder import find_publisher_key, read_root_chain
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs import json_fields, zip_layout
from kiosk.packs.manifest import Manifest, parse_manifest
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents, Target
from kiosk.packs.verification import verify_root


def sign_pack(
    files: Mapping[str, Path], manifest: Manifest, keys: Path, version: int, out: Path
) -> PackContents:
    """Write pack number `version`, which holds `files` (by target name), to `out`: all of it or nothing.

    Nothing remembers which numbers were signed: a kiosk refuses an older one anyway, and a number may be
    built again and again until it is handed out. Only a pack of a higher number in the place of `out` is
    never overwritten ('keys.newer').

    Raises KioskError 'packs.name', 'packs.too_long', 'packs.too_large' or 'packs.no_database' for files that
    no pack may hold, 'packs.field' for a description that no kiosk takes, 'packs.rights' for links that the
    publisher may not make, 'keys.changed' for a file that changes meanwhile, and those of keys.root_chain,
    keys.publisher_key and trust.trusted_publisher.
    """
    json_fields.integer({"version": version}, "version", 1, limits.MAX_VERSION)
    chain = read_root_chain(keys)
    maker = verify_root(chain[-1])
    if not set(parse_manifest(manifest.to_custom()).hosts) <= set(maker.hosts):
        raise KioskError("packs.rights", publisher=maker.name)
    _refuse_to_replace_newer(out, maker.id, version)
    if zip_layout.DATABASE not in files:
        raise KioskError("packs.no_database")
    sources = {hash_target(name, source): source for name, source in sorted(files.items())}
    key = find_publisher_key(keys, Metadata[Root].from_bytes(chain[-1]).signed)
    metadata = {f"{number}.root.json": root for number, root in enumerate(chain, 1)}
    metadata |= build_metadata(tuple(sources), manifest, version, key)
    with write_atomically(out) as part:
        write_zip(part, metadata, sources)
        with Pack(part) as pack:
            claims = pack.unverified_contents()
    return claims


def build_metadata(
    targets: tuple[Target, ...], manifest: Manifest, version: int, key: Signer
) -> dict[str, bytes]:
    """The timestamp, snapshot and targets metadata of a pack, by file name."""
    expires = datetime.fromtimestamp(manifest.signed_at + limits.EXPIRES_AFTER, UTC)
    listed = {
        target.name: TargetFile(target.length, {"sha256": target.sha256}, target.name) for target in targets
    }
    listed[zip_layout.DATABASE].unrecognized_fields["custom"] = manifest.to_custom()
    targets_bytes = _sign_metadata(Targets(version, expires=expires, targets=listed), key)
    listing = {"targets.json": MetaFile.from_data(version, targets_bytes, ["sha256"])}
    snapshot_bytes = _sign_metadata(Snapshot(version, expires=expires, meta=listing), key)
    newest = MetaFile.from_data(version, snapshot_bytes, ["sha256"])
    return {
        "timestamp.json": _sign_metadata(Timestamp(version, expires=expires, snapshot_meta=newest), key),
        f"{version}.snapshot.json": snapshot_bytes,
        f"{version}.targets.json": targets_bytes,
    }


def _sign_metadata(signed: Signed, key: Signer) -> bytes:
    metadata: Metadata[Any] = Metadata(signed)
    metadata.sign(key)
    return metadata.to_bytes()


def _refuse_to_replace_newer(out: Path, maker: str, version: int) -> None:
    try:
        with Pack(out) as pack:
            there = pack.unverified_contents()
    except KioskError:
        return
    if there.publisher.id == maker and there.version > version:
        raise KioskError("keys.newer", file=str(out), there=there.version, version=version)
