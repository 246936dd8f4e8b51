"""Keys that a passphrase encrypts."""

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from kiosk.authoring.keys.encrypted_key import BEGIN, COST, encrypt_key, is_encrypted, is_whole

PASSPHRASE = "төрт сөз жеткілікті болады".encode()


@pytest.fixture(scope="module")
def key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


@pytest.fixture(scope="module")
def pem(key: Ed25519PrivateKey) -> bytes:
    return encrypt_key(key, PASSPHRASE)


def test_only_the_passphrase_opens_the_key(key: Ed25519PrivateKey, pem: bytes) -> None:
    opened = load_pem_private_key(pem, PASSPHRASE)
    assert isinstance(opened, Ed25519PrivateKey)
    assert opened.private_bytes_raw() == key.private_bytes_raw()
    with pytest.raises(ValueError, match="password"):
        load_pem_private_key(pem, PASSPHRASE + b" ")
    assert key.private_bytes_raw() not in pem
    assert is_encrypted(pem)


def test_openssl_finds_scrypt_with_its_parameters(pem: bytes, tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_bytes(pem)
    parsed = subprocess.run(
        ["openssl", "asn1parse", "-in", tmp_path / "key.pem"], capture_output=True, text=True, check=True
    ).stdout
    for part in ("PBES2", "scrypt", f"INTEGER           :{COST:06X}", "aes-256-cbc"):
        assert part in parsed


def test_two_files_of_one_key_have_nothing_in_common(key: Ed25519PrivateKey, pem: bytes) -> None:
    """Salt and vector are new each time."""
    other = encrypt_key(key, PASSPHRASE)
    assert pem.splitlines()[2] != other.splitlines()[2]


def test_a_file_that_is_cut_off_is_not_whole(pem: bytes) -> None:
    assert is_whole(pem)
    lines = pem.splitlines(keepends=True)
    for cut in (b"", BEGIN, pem[:-30], b"".join(lines[:-2] + lines[-1:]), pem.replace(b"M", b"!", 1)):
        assert not is_whole(cut)
