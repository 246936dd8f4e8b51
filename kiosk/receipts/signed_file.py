"""Signs receipts, writes them as files beside the packs, reads them back and verifies them."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.base.durable_files import sync_folder
from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.limits import KIB
from kiosk.base.safe_open import open_regular_file
from kiosk.packs import json_fields
from kiosk.receipts.kiosk_key import kiosk_id
from kiosk.receipts.parse_fields import parse_receipt
from kiosk.receipts.receipt import Receipt

KIND, FORMAT = "corner-kiosk-receipt", 1
MAX_BYTES = 32 * KIB
FOLDER = "receipts"
NO_CORNER = "corner"
"""The folder for kiosks whose settings name no Corner."""
MAX_PER_SECOND = 9
"""The most receipts with the same second in their names."""


class SignedReceipt(NamedTuple):
    """A receipt, and in hex the public key that verifies its signature."""

    receipt: Receipt
    key: str


def sign_receipt(receipt: Receipt, key: Ed25519PrivateKey) -> bytes:
    """The bytes of the file: canonical JSON (RFC 8785), signed over all fields but 'signature'."""
    public = key.public_key().public_bytes_raw().hex()
    content = receipt.to_fields() | {"kind": KIND, "format": FORMAT, "key": public}
    signature = key.sign(rfc8785.dumps(content)).hex()
    return rfc8785.dumps(content | {"signature": signature}) + b"\n"


def write_receipt_file(target: Path, receipt: Receipt, data: bytes) -> Path:
    """Write `data` below the existing folder `target` under a new name; OSError.

    Never overwrites a file, and no reader sees half a receipt.
    """
    folder = target
    for name in (FOLDER, receipt.corner or NO_CORNER):
        folder = _make_folder(folder / name)
    stem = f"{datetime.fromtimestamp(receipt.effective, UTC):%Y%m%dT%H%M%SZ}-{receipt.kiosk}"
    for number in range(1, MAX_PER_SECOND + 1):
        file = folder / f"{stem}{f'_{number}' if number > 1 else ''}.json"
        with suppress(FileExistsError):
            return _write_file(file, data)
    raise FileExistsError(folder)


def read_receipt_file(file: Path) -> SignedReceipt:
    """Read the receipt in `file` and verify its signature: the owner of the key wrote it, whoever that is.

    Raises KioskError 'receipts.unreadable', 'receipts.none', 'receipts.newer', 'receipts.forged',
    'receipts.other_key' and 'receipts.field'.
    """
    try:
        with open_regular_file(file) as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise KioskError("receipts.unreadable", reason=disk_reason(error)) from error
    try:
        return _verify(data)
    except KioskError as error:
        if error.code != "packs.field":
            raise
        raise KioskError("receipts.field", field=error.detail["field"]) from error


def _verify(data: bytes) -> SignedReceipt:
    try:
        content = dict(json_fields.parse_object(data, "receipt"))
        if len(data) > MAX_BYTES or content.get("kind") != KIND:
            raise json_fields.field_error("kind")
    except KioskError as error:
        raise KioskError("receipts.none") from error
    if json_fields.integer(content, "format", 1) != FORMAT:
        raise KioskError("receipts.newer")
    try:
        public = bytes.fromhex(json_fields.string(content, "key", 64))
        signature = bytes.fromhex(json_fields.string(content, "signature", 128))
        del content["signature"]
        Ed25519PublicKey.from_public_bytes(public).verify(signature, rfc8785.dumps(content))
    except (InvalidSignature, ValueError, RecursionError) as error:
        raise KioskError("receipts.forged") from error
    receipt = parse_receipt(content)
    if receipt.kiosk != kiosk_id(public):
        raise KioskError("receipts.other_key", kiosk=receipt.kiosk)
    return SignedReceipt(receipt, public.hex())


def _make_folder(folder: Path) -> Path:
    """Make the folder if it is missing; a symbolic link is refused."""
    with suppress(FileExistsError):
        folder.mkdir()
        _try_sync_folder(folder.parent)
    if folder.is_symlink():
        raise NotADirectoryError(folder)
    return folder


def _write_file(file: Path, data: bytes) -> Path:
    unfinished = file.with_name(f"{file.name}.part")
    stream = unfinished.open("xb")
    try:
        with stream:
            if file.exists():
                raise FileExistsError(file)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.rename(file)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
    _try_sync_folder(file.parent)
    return file


def _try_sync_folder(folder: Path) -> None:
    """Sync the folder where its file system can; those of some shares cannot."""
    with suppress(OSError):
        sync_folder(folder)
