"""An installation shows the complete new programme or leaves the old one unchanged."""

import stat
import tempfile
from pathlib import Path

import pytest

from kiosk.base import limits
from kiosk.base.clock import Clock
from kiosk.base.progress import Progress
from kiosk.library.install import install
from kiosk.library.status import read_status
from kiosk.packs.publisher import Publisher
from kiosk.programme.shown_programme import open_library
from kiosk.store.state import State
from kiosk.store.writer_lock import hold_writer_lock
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, damage_file, make_picture, sample_publisher
from tests.packs_builder import SIGNED_AT, PackPublisher, generate_keys, refused
from tests.unit.store.sample import PICTURE, changed_database


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    return LibraryKit(tmp_path, sample_publisher())


def shown_hashtag(kit: LibraryKit) -> str:
    return open_library(kit.folder).catalogue.campaign().hashtag


def test_the_first_pack_is_shown(kit: LibraryKit) -> None:
    installation = kit.install(1)
    programme = open_library(kit.folder)
    assert (installation.generation, installation.already_shown) == (1, False)
    assert (programme.generation, programme.damaged, programme.packs) == (1, False, (installation.pack,))
    assert (programme.updated, programme.signed_at) == ("2016-04-01", SIGNED_AT)
    assert programme.media_address("code", PICTURE) == f"1/local/{PICTURE}"
    assert programme.media_path(f"1/local/{PICTURE}").read_bytes() == make_picture(10)
    assert programme.may_link("code", "https://kz.usembassy.gov/x")
    assert not programme.may_link("code", "https://example.org/x")


def test_a_newer_pack_replaces_it(kit: LibraryKit) -> None:
    assert kit.install(1, 2).generation == 2
    assert shown_hashtag(kit) == "#V2"


def test_the_same_pack_again_writes_nothing(kit: LibraryKit) -> None:
    kit.install(1)
    before = kit.read_files()
    installation = kit.install(1)
    assert (installation.generation, installation.already_shown) == (1, True)
    assert kit.read_files() == before


def test_an_older_pack_is_refused_and_leaves_nothing(kit: LibraryKit) -> None:
    kit.install(41)
    before = kit.read_files()
    with refused("packs.older", installed=41, offered=40):
        kit.install(40)
    assert kit.read_files() == before


def test_unchanged_files_are_hard_links_and_changed_ones_are_not(kit: LibraryKit) -> None:
    kit.install(1)
    old = {name: kit.shown_path(f"local/files/{name}").stat().st_ino for name in (PICTURE, "media/new.jpg")}
    kit.install(2)
    new = {name: kit.shown_path(f"local/files/{name}").stat().st_ino for name in (PICTURE, "media/new.jpg")}
    assert old[PICTURE] == new[PICTURE]
    assert old["media/new.jpg"] != new["media/new.jpg"]


def test_a_damaged_file_is_not_linked_into_the_next_generation(kit: LibraryKit) -> None:
    kit.install(1)
    damage_file(kit.shown_path(f"local/files/{PICTURE}"))
    kit.install(2)
    assert kit.shown_path(f"local/files/{PICTURE}").read_bytes() == make_picture(10)


def test_installing_again_repairs_damaged_files(kit: LibraryKit) -> None:
    kit.install(1)
    damage_file(kit.shown_path(f"local/files/{PICTURE}"))
    assert read_status(kit.folder).damaged == (f"local/{PICTURE}",)
    assert kit.install(1).already_shown is False
    assert read_status(kit.folder).damaged == ()


def test_installed_files_and_folders_are_read_only(kit: LibraryKit) -> None:
    kit.install(1)
    folder = kit.shown_path("")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*")) if path.is_dir()}
    assert (modes, folders) == ({0o444}, {0o555})


def test_packs_of_two_publishers_are_installed_side_by_side(kit: LibraryKit, tmp_path: Path) -> None:
    kit.install(1)
    neighbour = PackPublisher(Publisher("neighbour", "Neighbour", ("kz.usembassy.gov",)))
    other = LibraryKit(tmp_path / "other", neighbour)
    other.folder = kit.folder
    with refused("packs.unknown_publisher", publisher="Neighbour"):
        other.install(1)
    (kit.folder / "trust/neighbour.root.json").write_bytes(neighbour.root)
    other.install(7)
    assert [(pack.publisher, pack.version) for pack in open_library(kit.folder).packs] == [
        ("local", 1),
        ("neighbour", 7),
    ]
    kit.install(2)
    assert [(pack.publisher, pack.version) for pack in open_library(kit.folder).packs] == [
        ("local", 2),
        ("neighbour", 7),
    ]
    assert read_status(kit.folder).damaged == ()
    with refused("packs.older"):
        other.install(6)


def test_a_pack_with_an_invalid_file_is_refused_completely(kit: LibraryKit) -> None:
    kit.install(1)
    before = kit.read_files()
    kit.pack(2)
    kit.publisher.files["events.sqlite"] = changed_database("UPDATE event SET reach = 'nowhere'")
    with refused("library.content"):
        install(kit.folder, kit.publisher.pack(kit.packs / "x.kpack"), clock=DAY_AFTER_SIGNING)
    kit.pack(2)
    kit.publisher.files[PICTURE] = make_picture(10)[:300]
    with refused("packs.picture_broken"):
        install(kit.folder, kit.publisher.pack(kit.packs / "x.kpack"), clock=DAY_AFTER_SIGNING)
    assert kit.read_files() == before


def test_a_pack_for_another_corner_is_refused(kit: LibraryKit) -> None:
    kit.publisher.change_manifest(corners=("american-corner-almaty",))
    with refused("packs.corner"):
        kit.install(1)
    assert (
        install(kit.folder, kit.pack(1), corner="american-corner-almaty", clock=DAY_AFTER_SIGNING).generation
        == 1
    )


def test_free_space_is_checked_before_anything_is_copied(kit: LibraryKit) -> None:
    with refused("library.no_space", needed=1):
        install(kit.folder, kit.pack(1), clock=DAY_AFTER_SIGNING, reserve=1 << 60)
    assert list((kit.folder / "gen").iterdir()) == []


def test_two_installations_at_the_same_time_are_refused(kit: LibraryKit) -> None:
    kit.install(1)
    with hold_writer_lock(kit.folder), refused("library.busy"):
        kit.install(2)
    assert shown_hashtag(kit) == "#USKZ25"


def test_progress_is_reported_in_order_and_never_after_the_commit(kit: LibraryKit) -> None:
    reports: list[Progress] = []
    shown_counts: list[int] = []

    def record_progress(progress: Progress) -> None:
        reports.append(progress)
        with State(kit.folder / "state.db") as state:
            shown_counts.append(len(state.shown_generations()))

    install(kit.folder, kit.pack(1), clock=DAY_AFTER_SIGNING, report=record_progress)
    assert list(dict.fromkeys(progress.step for progress in reports)) == ["verify", "copy", "check", "finish"]
    copied = [progress.done for progress in reports if progress.step == "copy"]
    assert copied == sorted(copied)
    assert copied[-1] == sum(map(len, kit.publisher.files.values()))
    assert all(progress.done <= progress.total for progress in reports)
    assert set(shown_counts) == {0}


def set_time_floor(kit: LibraryKit, days: int) -> None:
    """Set the time floor to so many days after the packs were signed."""
    with State(kit.folder / "state.db") as state:
        state.raise_time_floor(SIGNED_AT + days * limits.DAY)


@pytest.mark.parametrize("years", [-46, -10, 0])
def test_a_clock_set_back_does_not_block_installation(kit: LibraryKit, years: int) -> None:
    kit.install(1)
    set_time_floor(kit, 390)
    wrong = Clock(lambda: SIGNED_AT + years * 365 * limits.DAY, SIGNED_AT)
    assert install(kit.folder, kit.pack(2), clock=wrong).generation == 2


def test_an_expired_pack_is_refused_by_the_time_floor(kit: LibraryKit) -> None:
    kit.install(1)
    set_time_floor(kit, 401)
    with refused("packs.expired"):
        install(kit.folder, kit.pack(2), clock=Clock(lambda: 0, SIGNED_AT))


def test_a_rotated_publisher_key_is_accepted(kit: LibraryKit) -> None:
    kit.install(1)
    kit.publisher.rotate_keys(publisher_keys=generate_keys(2))
    assert kit.install(2).generation == 2


def test_a_library_that_cannot_be_written_is_reported(kit: LibraryKit) -> None:
    kit.install(1)
    (kit.folder / "lock.db").unlink()
    (kit.folder / "lock.db").mkdir()
    with refused("library.storage"):
        kit.install(2)
    assert open_library(kit.folder).generation == 1


def test_a_generation_is_prepared_in_the_library_itself(
    kit: LibraryKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another disk it could not be renamed; by its name it is known as unfinished."""
    pack = kit.pack(1)
    names: set[str] = set()

    def record_names(_: Progress) -> None:
        names.update(path.name[:7] for path in (kit.folder / "gen").iterdir())

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such disk"))
    install(kit.folder, pack, clock=DAY_AFTER_SIGNING, report=record_names)
    assert names == {".stage-"}
    assert read_status(kit.folder).damaged == ()
