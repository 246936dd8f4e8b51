"""Where a receipt is written, with which key, and where it cannot be written."""

import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.library.library_paths import LibraryPaths
from kiosk.receipts.attempt import Attempt
from kiosk.receipts.build_receipt import ReceiptContext
from kiosk.receipts.kiosk_key import read_last_receipt
from kiosk.receipts.receipt import Result
from kiosk.receipts.write_receipt import write_receipt
from tests.mounts import mounted_tmpfs
from tests.unit.receipts.sample_receipts import ALMATY, LATER, SampleLibrary


@pytest.fixture
def sample(tmp_path: Path) -> SampleLibrary:
    return SampleLibrary(tmp_path)


def test_file_names_sort_by_time_and_are_unique(sample: SampleLibrary) -> None:
    for _ in range(2):
        sample.install(1)
    for context in (ALMATY, ReceiptContext()):
        sample.write_receipt(
            Attempt(Result.CANCELLED), context, Clock(lambda: BUILD_DATE + 2_000_000, BUILD_DATE)
        )
    kiosk = sample.write_receipt(
        Attempt(Result.CANCELLED), clock=Clock(lambda: BUILD_DATE + 3_000_000, BUILD_DATE)
    ).kiosk
    names = sorted(str(file.relative_to(sample.stick)) for file in sample.stick.rglob("*") if file.is_file())
    assert names == [
        f"receipts/almaty/20261112T134640Z-{kiosk}.json",
        f"receipts/almaty/20261112T134640Z-{kiosk}_2.json",
        f"receipts/almaty/20261124T033320Z-{kiosk}.json",
        f"receipts/almaty/20261205T172000Z-{kiosk}.json",
        f"receipts/corner/20261124T033320Z-{kiosk}.json",
    ]


def test_at_most_nine_receipts_of_the_same_second(sample: SampleLibrary) -> None:
    left = [
        write_receipt(sample.library, sample.stick, Attempt(Result.CANCELLED), ALMATY, LATER)
        for _ in range(11)
    ]
    assert all(left[:9])
    assert left[9:] == [None, None]
    assert len(set(left[:9])) == 9


def test_key_is_readable_by_its_owner_only_and_stays_the_same(sample: SampleLibrary) -> None:
    first, second = sample.install(1), sample.install(2)
    key = sample.library / "receipts/key.pem"
    assert first.kiosk == second.kiosk
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert sorted(path.name for path in key.parent.iterdir()) == ["key.pem", "last.json"]


@pytest.mark.parametrize("damage", [b"", b"-----BEGIN", None])
def test_lost_key_is_replaced_by_a_new_kiosk_id(sample: SampleLibrary, damage: bytes | None) -> None:
    before = sample.install(1)
    key = sample.library / "receipts/key.pem"
    key.unlink()
    if damage is not None:
        key.write_bytes(damage)
    after = sample.install(1)
    assert before.kiosk != after.kiosk
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_key_of_another_kind_is_replaced(sample: SampleLibrary) -> None:
    key = sample.library / "receipts/key.pem"
    other = X25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    key.parent.mkdir()
    key.write_bytes(other)
    assert sample.install(1)
    assert key.read_bytes() != other


def gone(stick: Path) -> None:
    stick.rmdir()


def a_file_in_the_way(stick: Path) -> None:
    (stick / "receipts").write_text("x")


def a_link_in_the_way(stick: Path) -> None:
    (stick / "elsewhere").mkdir()
    (stick / "receipts").symlink_to("elsewhere")


@pytest.mark.parametrize("trouble", [gone, a_file_in_the_way, a_link_in_the_way])
def test_unwritable_target_changes_nothing(sample: SampleLibrary, trouble: Callable[[Path], None]) -> None:
    trouble(sample.stick)
    before = sorted(sample.stick.rglob("*"))
    assert write_receipt(sample.library, sample.stick, Attempt(Result.CANCELLED), ALMATY) is None
    assert sorted(sample.stick.rglob("*")) == before
    assert read_last_receipt(LibraryPaths(sample.library)).number == 0


def test_read_only_stick_gets_no_receipt(sample: SampleLibrary, tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "mount", "size=1m,ro") as stick:
        assert write_receipt(sample.library, stick, Attempt(Result.CANCELLED), ALMATY) is None


def test_full_stick_gets_no_partial_receipt(sample: SampleLibrary, tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "mount", "size=1m") as stick:
        sample.stick = stick
        assert sample.install(1)
        before = sorted(stick.rglob("*"))
        with (stick / "film").open("wb", buffering=0) as film, pytest.raises(OSError):
            while film.write(bytes(4096)) == 4096:
                pass
            raise OSError
        assert write_receipt(sample.library, stick, Attempt(Result.CANCELLED), ALMATY) is None
        assert sorted(stick.rglob("*")) == sorted([*before, stick / "film"])


def test_receipt_with_read_only_library_needs_an_existing_key(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=64m") as disk:
        sample = SampleLibrary(disk)
        sample.stick = tmp_path
        sample.install(1)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert [pack.version for pack in sample.write_receipt(Attempt(Result.FAILED)).shown or ()] == [1]
        sample.library = disk / "another"
        assert write_receipt(sample.library, tmp_path, Attempt(Result.FAILED), ALMATY) is None
