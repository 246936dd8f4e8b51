"""Signs files and their manifest as a pack: the same input and keys give the same bytes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Snapshot, TargetFile, Targets, Timestamp

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.building.zip_writer import hash_target, write_zip
from kiosk.authoring.keys.key_file import KeyReader
from kiosk.authoring.keys.key_folder import find_publisher_key, read_root_chain
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs import json_fields, zip_layout
from kiosk.packs.manifest import Manifest, parse_manifest
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents, Target
from kiosk.packs.verification import verify_root


def sign_pack(
    files: Mapping[str, Path],
    manifest: Manifest,
    keys: Path,
    version: int,
    out: Path,
    reader: KeyReader | None = None,
) -> PackContents:
    """Write version `version` of a pack with `files` (by target name) to `out`, completely or not at all.

    `reader` asks for the passphrase of the key; without one the key has none.

    Signed versions are recorded nowhere: a kiosk refuses an older one anyway, and a version may be built
    repeatedly until it is handed out. Only a pack of a higher version at `out` is never overwritten
    ('keys.newer').

    Raises KioskError 'packs.name', 'packs.too_long', 'packs.too_large' or 'packs.no_database' for files that
    no pack may hold, 'packs.field' for a manifest that no kiosk accepts, 'packs.rights' for links beyond the
    publisher's rights, 'keys.changed' for a file that changes meanwhile, and those of read_root_chain,
    `find_publisher_key` and `verify_root`.
    """
    json_fields.integer({"version": version}, "version", 1, limits.MAX_VERSION)
    chain = read_root_chain(keys)
    publisher = verify_root(chain[-1])
    if not set(parse_manifest(manifest.to_custom()).hosts) <= set(publisher.hosts):
        raise KioskError("packs.rights", publisher=publisher.name)
    _refuse_to_replace_newer(out, publisher.id, version)
    if zip_layout.DATABASE not in files:
        raise KioskError("packs.no_database")
    sources = {hash_target(name, source): source for name, source in sorted(files.items())}
    key = find_publisher_key(keys, Metadata[Root].from_bytes(chain[-1]).signed, reader or KeyReader())
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
    target_files = {
        target.name: TargetFile(target.length, {"sha256": target.sha256}, target.name) for target in targets
    }
    target_files[zip_layout.DATABASE].unrecognized_fields["custom"] = manifest.to_custom()
    targets_bytes = _sign_metadata(Targets(version, expires=expires, targets=target_files), key)
    snapshot_files = {"targets.json": MetaFile.from_data(version, targets_bytes, ["sha256"])}
    snapshot_bytes = _sign_metadata(Snapshot(version, expires=expires, meta=snapshot_files), key)
    snapshot_file = MetaFile.from_data(version, snapshot_bytes, ["sha256"])
    return {
        "timestamp.json": _sign_metadata(
            Timestamp(version, expires=expires, snapshot_meta=snapshot_file), key
        ),
        f"{version}.snapshot.json": snapshot_bytes,
        f"{version}.targets.json": targets_bytes,
    }


def _sign_metadata(signed: Signed, key: Signer) -> bytes:
    metadata: Metadata[Any] = Metadata(signed)
    metadata.sign(key)
    return metadata.to_bytes()


def _refuse_to_replace_newer(out: Path, publisher_id: str, version: int) -> None:
    try:
        with Pack(out) as pack:
            existing = pack.unverified_contents()
    except KioskError:
        return
    if existing.publisher.id == publisher_id and existing.version > version:
        raise KioskError("keys.newer", file=str(out), there=existing.version, version=version)
