"""Writes and reads the file of one private key: Ed25519 as PEM, with or without a passphrase."""

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

from kiosk.authoring.keys.encrypted_key import encrypt_key, is_encrypted, is_whole
from kiosk.authoring.keys.passphrase import (
    AskPassphrase,
    ask_nobody,
    normalise_passphrase,
    wrong_passphrase,
)
from kiosk.base.durable_files import sync_folder
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file


class KeyReader:
    """Reads key files and asks for their passphrases; one that opened a key is tried on the next ones.

    Keep it only as long as one piece of work lasts: it holds what was typed.
    """

    def __init__(self, ask: AskPassphrase = ask_nobody) -> None:
        self._ask = ask
        self._passphrases: list[bytes] = []
        self._opened: dict[bytes, Ed25519PrivateKey] = {}

    def read(self, path: Path) -> Ed25519PrivateKey:
        """The private key in a PEM file (PKCS 8).

        Raises KioskError 'keys.unreadable', 'keys.passphrase.none' when nothing is typed, those of
        `wrong_passphrase`, and what the asking function raises.
        """
        try:
            pem = read_regular_file(path)
        except OSError as error:
            raise KioskError("keys.unreadable", file=str(path)) from error
        if pem not in self._opened:
            self._opened[pem] = self._open(path, pem) if is_encrypted(pem) else _load(path, pem, None)
        return self._opened[pem]

    def read_signer(self, path: Path) -> CryptoSigner:
        """The same key, ready to sign."""
        return CryptoSigner(self.read(path))

    def _open(self, path: Path, pem: bytes) -> Ed25519PrivateKey:
        if not is_whole(pem):
            raise KioskError("keys.unreadable", file=str(path))
        for passphrase in self._passphrases:
            try:
                return _load(path, pem, passphrase)
            except ValueError:
                continue
        typed = normalise_passphrase(self._ask(path))
        if not typed:
            raise KioskError("keys.passphrase.none", file=str(path))
        passphrase = _encode(typed)
        try:
            key = _load(path, pem, passphrase)
        except ValueError as error:
            raise wrong_passphrase(path, typed) from error
        self._passphrases.append(passphrase)
        return key


def create_key(path: Path, passphrase: str = "") -> CryptoSigner:
    """Create an Ed25519 key in a new file, protected unless `passphrase` is ''; OSError when it exists."""
    key = Ed25519PrivateKey.generate()
    write_new_file(path, to_pem(key, passphrase))
    return CryptoSigner(key)


def write_new_file(path: Path, data: bytes, *, public: bool = False) -> None:
    """Write a new file that only its owner, or everybody, may read; OSError when it exists."""
    path.touch(mode=0o600, exist_ok=False)
    try:
        if public:
            path.chmod(0o644)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def replace_private_file(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, all or nothing, even in a power cut. OSError."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.unlink(missing_ok=True)
    write_new_file(unfinished, data)
    try:
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def to_pem(key: Ed25519PrivateKey, passphrase: str) -> bytes:
    """`key` as PEM, protected unless `passphrase` is ''."""
    if passphrase:
        return encrypt_key(key, _encode(normalise_passphrase(passphrase)))
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _load(path: Path, pem: bytes, passphrase: bytes | None) -> Ed25519PrivateKey:
    """The key in `pem`; ValueError for a wrong passphrase, KioskError 'keys.unreadable' without one."""
    try:
        key = load_pem_private_key(pem, passphrase)
    except (UnsupportedAlgorithm, TypeError) as error:
        raise KioskError("keys.unreadable", file=str(path)) from error
    except ValueError as error:
        if passphrase is None:
            raise KioskError("keys.unreadable", file=str(path)) from error
        raise
    if not isinstance(key, Ed25519PrivateKey):
        raise KioskError("keys.unreadable", file=str(path))
    return key


def _encode(normalised: str) -> bytes:
    return normalised.encode("utf-8", "replace")
