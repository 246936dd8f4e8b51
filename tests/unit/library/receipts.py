"""Receipts and kiosks that write them, for tests."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.library.receipt import Noted, Receipt, Result
from kiosk.library.receipt_file import FORMAT, KIND, signed, write
from kiosk.library.receipt_key import kiosk_id
from tests.packs_builder import SIGNED_AT

NOW = SIGNED_AT + 86400
RECEIPT = Receipt(
    corner="almaty",
    kiosk="",
    number=1,
    effective=NOW,
    system=NOW,
    floor=SIGNED_AT,
    file="april.kpack",
    pack=Noted("mission", "April", 2, "abc1234"),
    result=Result.INSTALLED,
    code="",
    reason="",
    shown=(Noted("mission", "April", 2, "abc1234", NOW),),
    previous=(),
    free=12_345_678_901,
    size=60_000_000_000,
    program="0.1.0",
    screen="1920x1080",
    language="kk",
    printer="unknown",
    counts={"event": {"code": 12, "tour": None}},
    counts_since=0,
    counts_left_out=0,
)


class Teller:
    """A kiosk with a key of its own."""

    def __init__(self, corner: str = "almaty") -> None:
        self.key = Ed25519PrivateKey.generate()
        self.id = kiosk_id(self.public)
        self.corner = corner

    @property
    def public(self) -> bytes:
        """Its public key."""
        return self.key.public_key().public_bytes_raw()

    def receipt(self, **changes: Any) -> Receipt:
        """What it tells."""
        return replace(RECEIPT, **{"kiosk": self.id, "corner": self.corner} | changes)

    def leave(self, folder: Path, /, **changes: Any) -> Path:
        """Write a receipt below `folder`."""
        receipt = self.receipt(**changes)
        return write(folder, receipt, signed(receipt, self.key))

    def forge(self, file: Path, /, **changes: Any) -> Path:
        """Sign anything and write it to `file`."""
        content = self.receipt().to_fields() | {"kind": KIND, "format": FORMAT, "key": self.public.hex()}
        content |= changes
        signature = self.key.sign(rfc8785.dumps(content)).hex()
        file.write_bytes(rfc8785.dumps(content | {"signature": signature}))
        return file
