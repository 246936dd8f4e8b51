"""A pull installs each newer pack on a share once, and nothing else."""

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
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, make_picture, sample_publisher
from tests.packs_builder import refused


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def put_packs(kit: LibraryKit, share: Path, *versions: int) -> None:
    for version in versions:
        kit.pack(version).replace(share / f"{version}.kpack")


def run_pull(
    kit: LibraryKit,
    share: Path,
    scan_only: bool = False,
    only: Path | None = None,
    report: Callable[[Progress], None] = ignore_progress,
) -> PullResult:
    """Pull, and check that no copy is left in the incoming folder."""

    def fail_on_timeout(error: KioskError) -> None:
        raise AssertionError(error)

    try:
        return pull(
            kit.folder,
            share,
            fail_on_timeout,
            scan_only=scan_only,
            only=only,
            clock=DAY_AFTER_SIGNING,
            report=report,
            reserve=0,
        )
    finally:
        assert {file.name for file in (kit.folder / "incoming").iterdir()} <= {writer_lock.FILE_NAME}


def shown_versions(kit: LibraryKit) -> dict[str, int]:
    return {pack.publisher: pack.version for pack in open_library(kit.folder).packs}


def test_the_newest_pack_is_installed_once(kit: LibraryKit, share: Path) -> None:
    put_packs(kit, share, 1, 2, 3)
    steps: list[str] = []
    result = run_pull(kit, share, report=lambda progress: steps.append(progress.step))
    assert [installation.pack.version for installation in result.installed] == [3]
    assert [result.scan.packs[index].file.name for index in result.wanted] == ["3.kpack"]
    assert list(dict.fromkeys(steps)) == ["verify", "fetch", "copy", "check", "finish"]
    assert shown_versions(kit) == {"local": 3}
    second = run_pull(kit, share)
    assert (second.wanted, second.installed) == ((), ())


def test_scan_only_installs_nothing(kit: LibraryKit, share: Path) -> None:
    put_packs(kit, share, 2)
    assert run_pull(kit, share, scan_only=True).wanted == (0,)
    assert shown_versions(kit) == {"local": 1}


def test_a_pack_that_was_rolled_back_is_not_pulled_again(kit: LibraryKit, share: Path) -> None:
    put_packs(kit, share, 2)
    run_pull(kit, share)
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    assert run_pull(kit, share).wanted == ()
    assert shown_versions(kit) == {"local": 1}
    put_packs(kit, share, 3)
    run_pull(kit, share)
    assert shown_versions(kit) == {"local": 3}


def test_k10_only_the_chosen_pack_is_pulled(kit: LibraryKit, share: Path) -> None:
    put_packs(kit, share, 2, 3)
    assert len(run_pull(kit, share, only=share / "2.kpack").installed) == 1
    assert shown_versions(kit) == {"local": 2}
    with refused("sources.share_gone"):
        run_pull(kit, share, only=share / "9.kpack")


def test_k10_a_chosen_pack_comes_back_after_a_rollback(kit: LibraryKit, share: Path) -> None:
    put_packs(kit, share, 2)
    run_pull(kit, share)
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    run_pull(kit, share, only=share / "2.kpack")
    assert shown_versions(kit) == {"local": 2}


def test_the_newest_pack_of_each_publisher_is_installed(kit: LibraryKit, share: Path, tmp_path: Path) -> None:
    room = LibraryKit(
        tmp_path / "room", sample_publisher(Publisher("a-room", "The Room", ("kz.usembassy.gov",), rank=10))
    )
    (kit.folder / "trust/a-room.root.json").write_bytes(room.publisher.root)
    put_packs(kit, share, 2)
    for version in (7, 8):
        room.pack(version).replace(share / f"room-{version}.kpack")
    assert len(run_pull(kit, share).installed) == 2
    assert shown_versions(kit) == {"local": 2, "a-room": 8}


def test_a_failed_pack_does_not_block_the_other(kit: LibraryKit, share: Path, tmp_path: Path) -> None:
    room = LibraryKit(
        tmp_path / "room", sample_publisher(Publisher("a-room", "The Room", ("kz.usembassy.gov",), rank=10))
    )
    (kit.folder / "trust/a-room.root.json").write_bytes(room.publisher.root)
    put_packs(kit, share, 2)
    room.pack(7)
    room.publisher.files["media/new.jpg"] = make_picture(1)[:-40]
    room.publisher.pack(share / "room.kpack")
    result = run_pull(kit, share)
    assert [installation.pack.publisher for installation in result.installed] == ["local"]
    assert [(file.name, error.code) for file, error in result.failed] == [
        ("room.kpack", "packs.picture_broken")
    ]
    with refused("packs.picture_broken"):
        run_pull(kit, share)


def test_a_file_replaced_after_the_scan_is_verified_as_copied(kit: LibraryKit, share: Path) -> None:
    put_packs(kit, share, 2)
    pack = (share / "2.kpack").read_bytes()

    def replace_file(progress: Progress) -> None:
        if progress.step == "fetch":
            (share / "2.kpack").write_bytes(pack.replace(b"SQLite", b"SQLITE"))

    with refused("sources.share_unfinished"):
        run_pull(kit, share, report=replace_file)
    assert shown_versions(kit) == {"local": 1}


def test_during_an_installation_from_a_stick_a_pull_is_refused(kit: LibraryKit, share: Path) -> None:
    put_packs(kit, share, 2)
    with writer_lock.hold_writer_lock(kit.folder), refused("library.busy"):
        run_pull(kit, share)


def test_a_second_pull_at_the_same_time_is_refused(kit: LibraryKit, share: Path) -> None:
    run_pull(kit, share)
    with writer_lock.hold_writer_lock(kit.folder / "incoming"), refused("sources.stuck"):
        run_pull(kit, share)


def test_the_copy_does_not_hold_the_writer_lock(kit: LibraryKit, share: Path) -> None:
    put_packs(kit, share, 2)

    def take_writer_lock(progress: Progress) -> None:
        if progress.step == "fetch" and progress.done == 0:
            with writer_lock.hold_writer_lock(kit.folder):
                pass

    assert run_pull(kit, share, report=take_writer_lock).installed


def test_partial_copies_of_killed_processes_are_removed(kit: LibraryKit, share: Path) -> None:
    incoming = kit.folder / "incoming"
    incoming.mkdir()
    for name in ("pack.kpack", "pack.kpack.part"):
        (incoming / name).write_bytes(b"half")
    run_pull(kit, share)


def test_a_library_without_publishers_installs_nothing(share: Path, kit: LibraryKit, tmp_path: Path) -> None:
    put_packs(kit, share, 2)
    result = pull(tmp_path / "new", share, print, clock=DAY_AFTER_SIGNING)
    assert (result.wanted, [str(scanned.standing) for scanned in result.scan.packs]) == ((), ["refused"])
