"""A publisher in memory that makes valid packs and hostile ones, by exceptions to what it writes and signs.

publisher = PackPublisher()
publisher.pack(tmp_path / "1.kpack")                      # a valid pack, number 1
publisher.version, publisher.versions["snapshot"] = 2, 1  # the next one mixes numbers
"""

import hashlib
import io
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp
from typing import Any

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Snapshot, TargetFile, Targets, Timestamp

from kiosk.authoring.keys.key_folder import ROLES, build_root_metadata
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.packs import zip_layout
from kiosk.packs.manifest import Manifest
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import Publisher
from kiosk.packs.targets import PackContents
from kiosk.packs.verification import verify_pack
from kiosk.packs.zip_container import ZipContainer
from kiosk.rules.check_manifest import describe_database

SIGNED_AT = 1_459_500_000
"""2016-04-01T08:40:00Z"""
LOCAL = Publisher("local", "Test Publisher", ("kz.usembassy.gov",))
MANIFEST = Manifest(
    pack="demo",
    title={"en": "Demo", "kk": "Көрсетілім", "ru": "Показ"},
    updated="2016-04-01",
    languages=("en", "kk", "ru"),
    events=18,
    themes={"innovation": 5, "friendship": 8, "partnership": 5},
    signed_at=SIGNED_AT,
    fresh_until=SIGNED_AT + limits.FRESH_FOR,
    hosts=("kz.usembassy.gov",),
)
FILES = {zip_layout.DATABASE: b"SQLite format 3\x00" + bytes(5000), "media/bridge.jpg": b"\xff\xd8\xff" * 700}


def generate_keys(number: int) -> list[CryptoSigner]:
    """New Ed25519 keys."""
    return [CryptoSigner.generate_ed25519() for _ in range(number)]


class PackPublisher:
    """The keys of a publisher and the content of its next pack.

    `versions`, `expires`, `signers` and `edits` are exceptions by role ('timestamp', 'snapshot', 'targets'):
    another version, another expiry, other keys, and a function that changes the metadata before signing.
    """

    def __init__(
        self,
        publisher: Publisher = LOCAL,
        at: int = SIGNED_AT,
        make_keys: Callable[[int], list[CryptoSigner]] = generate_keys,
    ) -> None:
        self.root_keys, self.publisher_keys = make_keys(3), make_keys(2)
        self.roots = [
            build_root_metadata(
                publisher, self.root_keys, self.publisher_keys, datetime.fromtimestamp(at, UTC)
            )
        ]
        self.version = 1
        self.manifest = replace(MANIFEST, signed_at=at, fresh_until=at + limits.FRESH_FOR)
        self.files: dict[str, bytes] = dict(FILES)
        self.versions: dict[str, int] = {}
        self.expires: dict[str, datetime] = {}
        self.signers: dict[str, Sequence[CryptoSigner]] = {}
        self.edits: dict[str, Callable[[Any], None]] = {}

    @property
    def root(self) -> bytes:
        """The first root metadata, which a kiosk is given by hand."""
        return self.roots[0]

    def change_manifest(self, **changes: Any) -> None:
        """Change fields of the manifest."""
        self.manifest = replace(self.manifest, **changes)

    def rotate_keys(
        self,
        *,
        root_keys: Sequence[CryptoSigner] | None = None,
        publisher_keys: Sequence[CryptoSigner] | None = None,
        signed_by: Sequence[CryptoSigner] | None = None,
        edit: Callable[[Root], None] = lambda root: None,
    ) -> None:
        """Add the next root metadata, with these keys in place of the old ones.

        It is signed by the old and the new root keys unless `signed_by` says otherwise.
        """
        metadata = Metadata[Root].from_bytes(self.roots[-1])
        root = metadata.signed
        root.version += 1
        for role, new in ((Root.type, root_keys), *((role, publisher_keys) for role in ROLES)):
            for keyid in list(root.roles[role].keyids) if new is not None else ():
                root.revoke_key(keyid, role)
            for key in new or ():
                root.add_key(key.public_key, role)
        edit(root)
        metadata.signatures.clear()
        signers = [*self.root_keys, *(root_keys or ())] if signed_by is None else signed_by
        for signer in signers:
            metadata.sign(signer, append=True)
        self.roots.append(metadata.to_bytes())
        self.root_keys = list(root_keys or self.root_keys)
        self.publisher_keys = list(publisher_keys or self.publisher_keys)

    def metadata(self) -> dict[str, bytes]:
        """The metadata files of the next pack, by name."""
        listed = {
            name: TargetFile(len(data), {"sha256": hashlib.sha256(data).hexdigest()}, name)
            for name, data in self.files.items()
        }
        if zip_layout.DATABASE in listed:
            manifest = describe(self.manifest, self.files[zip_layout.DATABASE])
            listed[zip_layout.DATABASE].unrecognized_fields["custom"] = manifest.to_custom()
        targets = self._signed(Targets(targets=listed))
        listing = {"targets.json": MetaFile.from_data(self._version("targets"), targets, ["sha256"])}
        snapshot = self._signed(Snapshot(meta=listing))
        newest = MetaFile.from_data(self._version("snapshot"), snapshot, ["sha256"])
        return {
            **{f"{number}.root.json": root for number, root in enumerate(self.roots, 1)},
            "timestamp.json": self._signed(Timestamp(snapshot_meta=newest)),
            f"{self._version('snapshot')}.snapshot.json": snapshot,
            f"{self._version('targets')}.targets.json": targets,
        }

    def members(self) -> dict[str, bytes]:
        """The members of the next pack, by name."""
        return {f"metadata/{name}": data for name, data in self.metadata().items()} | {
            zip_layout.member_name(name, hashlib.sha256(data).hexdigest()): data
            for name, data in self.files.items()
        }

    def pack(self, path: Path) -> Path:
        """Write the next pack."""
        return write_archive(path, self.members())

    def _version(self, role: str) -> int:
        return self.versions.get(role, self.version)

    def _signed(self, signed: Signed) -> bytes:
        role = signed.type
        signed.version = self._version(role)
        expires = datetime.fromtimestamp(self.manifest.signed_at + limits.EXPIRES_AFTER, UTC)
        signed.expires = self.expires.get(role, expires)
        self.edits.get(role, lambda metadata: None)(signed)
        metadata: Metadata[Any] = Metadata(signed)
        for signer in self.signers.get(role, self.publisher_keys[:1]):
            metadata.sign(signer, append=True)
        return metadata.to_bytes()


def describe(manifest: Manifest, database: bytes) -> Manifest:
    """The manifest; its fields that are those of MANIFEST are as `database` says, if it is a database."""
    try:
        fields = describe_database(database)
    except (KioskError, sqlite3.Error, LookupError, TypeError, ValueError):
        return manifest
    unchanged = [name for name in fields if getattr(manifest, name) == getattr(MANIFEST, name)]
    changes: dict[str, Any] = {name: fields[name] for name in unchanged}
    return replace(manifest, **changes)


def build_archive(members: Mapping[str, bytes]) -> bytes:
    """The ZIP archive of these members in the allowed layout, whatever their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        for name, data in members.items():
            zipped.writestr(zip_layout.zip_info(name), data)
    return file.getvalue()


def write_archive(path: Path, members: Mapping[str, bytes]) -> Path:
    """Write a pack of these members and return its path."""
    path.write_bytes(build_archive(members))
    return path


def read_members(path: Path) -> dict[str, bytes]:
    """The members of the archive at `path`, read by the kiosk's own reader."""
    with ZipContainer(path) as container:
        return {name: container.read(name, limits.MIB) for name in container.sizes}


class PackReader:
    """A kiosk's TUF state and files of one publisher, kept between packs."""

    def __init__(self, folder: Path, root: bytes) -> None:
        self.folder, self.root = folder, root
        self.state, self.files = folder / "state", folder / "files"
        folder.mkdir()
        self.state.mkdir()

    def offer(self, path: Path, now: int = SIGNED_AT + limits.DAY, corner: str = "") -> PackContents:
        """Verify a pack, copy all its files, and only then keep its state: all or nothing."""
        staging = Path(mkdtemp(dir=self.folder))
        try:
            copytree(self.state, staging / "state")
            with Pack(path) as pack:
                found = verify_pack(pack, self.root, staging / "state", now, corner)
                for target in found.targets:
                    pack.copy_target(target, staging / "files")
            rmtree(self.state)
            rmtree(self.files, ignore_errors=True)
            (staging / "state").rename(self.state)
            (staging / "files").rename(self.files)
        finally:
            rmtree(staging)
        return found

    def stored_files(self) -> dict[str, bytes]:
        """The content of every file below the folder, by path."""
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in paths}


@contextmanager
def refused(*codes: str, **detail: object) -> Iterator[None]:
    """Expect a KioskError with one of these codes and this detail, and a sentence in every language."""
    with pytest.raises(KioskError) as caught:
        yield
    assert caught.value.code in codes, caught.value
    assert caught.value.detail.items() >= detail.items()
    assert None not in caught.value.detail.values(), caught.value
    for language in LANGUAGES:
        assert translator(language).text(caught.value.code, **caught.value.detail)
