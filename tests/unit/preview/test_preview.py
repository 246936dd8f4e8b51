"""A preview verifies a pack as an installation does, lists the changes, and leaves nothing behind."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress
from kiosk.library.install import install
from kiosk.library.rollback import roll_back
from kiosk.library.trust.trusted_roots import add_root
from kiosk.packs.publisher import Publisher
from kiosk.preview.preview import Preview, preview_pack
from kiosk.preview.programme_diff import ChangeKind, Changes
from kiosk.preview.standing import Standing
from kiosk.store.writer_lock import hold_writer_lock
from tests.library_kit import (
    DAY_AFTER_SIGNING,
    LibraryKit,
    damage_file,
    make_picture,
    prepare_edition,
    sample_publisher,
)
from tests.packs_builder import PackPublisher, refused
from tests.unit.store.sample import PICTURE, changed_database


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    return LibraryKit(tmp_path, sample_publisher())


def preview_unchanged(kit: LibraryKit, file: Path, reserve: int = 0) -> Preview:
    """Preview a pack and check that the library is unchanged."""
    before, folders = kit.read_files(), sorted(kit.folder.rglob("*"))
    try:
        return preview_pack(kit.folder, file, clock=DAY_AFTER_SIGNING, reserve=reserve)
    finally:
        assert kit.read_files() == before
        assert sorted(kit.folder.rglob("*")) == folders


def pack_with_sql(kit: LibraryKit, version: int, *statements: str) -> Path:
    """Edition `version` with a database changed by SQL."""
    prepare_edition(kit.publisher, version)
    kit.publisher.files["events.sqlite"] = changed_database(*statements)
    return kit.publisher.pack(kit.packs / f"{version}.kpack")


def test_in_an_empty_library_everything_is_new(kit: LibraryKit) -> None:
    found = preview_unchanged(kit, kit.pack(1))
    assert (found.standing, found.shown, found.publisher) == (Standing.FIRST, None, "Test Publisher")
    assert {one.kind for one in found.changes.events} == {ChangeKind.NEW}
    assert found.size == found.copied == sum(len(data) for data in kit.publisher.files.values())
    assert kit.install(1).pack == found.pack


def test_a_newer_pack_is_compared_with_the_shown_one(kit: LibraryKit) -> None:
    shown = kit.install(1).pack
    found = preview_unchanged(kit, pack_with_sql(kit, 2, "UPDATE event SET icon = 'robot' WHERE id = 'talk'"))
    assert (found.standing, found.shown) == (Standing.NEWER, shown)
    assert [(one.id, one.kind, [field.name for field in one.fields]) for one in found.changes.events] == [
        ("talk", ChangeKind.CHANGED, ["icon"])
    ]
    assert found.copied == found.size - len(make_picture(10))


def test_a_replaced_picture_is_a_change(kit: LibraryKit) -> None:
    kit.install(1)
    prepare_edition(kit.publisher, 2)
    kit.publisher.files[PICTURE] = make_picture(99)
    found = preview_unchanged(kit, kit.publisher.pack(kit.packs / "2.kpack"))
    assert [(one.id, [field.name for field in one.fields]) for one in found.changes.events] == [
        ("code", ["media"])
    ]


def test_the_shown_pack_changes_nothing_even_on_a_full_disk(kit: LibraryKit) -> None:
    kit.install(1)
    found = preview_unchanged(kit, kit.pack(1), reserve=1 << 60)
    assert (found.standing, found.changes, found.copied) == (Standing.ALREADY, Changes(), 0)


def test_a_damaged_pack_would_be_repaired(kit: LibraryKit) -> None:
    kit.install(1)
    damage_file(kit.shown_path(f"local/files/{PICTURE}"))
    found = preview_unchanged(kit, kit.pack(1))
    assert (found.standing, bool(found.changes), found.copied) == (
        Standing.REPAIR,
        False,
        len(make_picture(10)),
    )


def test_an_older_pack_is_refused_and_after_a_rollback_the_newer_is_accepted(kit: LibraryKit) -> None:
    kit.install(1, 2)
    with refused("packs.older", installed=2, offered=1):
        preview_unchanged(kit, kit.pack(1))
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    found = preview_unchanged(kit, kit.pack(2))
    assert (found.standing, [field.name for field in found.changes.campaign]) == (
        Standing.NEWER,
        ["hashtag"],
    )


def test_another_publishers_pack_would_be_shown_beside(kit: LibraryKit, tmp_path: Path) -> None:
    shown = kit.install(1).pack
    other = PackPublisher(Publisher("other", "Other", ("kz.usembassy.gov",)))
    prepare_edition(other, 1)
    root = tmp_path / "other.json"
    root.write_bytes(other.root)
    add_root(kit.folder, root)
    found = preview_unchanged(kit, other.pack(tmp_path / "other.kpack"))
    assert (found.standing, found.shown) == (Standing.BESIDE, shown)
    assert {one.kind for one in found.changes.events} == {ChangeKind.NEW}


def unknown_publisher(kit: LibraryKit) -> Path:
    return PackPublisher(Publisher("stranger", "Stranger", ())).pack(kit.packs / "stranger.kpack")


def same_name_other_key(kit: LibraryKit) -> Path:
    return PackPublisher().pack(kit.packs / "namesake.kpack")


def invalid_database(kit: LibraryKit) -> Path:
    return pack_with_sql(kit, 2, "UPDATE event SET reach = 'nowhere' WHERE id = 'talk'")


def invalid_picture(kit: LibraryKit) -> Path:
    prepare_edition(kit.publisher, 2)
    kit.publisher.files["media/new.jpg"] = b"\xff\xd8\xff" * 700
    return kit.publisher.pack(kit.packs / "2.kpack")


def other_corner(kit: LibraryKit) -> Path:
    kit.publisher.manifest = replace(kit.publisher.manifest, corners=("other",))
    return kit.pack(2)


def damaged_picture(kit: LibraryKit) -> Path:
    file = kit.pack(2)
    place = file.read_bytes().index(make_picture(12)) + 20
    damage_file(file, place)
    return file


def truncated_pack(kit: LibraryKit) -> Path:
    file = kit.pack(2)
    file.write_bytes(file.read_bytes()[:-100])
    return file


FAULTS = (
    unknown_publisher,
    same_name_other_key,
    invalid_database,
    invalid_picture,
    other_corner,
    damaged_picture,
    truncated_pack,
)


@pytest.mark.parametrize("installed", [(), (1,)])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_preview_refuses_what_an_installation_refuses(
    kit: LibraryKit, fault: Callable[[LibraryKit], Path], installed: tuple[int, ...]
) -> None:
    for version in installed:
        kit.install(version)
    file = fault(kit)
    with pytest.raises(KioskError) as seen:
        preview_unchanged(kit, file)
    with pytest.raises(KioskError) as met:
        install(kit.folder, file, clock=DAY_AFTER_SIGNING, reserve=0)
    assert seen.value.args == met.value.args


def test_a_preview_without_disk_space_is_refused(kit: LibraryKit) -> None:
    kit.install(1)
    with refused("library.no_space"):
        preview_unchanged(kit, kit.pack(2), reserve=1 << 60)


def test_a_preview_during_an_installation_is_refused(kit: LibraryKit) -> None:
    kit.install(1)
    with hold_writer_lock(kit.folder), refused("library.busy"):
        preview_unchanged(kit, kit.pack(2))


def test_a_preview_reports_progress(kit: LibraryKit) -> None:
    heard: list[Progress] = []
    file = kit.pack(1)
    preview_pack(kit.folder, file, clock=DAY_AFTER_SIGNING, report=heard.append, reserve=0)
    assert list(dict.fromkeys(step.step for step in heard)) == ["verify", "check"]
    checked = [step for step in heard if step.step == "check"]
    assert [step.done for step in checked] == sorted(step.done for step in checked)
    assert checked[-1].done == checked[-1].total == sum(map(len, kit.publisher.files.values()))


def test_the_next_installation_removes_leftovers_of_a_killed_preview(kit: LibraryKit) -> None:
    left = kit.folder / "gen/.stage-killed/local/tuf"
    left.mkdir(parents=True)
    assert preview_unchanged(kit, kit.pack(1)).standing is Standing.FIRST
    kit.install(1)
    assert not left.exists()


def test_a_damaged_programme_is_compared_with_its_replacement(kit: LibraryKit) -> None:
    kit.install(1, 2)
    damage_file(kit.shown_path("local/files/events.sqlite"))
    found = preview_unchanged(kit, kit.pack(2))
    assert found.shown
    assert (found.standing, found.shown.version) == (Standing.REPAIR, 1)
    assert [field.name for field in found.changes.campaign] == ["hashtag"]


def test_the_library_of_a_newer_program_is_left_alone(kit: LibraryKit) -> None:
    kit.install(1)
    file = kit.pack(2)
    connection = sqlite3.connect(kit.folder / "state.db")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version = {version + (1 << 16)}")
    connection.close()
    with refused("library.newer_program"):
        preview_unchanged(kit, file)
