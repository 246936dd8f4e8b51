"""The kiosk's own signing key, which never leaves it, and the number of its last receipt."""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from kiosk.base.durable_files import replace_file, sync_folder
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.library.library_paths import LibraryPaths
from kiosk.packs import json_fields
from kiosk.receipts.receipt import LATEST_TIME

KEY_FILE, LAST_FILE = "key.pem", "last.json"


class LastReceipt(NamedTuple):
    """The number of the last receipt, and when the last one was written successfully (UTC seconds), or 0."""

    number: int = 0
    at: int = 0


def load_or_make_key(paths: LibraryPaths) -> Ed25519PrivateKey:
    """Load the kiosk's own key; make one at its first use or when it is lost or damaged. OSError.

    Only its owner can read the file, and it is synced to the disk before the key is used.
    """
    file = paths.receipts / KEY_FILE
    with suppress(FileNotFoundError, ValueError):
        return _load_key(file)
    paths.receipts.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    _make_key(file)
    return _load_key(file)


def kiosk_id(public: bytes) -> str:
    """The id of the kiosk with this public key: the first twelve hex digits of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:12]


def read_last_receipt(paths: LibraryPaths) -> LastReceipt:
    """Read the record of the last receipt; zeros where there is none. OSError when the disk fails."""
    try:
        record = json_fields.parse_object(read_regular_file(paths.receipts / LAST_FILE), LAST_FILE)
        return LastReceipt(
            json_fields.integer(record, "number"), json_fields.integer(record, "at", maximum=LATEST_TIME)
        )
    except (FileNotFoundError, KioskError):
        return LastReceipt()


def write_last_receipt(paths: LibraryPaths, written: LastReceipt) -> None:
    """Write the record of the last receipt, durably; OSError."""
    replace_file(paths.receipts / LAST_FILE, json.dumps(written._asdict()).encode())


def _load_key(file: Path) -> Ed25519PrivateKey:
    key = load_pem_private_key(read_regular_file(file), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError("another kind of key")
    return key


def _make_key(file: Path) -> None:
    """Write a new key, unless another process has just written one."""
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    descriptor, unfinished = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(pem)
            stream.flush()
            os.fsync(descriptor)
        with suppress(FileExistsError):
            os.link(unfinished, file)
    finally:
        Path(unfinished).unlink()
    sync_folder(file.parent)
