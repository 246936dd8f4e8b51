"""The standings of the packs on a stick, and which of them is offered."""

import os
import time
from pathlib import Path

import pytest

from kiosk.delivery.scan import ScanResult, scan_source
from kiosk.library.rollback import roll_back
from kiosk.packs.publisher import Publisher
from kiosk.store.writer_lock import hold_writer_lock
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, sample_publisher
from tests.packs_builder import PackPublisher, refused
from tests.unit.store.sample import PICTURE


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    return LibraryKit(tmp_path, sample_publisher())


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def put_packs(kit: LibraryKit, stick: Path, *versions: int) -> None:
    for version in versions:
        kit.pack(version).replace(stick / f"{version}.kpack")


def scan(kit: LibraryKit, stick: Path, share: bool = False) -> ScanResult:
    return scan_source(kit.folder, stick, share=share, clock=DAY_AFTER_SIGNING)


def standings(result: ScanResult) -> dict[str, str]:
    return {scanned.file.name: str(scanned.standing) for scanned in result.packs}


def errors(result: ScanResult) -> dict[str, str]:
    return {scanned.file.name: scanned.error.code for scanned in result.packs if scanned.error}


def best_name(result: ScanResult) -> str:
    return "" if result.best is None else result.packs[result.best].file.name


def test_into_an_empty_library_the_newest_is_offered(kit: LibraryKit, stick: Path) -> None:
    put_packs(kit, stick, 1, 10, 9)
    result = scan(kit, stick)
    assert standings(result) == {"1.kpack": "first", "9.kpack": "first", "10.kpack": "first"}
    assert best_name(result) == "10.kpack"
    assert {scanned.publisher for scanned in result.packs} == {"Test Publisher"}


def test_the_standings_of_newer_older_and_shown_packs(kit: LibraryKit, stick: Path) -> None:
    kit.install(2)
    put_packs(kit, stick, 1, 2, 3)
    result = scan(kit, stick)
    assert standings(result) == {"1.kpack": "older", "2.kpack": "already", "3.kpack": "newer"}
    assert (best_name(result), errors(result)) == ("3.kpack", {"1.kpack": "packs.older"})
    (stick / "3.kpack").unlink()
    assert scan(kit, stick).best is None


def test_an_installation_with_a_missing_file_is_offered_for_repair(kit: LibraryKit, stick: Path) -> None:
    kit.install(2)
    put_packs(kit, stick, 2)
    picture = kit.shown_path(f"local/files/{PICTURE}")
    picture.parent.chmod(0o755)
    picture.unlink()
    result = scan(kit, stick)
    assert (standings(result), best_name(result)) == ({"2.kpack": "repair"}, "2.kpack")


def test_a_pack_that_was_rolled_back_is_newer_but_accepted_before(kit: LibraryKit, stick: Path) -> None:
    kit.install(1, 2)
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    put_packs(kit, stick, 2, 3)
    packs = scan(kit, stick).packs
    assert [(scanned.standing, scanned.already_accepted) for scanned in packs] == [
        ("newer", True),
        ("newer", False),
    ]


def test_k04_the_pack_that_was_rolled_back_to_is_the_one_on_show(kit: LibraryKit, stick: Path) -> None:
    """Number 3 was accepted, number 2 is on show: 1 is older, 2 is on show already."""
    kit.install(2, 3)
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    put_packs(kit, stick, 1, 2)
    result = scan(kit, stick)
    assert standings(result) == {"1.kpack": "older", "2.kpack": "already"}
    assert (result.best, errors(result)) == (None, {"1.kpack": "packs.older"})
    other = sample_publisher()
    other.version = 2
    other.pack(stick / "2.kpack")
    assert errors(scan(kit, stick)) == {"1.kpack": "packs.older", "2.kpack": "packs.not_signed"}


def test_every_refusal_has_its_own_error(kit: LibraryKit, stick: Path) -> None:
    kit.install(2)
    put_packs(kit, stick, 2, 3)
    complete = (stick / "3.kpack").read_bytes()
    (stick / "half.kpack").write_bytes(complete[: len(complete) // 2])
    (stick / "zeros.kpack").write_bytes(bytes(5000))
    (stick / "scratched.kpack").write_bytes(complete.replace(b'"_type"', b'"_tipe"'))
    (stick / "empty.kpack").touch()
    PackPublisher(Publisher("stranger", "A Stranger")).pack(stick / "stranger.kpack")
    namesake = sample_publisher()
    namesake.version = 9
    namesake.pack(stick / "namesake.kpack")
    kit.publisher.change_manifest(corners=("elsewhere",))
    put_packs(kit, stick, 4)
    result = scan(kit, stick)
    assert errors(result) == {
        "4.kpack": "packs.corner",
        "empty.kpack": "packs.unfinished",
        "half.kpack": "packs.unfinished",
        "namesake.kpack": "packs.not_signed",
        "scratched.kpack": "packs.damaged",
        "stranger.kpack": "packs.unknown_publisher",
        "zeros.kpack": "packs.unfinished",
    }
    assert best_name(result) == "3.kpack"
    names = {scanned.file.name: scanned.publisher for scanned in result.packs}
    assert (names["stranger.kpack"], names["namesake.kpack"]) == ("", "Test Publisher")


def test_a_different_pack_of_an_installed_version_is_refused(kit: LibraryKit, stick: Path) -> None:
    kit.install(2)
    kit.publisher.change_manifest(title={"en": "Another"})
    put_packs(kit, stick, 2)
    assert errors(scan(kit, stick)) == {"2.kpack": "packs.same_number"}


def test_of_two_publishers_the_lower_rank_is_offered_first(
    kit: LibraryKit, stick: Path, tmp_path: Path
) -> None:
    room = LibraryKit(
        tmp_path / "room", sample_publisher(Publisher("a-room", "The Room", ("kz.usembassy.gov",), rank=10))
    )
    (kit.folder / "trust/a-room.root.json").write_bytes(room.publisher.root)
    kit.install(1)
    put_packs(kit, stick, 2)
    room.pack(7).replace(stick / "room.kpack")
    result = scan(kit, stick)
    assert standings(result) == {"2.kpack": "newer", "room.kpack": "beside"}
    assert best_name(result) == "2.kpack"
    (stick / "2.kpack").unlink()
    assert best_name(scan(kit, stick)) == "room.kpack"


def test_on_a_share_an_incomplete_pack_is_unfinished(kit: LibraryKit, stick: Path) -> None:
    put_packs(kit, stick, 1)
    file = stick / "1.kpack"
    os.truncate(file, file.stat().st_size - 100)
    assert errors(scan(kit, stick, share=True)) == {"1.kpack": "sources.share_unfinished"}


def test_a_missing_source_is_reported(kit: LibraryKit, stick: Path) -> None:
    with refused("sources.stick_gone", path=stick / "gone"):
        scan(kit, stick / "gone")
    with refused("sources.share_gone", path=stick / "gone"):
        scan(kit, stick / "gone", share=True)


def test_a_scan_needs_no_lock_and_changes_nothing(kit: LibraryKit, stick: Path) -> None:
    kit.install(1)
    put_packs(kit, stick, 1, 2)
    before = kit.read_files()
    with hold_writer_lock(kit.folder):
        assert best_name(scan(kit, stick)) == "2.kpack"
    assert kit.read_files() == before


def test_a_library_without_publishers_can_scan(kit: LibraryKit, stick: Path, tmp_path: Path) -> None:
    put_packs(kit, stick, 1)
    result = scan_source(tmp_path / "nowhere", stick, clock=DAY_AFTER_SIGNING)
    assert errors(result) == {"1.kpack": "packs.unknown_publisher"}
    assert not (tmp_path / "nowhere").exists()


def test_fifty_packs_are_scanned_in_less_than_fifty_milliseconds_each(kit: LibraryKit, stick: Path) -> None:
    kit.install(1)
    put_packs(kit, stick, 2)
    pack = (stick / "2.kpack").read_bytes()
    for number in range(49):
        (stick / f"copy-{number}.kpack").write_bytes(pack)
    scan(kit, stick)
    start = time.process_time()
    result = scan(kit, stick)
    assert (time.process_time() - start) / len(result.packs) < 0.05
    assert len(result.packs) == 50
