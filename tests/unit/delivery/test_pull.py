"""What is newer on a share comes into the library by itself, once, and nothing else does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ignore_progress
from kiosk.delivery.pull import PullResult, pull
from kiosk.library.rollback import roll_back
from kiosk.packs.publisher import Publisher
from kiosk.programme.shown_programme import open_library
from kiosk.store import writer_lock
from tests.library_kit import DAY_AFTER_SIGNING, Kit, make_picture, sample_publisher
from tests.packs_builder import refused


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    kit = Kit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def put(kit: Kit, share: Path, *versions: int) -> None:
    for version in versions:
        kit.pack(version).replace(share / f"{version}.kpack")


def pulled(
    kit: Kit, share: Path, look: bool = False, report: Callable[[Progress], None] = ignore_progress
) -> PullResult:
    """Pull, and see that nothing is left on the way."""

    def expired(error: KioskError) -> None:
        raise AssertionError(error)

    try:
        return pull(
            kit.folder, share, expired, scan_only=look, clock=DAY_AFTER_SIGNING, report=report, reserve=0
        )
    finally:
        assert {file.name for file in (kit.folder / "incoming").iterdir()} <= {writer_lock.FILE_NAME}


def shown(kit: Kit) -> dict[str, int]:
    return {pack.publisher: pack.version for pack in open_library(kit.folder).packs}


def test_the_newest_is_installed_once(kit: Kit, share: Path) -> None:
    put(kit, share, 1, 2, 3)
    heard: list[str] = []
    done = pulled(kit, share, report=lambda progress: heard.append(progress.step))
    assert [one.pack.version for one in done.installed] == [3]
    assert [done.scan.packs[place].file.name for place in done.wanted] == ["3.kpack"]
    assert list(dict.fromkeys(heard)) == ["verify", "fetch", "copy", "check", "finish"]
    assert shown(kit) == {"local": 3}
    again = pulled(kit, share)
    assert (again.wanted, again.installed) == ((), ())


def test_to_look_installs_nothing(kit: Kit, share: Path) -> None:
    put(kit, share, 2)
    assert pulled(kit, share, look=True).wanted == (0,)
    assert shown(kit) == {"local": 1}


def test_what_staff_went_back_from_does_not_come_back_by_itself(kit: Kit, share: Path) -> None:
    put(kit, share, 2)
    pulled(kit, share)
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    assert pulled(kit, share).wanted == ()
    assert shown(kit) == {"local": 1}
    put(kit, share, 3)
    pulled(kit, share)
    assert shown(kit) == {"local": 3}


def test_each_publisher_has_its_newest(kit: Kit, share: Path, tmp_path: Path) -> None:
    room = Kit(
        tmp_path / "room", sample_publisher(Publisher("a-room", "The Room", ("kz.usembassy.gov",), rank=10))
    )
    (kit.folder / "trust/a-room.root.json").write_bytes(room.publisher.root)
    put(kit, share, 2)
    for version in (7, 8):
        room.pack(version).replace(share / f"room-{version}.kpack")
    assert len(pulled(kit, share).installed) == 2
    assert shown(kit) == {"local": 2, "a-room": 8}


def test_one_that_fails_does_not_keep_the_other_away(kit: Kit, share: Path, tmp_path: Path) -> None:
    room = Kit(
        tmp_path / "room", sample_publisher(Publisher("a-room", "The Room", ("kz.usembassy.gov",), rank=10))
    )
    (kit.folder / "trust/a-room.root.json").write_bytes(room.publisher.root)
    put(kit, share, 2)
    room.pack(7)
    room.publisher.files["media/new.jpg"] = make_picture(1)[:-40]
    room.publisher.pack(share / "room.kpack")
    done = pulled(kit, share)
    assert [one.pack.publisher for one in done.installed] == ["local"]
    assert [(file.name, error.code) for file, error in done.failed] == [
        ("room.kpack", "packs.picture_broken")
    ]
    with refused("packs.picture_broken"):
        pulled(kit, share)


def test_a_file_replaced_between_look_and_copy_is_judged_by_what_was_copied(kit: Kit, share: Path) -> None:
    put(kit, share, 2)
    pack = (share / "2.kpack").read_bytes()

    def spoil(progress: Progress) -> None:
        if progress.step == "fetch":
            (share / "2.kpack").write_bytes(pack.replace(b"SQLite", b"SQLITE"))

    with refused("sources.share_unfinished"):
        pulled(kit, share, report=spoil)
    assert shown(kit) == {"local": 1}


def test_while_staff_install_from_a_stick_it_waits(kit: Kit, share: Path) -> None:
    put(kit, share, 2)
    with writer_lock.hold_writer_lock(kit.folder), refused("library.busy"):
        pulled(kit, share)


def test_one_at_a_time_waits_for_a_share(kit: Kit, share: Path) -> None:
    pulled(kit, share)
    with writer_lock.hold_writer_lock(kit.folder / "incoming"), refused("sources.stuck"):
        pulled(kit, share)


def test_it_copies_without_keeping_anyone_from_installing(kit: Kit, share: Path) -> None:
    put(kit, share, 2)

    def other(progress: Progress) -> None:
        if progress.step == "fetch" and progress.done == 0:
            with writer_lock.hold_writer_lock(kit.folder):
                pass

    assert pulled(kit, share, report=other).installed


def test_what_dead_ones_left_is_cleared_away(kit: Kit, share: Path) -> None:
    incoming = kit.folder / "incoming"
    incoming.mkdir()
    for name in ("pack.kpack", "pack.kpack.part"):
        (incoming / name).write_bytes(b"half")
    pulled(kit, share)


def test_a_library_that_trusts_nobody_takes_nothing(share: Path, kit: Kit, tmp_path: Path) -> None:
    put(kit, share, 2)
    done = pull(tmp_path / "new", share, print, clock=DAY_AFTER_SIGNING)
    assert (done.wanted, [str(offer.standing) for offer in done.scan.packs]) == ((), ["refused"])
