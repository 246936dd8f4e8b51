"""What the packs on a stick are to a library, and which of them is offered."""

import os
import time
from pathlib import Path

import pytest

from kiosk.delivery.scan import ScanResult, scan_source
from kiosk.library.rollback import roll_back
from kiosk.packs.publisher import Publisher
from kiosk.store.writer_lock import hold_writer_lock
from tests.library_kit import DAY_AFTER_SIGNING, Kit, sample_publisher
from tests.packs_builder import PackPublisher, refused
from tests.unit.store.sample import PICTURE


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(tmp_path, sample_publisher())


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def put(kit: Kit, stick: Path, *versions: int) -> None:
    for version in versions:
        kit.pack(version).replace(stick / f"{version}.kpack")


def found(kit: Kit, stick: Path, share: bool = False) -> ScanResult:
    return scan_source(kit.folder, stick, share=share, clock=DAY_AFTER_SIGNING)


def standings(looked: ScanResult) -> dict[str, str]:
    return {offer.file.name: str(offer.standing) for offer in looked.packs}


def errors(looked: ScanResult) -> dict[str, str]:
    return {offer.file.name: offer.error.code for offer in looked.packs if offer.error}


def best(looked: ScanResult) -> str:
    return "" if looked.best is None else looked.packs[looked.best].file.name


def test_into_an_empty_library_the_newest_is_offered(kit: Kit, stick: Path) -> None:
    put(kit, stick, 1, 10, 9)
    looked = found(kit, stick)
    assert standings(looked) == {"1.kpack": "first", "9.kpack": "first", "10.kpack": "first"}
    assert best(looked) == "10.kpack"
    assert {offer.publisher for offer in looked.packs} == {"Test Publisher"}


def test_newer_older_and_what_is_there_already(kit: Kit, stick: Path) -> None:
    kit.install(2)
    put(kit, stick, 1, 2, 3)
    looked = found(kit, stick)
    assert standings(looked) == {"1.kpack": "older", "2.kpack": "already", "3.kpack": "newer"}
    assert (best(looked), errors(looked)) == ("3.kpack", {"1.kpack": "packs.older"})
    (stick / "3.kpack").unlink()
    assert found(kit, stick).best is None


def test_an_installation_that_lacks_a_file_would_be_repaired(kit: Kit, stick: Path) -> None:
    kit.install(2)
    put(kit, stick, 2)
    picture = kit.shown_path(f"local/files/{PICTURE}")
    picture.parent.chmod(0o755)
    picture.unlink()
    looked = found(kit, stick)
    assert (standings(looked), best(looked)) == ({"2.kpack": "repair"}, "2.kpack")


def test_a_pack_that_staff_went_back_from_is_newer_yet_known(kit: Kit, stick: Path) -> None:
    kit.install(1, 2)
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    put(kit, stick, 2, 3)
    two, three = found(kit, stick).packs
    assert (two.standing, two.accepted, three.standing, three.accepted) == ("newer", True, "newer", False)


def test_every_refusal_has_its_own_sentence(kit: Kit, stick: Path) -> None:
    kit.install(2)
    put(kit, stick, 2, 3)
    whole = (stick / "3.kpack").read_bytes()
    (stick / "half.kpack").write_bytes(whole[: len(whole) // 2])
    (stick / "zeros.kpack").write_bytes(bytes(5000))
    (stick / "scratched.kpack").write_bytes(whole.replace(b'"_type"', b'"_tipe"'))
    (stick / "empty.kpack").touch()
    PackPublisher(Publisher("stranger", "A Stranger")).pack(stick / "stranger.kpack")
    namesake = sample_publisher()
    namesake.version = 9
    namesake.pack(stick / "namesake.kpack")
    kit.publisher.describe(corners=("elsewhere",))
    put(kit, stick, 4)
    looked = found(kit, stick)
    assert errors(looked) == {
        "4.kpack": "packs.corner",
        "empty.kpack": "packs.unfinished",
        "half.kpack": "packs.unfinished",
        "namesake.kpack": "packs.not_signed",
        "scratched.kpack": "packs.damaged",
        "stranger.kpack": "packs.unknown_publisher",
        "zeros.kpack": "packs.not_a_pack",
    }
    assert best(looked) == "3.kpack"
    names = {offer.file.name: offer.publisher for offer in looked.packs}
    assert (names["stranger.kpack"], names["namesake.kpack"]) == ("", "Test Publisher")


def test_another_pack_of_a_number_that_is_there_is_refused(kit: Kit, stick: Path) -> None:
    kit.install(2)
    kit.publisher.describe(title={"en": "Another"})
    put(kit, stick, 2)
    assert errors(found(kit, stick)) == {"2.kpack": "packs.same_number"}


def test_of_two_publishers_the_lower_rank_is_offered_first(kit: Kit, stick: Path, tmp_path: Path) -> None:
    room = Kit(
        tmp_path / "room", sample_publisher(Publisher("a-room", "The Room", ("kz.usembassy.gov",), rank=10))
    )
    (kit.folder / "trust/a-room.root.json").write_bytes(room.publisher.root)
    kit.install(1)
    put(kit, stick, 2)
    room.pack(7).replace(stick / "room.kpack")
    looked = found(kit, stick)
    assert standings(looked) == {"2.kpack": "newer", "room.kpack": "beside"}
    assert best(looked) == "2.kpack"
    (stick / "2.kpack").unlink()
    assert best(found(kit, stick)) == "room.kpack"


def test_on_a_share_what_is_not_whole_may_still_be_written(kit: Kit, stick: Path) -> None:
    put(kit, stick, 1)
    file = stick / "1.kpack"
    os.truncate(file, file.stat().st_size - 100)
    assert errors(found(kit, stick, share=True)) == {"1.kpack": "sources.share_unfinished"}


def test_a_stick_that_is_gone_is_said_to_be(kit: Kit, stick: Path) -> None:
    with refused("sources.stick_gone", path=stick / "gone"):
        found(kit, stick / "gone")
    with refused("sources.share_gone", path=stick / "gone"):
        found(kit, stick / "gone", share=True)


def test_it_needs_no_lock_and_leaves_nothing(kit: Kit, stick: Path) -> None:
    kit.install(1)
    put(kit, stick, 1, 2)
    before = kit.read_files()
    with hold_writer_lock(kit.folder):
        assert best(found(kit, stick)) == "2.kpack"
    assert kit.read_files() == before


def test_a_kiosk_that_trusts_nobody_looks_all_the_same(kit: Kit, stick: Path, tmp_path: Path) -> None:
    put(kit, stick, 1)
    looked = scan_source(tmp_path / "nowhere", stick, clock=DAY_AFTER_SIGNING)
    assert errors(looked) == {"1.kpack": "packs.unknown_publisher"}
    assert not (tmp_path / "nowhere").exists()


def test_fifty_packs_are_looked_at_in_less_than_fifty_milliseconds_each(kit: Kit, stick: Path) -> None:
    kit.install(1)
    put(kit, stick, 2)
    pack = (stick / "2.kpack").read_bytes()
    for number in range(49):
        (stick / f"copy-{number}.kpack").write_bytes(pack)
    found(kit, stick)
    start = time.process_time()
    looked = found(kit, stick)
    assert (time.process_time() - start) / len(looked.packs) < 0.05
    assert len(looked.packs) == 50
