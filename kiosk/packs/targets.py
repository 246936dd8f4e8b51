"""The contents of a pack, as listed in its targets metadata, whose signatures are not verified here."""

import hashlib
import re
from dataclasses import dataclass

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs import json_fields, zip_layout
from kiosk.packs.json_fields import Fields
from kiosk.packs.manifest import Manifest, parse_manifest
from kiosk.packs.publisher import Publisher
from kiosk.packs.rights import RightsRequest

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Target:
    """A file of a pack: its name ('events.sqlite', 'media/x.jpg'), length in bytes and SHA-256 in hex."""

    name: str
    length: int
    sha256: str

    @property
    def member(self) -> str:
        """The name of its member in the pack."""
        return zip_layout.member_name(self.name, self.sha256)


@dataclass(frozen=True, slots=True)
class PackContents:
    """A pack's publisher with the rights in effect here, version, manifest and files.

    `short_id` is what people compare, seven hex digits of the SHA-256 of the targets metadata.
    `already_accepted`: this very pack is the newest one accepted before. `root` is the number of the newest
    root metadata. `request` is what that claims beyond the grant, None for nothing.
    """

    publisher: Publisher
    version: int
    short_id: str
    manifest: Manifest
    targets: tuple[Target, ...]
    already_accepted: bool = False
    root: int = 1
    request: RightsRequest | None = None

    @property
    def claim(self) -> Publisher:
        """The publisher as its newest root metadata has it."""
        return self.request.claimed if self.request else self.publisher

    @property
    def database(self) -> Target:
        """The pack's 'events.sqlite'."""
        return next(target for target in self.targets if target.name == zip_layout.DATABASE)

    @property
    def length(self) -> int:
        """The total length of all files in bytes."""
        return sum(target.length for target in self.targets)


def parse_contents(
    targets: bytes,
    publisher: Publisher,
    already_accepted: bool = False,
    root: int = 1,
    request: RightsRequest | None = None,
) -> PackContents:
    """Parse targets metadata; KioskError 'packs.format', 'packs.min_app', 'packs.field' or 'packs.name'."""
    signed = json_fields.require_object(json_fields.parse_object(targets, "targets").get("signed"), "targets")
    if signed.get("delegations"):
        raise json_fields.field_error("delegations")
    listed = json_fields.require_object(signed.get("targets"), "targets")
    if len(listed) > limits.MEMBERS or zip_layout.DATABASE not in listed:
        raise json_fields.field_error("targets")
    # first, so that the error for a pack made for a newer program says so, whatever its names look like
    database = json_fields.require_object(listed[zip_layout.DATABASE], zip_layout.DATABASE)
    manifest = parse_manifest(json_fields.require_object(database.get("custom"), "custom"))
    return PackContents(
        publisher=publisher,
        version=json_fields.integer(signed, "version", 1, limits.MAX_VERSION),
        short_id=hashlib.sha256(targets).hexdigest()[:7],
        manifest=manifest,
        targets=tuple(_target(name, listed) for name in sorted(listed)),
        already_accepted=already_accepted,
        root=root,
        request=request,
    )


def _target(name: str, listed: Fields) -> Target:
    if not zip_layout.is_target(name):
        raise KioskError("packs.name", name=name[:80])
    target = json_fields.require_object(listed[name], name)
    sha256 = json_fields.require_object(target.get("hashes"), "hashes").get("sha256")
    if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        raise json_fields.field_error("hashes")
    return Target(name, json_fields.integer(target, "length", 1, zip_layout.max_bytes(name)), sha256)
