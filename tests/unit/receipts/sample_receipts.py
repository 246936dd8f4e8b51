"""Sample receipts, and kiosks and libraries that write them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.base.errors import KioskError
from kiosk.library.install import install
from kiosk.receipts.attempt import Attempt, failed_attempt
from kiosk.receipts.build_receipt import ReceiptContext
from kiosk.receipts.kiosk_key import kiosk_id
from kiosk.receipts.receipt import PackSummary, Receipt, Result
from kiosk.receipts.signed_file import FORMAT, KIND, read_receipt_file, sign_receipt, write_receipt_file
from kiosk.receipts.write_receipt import write_receipt
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, sample_publisher
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
    pack=PackSummary("mission", "April", 2, "abc1234"),
    result=Result.INSTALLED,
    code="",
    reason="",
    shown=(PackSummary("mission", "April", 2, "abc1234", NOW),),
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


class SampleKiosk:
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
        """The sample receipt of this kiosk."""
        return replace(RECEIPT, **{"kiosk": self.id, "corner": self.corner} | changes)

    def write_receipt(self, folder: Path, /, **changes: Any) -> Path:
        """Write a receipt below `folder`."""
        receipt = self.receipt(**changes)
        return write_receipt_file(folder, receipt, sign_receipt(receipt, self.key))

    def forge(self, file: Path, /, **changes: Any) -> Path:
        """Sign anything and write it to `file`."""
        content = self.receipt().to_fields() | {"kind": KIND, "format": FORMAT, "key": self.public.hex()}
        content |= changes
        signature = self.key.sign(rfc8785.dumps(content)).hex()
        file.write_bytes(rfc8785.dumps(content | {"signature": signature}))
        return file


ALMATY = ReceiptContext("almaty")
LATER = Clock(lambda: BUILD_DATE + 1_000_000, BUILD_DATE)


class SampleLibrary:
    """A library, and the stick that is carried between it and the mission."""

    def __init__(self, folder: Path) -> None:
        self.kit = LibraryKit(folder, sample_publisher())
        self.library, self.stick = self.kit.folder, folder / "stick"
        self.stick.mkdir()

    def write_receipt(
        self, attempt: Attempt, context: ReceiptContext = ALMATY, clock: Clock = LATER
    ) -> Receipt:
        """Write a receipt, and read it back."""
        file = write_receipt(self.library, self.stick, attempt, context, clock)
        assert file
        return read_receipt_file(file).receipt

    def install(self, *versions: int) -> Receipt:
        """Install these versions; the receipt of the last one."""
        return self.write_receipt(
            Attempt(Result.INSTALLED, Path("x.kpack"), self.kit.install(*versions).pack)
        )

    def refused(self, file: Path) -> Receipt:
        """Attempt to install `file`, which must be refused; the receipt."""
        with pytest.raises(KioskError) as caught:
            install(self.library, file, clock=DAY_AFTER_SIGNING, reserve=0)
        return self.write_receipt(failed_attempt(file, caught.value))
