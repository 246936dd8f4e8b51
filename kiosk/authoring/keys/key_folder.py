"""Creates a publisher's keys folder and reads it whenever a pack is signed.

`root-1.pem` to `root-3.pem` (two of them together change who may sign) are given to three people and removed
from the machine; `publisher-1.pem` signs packs and `publisher-2.pem` is its spare; `root.json` is given to
every kiosk. Later root metadata, created when keys change, is stored beside it as `2.root.json` and so on.
"""

import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from kiosk.authoring.keys.key_file import KeyReader, create_key, write_new_file
from kiosk.base import limits
from kiosk.base.durable_files import sync_folder
from kiosk.base.errors import KioskError
from kiosk.base.export.export_file import export_errors
from kiosk.base.links import is_host
from kiosk.base.safe_open import read_regular_file
from kiosk.packs.look_alike import is_blank, mixed_word
from kiosk.packs.publisher import PUBLISHER_ID, RIGHTS_FIELD, RIGHTS_ID, Publisher

ROOT_KEYS, ROOT_THRESHOLD = 3, 2
PUBLISHER_KEYS = 2
USUAL_RANK = 50
"""The rank of a new publisher unless another one is chosen: after the country's, which is 0."""
ROLES = (Targets.type, Snapshot.type, Timestamp.type)
"""The roles of publisher keys; the threshold of each is one key."""


def create_key_folder(folder: Path, publisher: Publisher, created_at: datetime, passphrase: str = "") -> None:
    """Create the keys folder of a new publisher; its root metadata expires ten years after `created_at`, UTC.

    Every key is protected by `passphrase` unless that is ''; `check_passphrase` says which are good enough.
    Raises KioskError 'keys.exists' when `folder` is not empty, those of `check_publisher`, and those of
    `export_errors`, after which there is no such folder.
    """
    check_publisher(publisher)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KioskError("keys.exists", folder=str(folder))
    with export_errors(folder.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _write_keys(folder, publisher, created_at, passphrase)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


def _write_keys(folder: Path, publisher: Publisher, created_at: datetime, passphrase: str) -> None:
    roots, signers = (
        [create_key(folder / f"{kind}-{number}.pem", passphrase) for number in range(1, count + 1)]
        for kind, count in (("root", ROOT_KEYS), ("publisher", PUBLISHER_KEYS))
    )
    root = build_root_metadata(publisher, roots, signers, created_at)
    write_new_file(root_file(folder, 1), root, public=True)
    sync_folder(folder)


def build_root_metadata(
    publisher: Publisher,
    roots: Sequence[CryptoSigner],
    signers: Sequence[CryptoSigner],
    created_at: datetime,
) -> bytes:
    """The first root metadata of a publisher with these keys, signed by all of `roots`."""
    expires = created_at + timedelta(seconds=limits.ROOT_EXPIRES_AFTER)
    root = Root(version=1, expires=expires, unrecognized_fields={RIGHTS_FIELD: publisher.to_fields()})
    for key in roots:
        root.add_key(key.public_key, Root.type)
    for key in signers:
        for role in ROLES:
            root.add_key(key.public_key, role)
    root.roles[Root.type].threshold = ROOT_THRESHOLD
    metadata = Metadata(root)
    for key in roots:
        metadata.sign(key, append=True)
    return metadata.to_bytes(JSONSerializer())


def root_file(folder: Path, number: int) -> Path:
    """The file of the root metadata with that number, from 1."""
    return folder / ("root.json" if number == 1 else f"{number}.root.json")


def read_root_chain(folder: Path) -> list[bytes]:
    """All root metadata of a keys folder, oldest first; KioskError 'keys.no_folder' when there is none."""
    if not root_file(folder, 1).is_file():
        raise KioskError("keys.no_folder", folder=str(folder))
    chain = [read_regular_file(root_file(folder, 1))]
    while (later := root_file(folder, len(chain) + 1)).is_file():
        chain.append(read_regular_file(later))
    return chain


def find_publisher_key(folder: Path, root: Root, reader: KeyReader) -> CryptoSigner:
    """The first key in the folder that may sign packs according to `root`.

    Raises KioskError 'keys.no_key' when there is none, and those of `KeyReader.read`.
    """
    allowed = set.intersection(*(set(root.roles[role].keyids) for role in ROLES))
    for path in sorted(folder.glob("publisher-*.pem")):
        key = reader.read_signer(path)
        if key.public_key.keyid in allowed:
            return key
    raise KioskError("keys.no_key", folder=str(folder))


def check_publisher(publisher: Publisher) -> None:
    """Check the id, name and rights of a publisher.

    Raises KioskError 'keys.publisher', 'keys.name', 'keys.name_blank', 'keys.name_mixed', 'keys.host',
    'keys.place', 'keys.rank' or 'keys.too_many_rights'.
    """
    if not PUBLISHER_ID.fullmatch(publisher.id):
        raise KioskError("keys.publisher", publisher=publisher.id)
    if not 0 < len(publisher.name) <= limits.NAME_LENGTH or not publisher.name.isprintable():
        raise KioskError("keys.name", most=limits.NAME_LENGTH)
    if is_blank(publisher.name):
        raise KioskError("keys.name_blank")
    if word := mixed_word(publisher.name):
        raise KioskError("keys.name_mixed", word=word)
    for host in publisher.hosts:
        if not is_host(host):
            raise KioskError("keys.host", host=host)
    for id in (*publisher.venues, *publisher.themes):
        if not RIGHTS_ID.fullmatch(id):
            raise KioskError("keys.place", id=id)
    if not 0 <= publisher.rank <= limits.MAX_RANK:
        raise KioskError("keys.rank", most=limits.MAX_RANK)
    ids = max(len(publisher.venues), len(publisher.themes))
    if len(publisher.hosts) > limits.HOSTS or ids > limits.RIGHTS:
        raise KioskError("keys.too_many_rights", hosts=limits.HOSTS, ids=limits.RIGHTS)
