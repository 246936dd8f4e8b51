"""Encrypts a private key with a passphrase as PKCS 8 (RFC 5958) with scrypt and AES-256-CBC (ADR 24)."""

import os
from base64 import b64decode, encodebytes

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.padding import PKCS7
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

COST, BLOCK_SIZE, PARALLEL = 1 << 17, 8, 1
"""Parameters of scrypt (RFC 7914): 128 MiB and over half a second of one core for each guess."""
BEGIN, END = b"-----BEGIN ENCRYPTED PRIVATE KEY-----", b"-----END ENCRYPTED PRIVATE KEY-----"
_KEY_BYTES, _SALT_BYTES, _BLOCK_BYTES = 32, 16, 16
_SEQUENCE, _INTEGER, _OCTETS, _OBJECT = 0x30, 0x02, 0x04, 0x06
"""Tags of DER (ITU-T X.690)."""
_PBES2 = bytes.fromhex("2a864886f70d01050d")
"""1.2.840.113549.1.5.13 (RFC 8018)."""
_SCRYPT = bytes.fromhex("2b06010401da47040b")
"""1.3.6.1.4.1.11591.4.11 (RFC 7914, 7)."""
_AES_256_CBC = bytes.fromhex("60864801650304012a")
"""2.16.840.1.101.3.4.1.42 (RFC 8018, B.2.5)."""


def encrypt_key(key: Ed25519PrivateKey, passphrase: bytes) -> bytes:
    """`key` as PEM that only `passphrase` opens; `load_pem_private_key` of cryptography reads it."""
    salt, vector = os.urandom(_SALT_BYTES), os.urandom(_BLOCK_BYTES)
    secret = Scrypt(salt=salt, length=_KEY_BYTES, n=COST, r=BLOCK_SIZE, p=PARALLEL).derive(passphrase)
    padder, encryptor = (
        PKCS7(8 * _BLOCK_BYTES).padder(),
        Cipher(algorithms.AES(secret), modes.CBC(vector)).encryptor(),
    )
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    encrypted = encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()
    derivation = _sequence(
        _der(_OBJECT, _SCRYPT),
        _sequence(_der(_OCTETS, salt), *map(_integer, (COST, BLOCK_SIZE, PARALLEL))),
    )
    cipher = _sequence(_der(_OBJECT, _AES_256_CBC), _der(_OCTETS, vector))
    algorithm = _sequence(_der(_OBJECT, _PBES2), _sequence(derivation, cipher))
    return b"%s\n%s%s\n" % (BEGIN, encodebytes(_sequence(algorithm, _der(_OCTETS, encrypted))), END)


def is_encrypted(pem: bytes) -> bool:
    """Whether a passphrase protects the key in `pem`."""
    return BEGIN in pem


def is_whole(pem: bytes) -> bool:
    """Whether encrypted `pem` is complete, so that a wrong passphrase is why it cannot be opened."""
    body = pem.partition(BEGIN)[2].partition(END)
    try:
        der = b64decode(b"".join(body[0].split()), validate=True)
    except ValueError:
        return False
    count = der[1] & 0x7F if len(der) > 1 and der[1] & 0x80 else 0
    length = int.from_bytes(der[2 : 2 + count]) if count else int.from_bytes(der[1:2])
    return bool(body[1]) and der[:1] == bytes([_SEQUENCE]) and len(der) == 2 + count + length


def _sequence(*parts: bytes) -> bytes:
    return _der(_SEQUENCE, b"".join(parts))


def _integer(value: int) -> bytes:
    return _der(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1))


def _der(tag: int, content: bytes) -> bytes:
    """A value of at most 255 bytes with its tag and length (ITU-T X.690, 8.1)."""
    length = [len(content)] if len(content) < 0x80 else [0x81, len(content)]
    return bytes([tag, *length]) + content
