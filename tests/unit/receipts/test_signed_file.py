"""Where a receipt is written, with which key, and where it is not."""

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
def room(tmp_path: Path) -> SampleLibrary:
    return SampleLibrary(tmp_path)


def test_its_name_sorts_by_time_and_is_never_used_twice(room: SampleLibrary) -> None:
    for _ in range(2):
        room.install(1)
    for context in (ALMATY, ReceiptContext()):
        room.write_receipt(Attempt(Result.CANCELLED), context, Clock(lambda: BUILD_DATE + 2_000_000, 0))
    kiosk = room.write_receipt(
        Attempt(Result.CANCELLED), clock=Clock(lambda: BUILD_DATE + 3_000_000, 0)
    ).kiosk
    names = sorted(str(file.relative_to(room.stick)) for file in room.stick.rglob("*") if file.is_file())
    assert names == [
        f"receipts/almaty/20261112T134640Z-{kiosk}.json",
        f"receipts/almaty/20261112T134640Z-{kiosk}_2.json",
        f"receipts/almaty/20261124T033320Z-{kiosk}.json",
        f"receipts/almaty/20261205T172000Z-{kiosk}.json",
        f"receipts/corner/20261124T033320Z-{kiosk}.json",
    ]


def test_nine_receipts_of_a_second_are_enough(room: SampleLibrary) -> None:
    left = [
        write_receipt(room.library, room.stick, Attempt(Result.CANCELLED), ALMATY, LATER) for _ in range(11)
    ]
    assert all(left[:9])
    assert left[9:] == [None, None]
    assert len(set(left[:9])) == 9


def test_the_key_is_the_owners_alone_and_stays(room: SampleLibrary) -> None:
    first, second = room.install(1), room.install(2)
    key = room.library / "receipts/key.pem"
    assert first.kiosk == second.kiosk
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert sorted(path.name for path in key.parent.iterdir()) == ["key.pem", "last.json"]


@pytest.mark.parametrize("damage", [b"", b"-----BEGIN", None])
def test_a_lost_key_only_makes_another_kiosk(room: SampleLibrary, damage: bytes | None) -> None:
    before = room.install(1)
    key = room.library / "receipts/key.pem"
    key.unlink()
    if damage is not None:
        key.write_bytes(damage)
    after = room.install(1)
    assert before.kiosk != after.kiosk
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_key_of_another_kind_is_replaced(room: SampleLibrary) -> None:
    key = room.library / "receipts/key.pem"
    other = X25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    key.parent.mkdir()
    key.write_bytes(other)
    assert room.install(1)
    assert key.read_bytes() != other


def gone(stick: Path) -> None:
    stick.rmdir()


def a_file_in_the_way(stick: Path) -> None:
    (stick / "receipts").write_text("x")


def a_link_in_the_way(stick: Path) -> None:
    (stick / "elsewhere").mkdir()
    (stick / "receipts").symlink_to("elsewhere")


@pytest.mark.parametrize("trouble", [gone, a_file_in_the_way, a_link_in_the_way])
def test_where_it_cannot_be_written_nothing_happens(
    room: SampleLibrary, trouble: Callable[[Path], None]
) -> None:
    trouble(room.stick)
    before = sorted(room.stick.rglob("*"))
    assert write_receipt(room.library, room.stick, Attempt(Result.CANCELLED), ALMATY) is None
    assert sorted(room.stick.rglob("*")) == before
    assert read_last_receipt(LibraryPaths(room.library)).number == 0


def test_a_read_only_stick_is_fine(room: SampleLibrary, tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "mount", "size=1m,ro") as stick:
        assert write_receipt(room.library, stick, Attempt(Result.CANCELLED), ALMATY) is None


def test_a_full_stick_is_fine_and_keeps_no_half_receipt(room: SampleLibrary, tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "mount", "size=1m") as stick:
        room.stick = stick
        assert room.install(1)
        before = sorted(stick.rglob("*"))
        with (stick / "film").open("wb", buffering=0) as film, pytest.raises(OSError):
            while film.write(bytes(4096)) == 4096:
                pass
            raise OSError
        assert write_receipt(room.library, stick, Attempt(Result.CANCELLED), ALMATY) is None
        assert sorted(stick.rglob("*")) == sorted([*before, stick / "film"])


def test_with_the_librarys_disk_read_only_it_is_left_as_long_as_there_is_a_key(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=64m") as disk:
        room = SampleLibrary(disk)
        room.stick = tmp_path
        room.install(1)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert [pack.version for pack in room.write_receipt(Attempt(Result.FAILED)).shown or ()] == [1]
        room.library = disk / "another"
        assert write_receipt(room.library, tmp_path, Attempt(Result.FAILED), ALMATY) is None
