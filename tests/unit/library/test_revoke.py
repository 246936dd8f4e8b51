"""Revoking a publisher removes its packs for good and keeps those of others."""

import tempfile
from pathlib import Path

import pytest

from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back
from kiosk.library.status import read_status
from kiosk.library.trust.trusted_roots import add_root, read_trusted_roots
from kiosk.programme.shown_programme import open_library
from kiosk.store.state import State
from tests.library_kit import (
    DAY_AFTER_SIGNING,
    LibraryKit,
    damage_file,
)
from tests.packs_builder import refused
from tests.unit.library.corner_publisher import CornerKit, shown_versions
from tests.unit.store.sample import PICTURE


def test_a_revoked_publisher_disappears_and_the_others_stay(kit: LibraryKit, corner_kit: CornerKit) -> None:
    corner_kit.install(1)
    kit.install(2)
    inode = kit.shown_path(f"local/files/{PICTURE}").stat().st_ino
    removed = revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    assert [(pack.publisher, pack.version) for pack in removed] == [("room", 1)]
    programme = open_library(kit.folder)
    assert (programme.generation, programme.damaged, shown_versions(kit)) == (4, False, [("local", 2)])
    assert kit.shown_path(f"local/files/{PICTURE}").stat().st_ino == inode
    assert not kit.shown_path("room").exists()
    assert [root.publisher for root in read_trusted_roots(kit.folder)] == ["local"]
    assert read_status(kit.folder).log[-1][1:] == ("revoked", {"publisher": "room", "generation": 4})
    with refused("packs.unknown_publisher"):
        corner_kit.install(2)


def test_rollback_does_not_restore_a_revoked_publisher(kit: LibraryKit, corner_kit: CornerKit) -> None:
    corner_kit.install(1)
    kit.install(2)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    assert [pack.publisher for pack in roll_back(kit.folder).packs] == ["local"]
    assert shown_versions(kit) == [("local", 1)]


def test_damage_does_not_restore_a_revoked_publisher(kit: LibraryKit, corner_kit: CornerKit) -> None:
    corner_kit.install(1)
    kit.install(2)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    databases = {file.stat().st_ino: file for file in kit.folder.glob("gen/*/local/files/events.sqlite")}
    for file in databases.values():
        damage_file(file)
    with refused("library.empty"):
        open_library(kit.folder)


def test_recovery_does_not_restore_a_revoked_publisher(kit: LibraryKit, corner_kit: CornerKit) -> None:
    corner_kit.install(1)
    kit.install(2)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    (kit.folder / "state.db").unlink()
    assert shown_versions(kit) == [("local", 2)]


def test_revoking_keeps_the_accepted_versions_of_the_others(kit: LibraryKit, corner_kit: CornerKit) -> None:
    corner_kit.install(1)
    kit.install(2)
    roll_back(kit.folder)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    assert shown_versions(kit) == [("local", 1)]
    with refused("packs.older", installed=2, offered=1):
        kit.install(1)
    kit.install(3)
    assert shown_versions(kit) == [("local", 3)]


def test_after_the_last_publisher_is_revoked_nothing_is_shown(kit: LibraryKit) -> None:
    kit.install(2)
    assert [pack.version for pack in revoke(kit.folder, "local", DAY_AFTER_SIGNING)] == [2]
    with refused("library.empty"):
        open_library(kit.folder)
    with refused("library.nothing_before"):
        roll_back(kit.folder)
    assert list((kit.folder / "gen").iterdir()) == []
    add_root(kit.folder, kit.packs / "root.json")
    kit.install(1)
    assert shown_versions(kit) == [("local", 1)]


def test_revoking_a_publisher_without_a_pack_changes_no_generation(
    kit: LibraryKit, corner_kit: CornerKit
) -> None:
    assert revoke(kit.folder, "room", DAY_AFTER_SIGNING) == ()
    assert open_library(kit.folder).generation == 1
    assert [root.publisher for root in read_trusted_roots(kit.folder)] == ["local"]


def test_a_second_call_finishes_an_interrupted_revocation(kit: LibraryKit, corner_kit: CornerKit) -> None:
    """The machine stops between the transaction and the removal of the root metadata."""
    corner_kit.install(1)
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    add_root(kit.folder, corner_kit.packs / "root.json")
    assert shown_versions(kit) == [("local", 1)]
    assert revoke(kit.folder, "room", DAY_AFTER_SIGNING) == ()
    assert shown_versions(kit) == [("local", 1)]
    assert [one.publisher for one in read_trusted_roots(kit.folder)] == ["local"]


def test_revoking_an_unknown_publisher_is_refused(kit: LibraryKit) -> None:
    before = kit.read_files()
    for name in ("nobody", "../trust/local", ""):
        with refused("library.not_trusted", publisher=name, known="local"):
            revoke(kit.folder, name, DAY_AFTER_SIGNING)
    assert kit.read_files() == before
    with State(kit.folder / "state.db") as state:
        assert state.trusted_pack("local")


def test_who_is_not_trusted_cannot_be_revoked_and_those_who_can_are_named(
    kit: LibraryKit, corner_kit: CornerKit, tmp_path: Path
) -> None:
    with refused("library.not_trusted", publisher="nobody", known="local, room"):
        revoke(kit.folder, "nobody")
    with refused("library.not_trusted", publisher="local", known="–"):
        revoke(tmp_path / "none", "local")


def test_what_stays_is_prepared_in_the_library_itself(
    kit: LibraryKit, corner_kit: CornerKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another disk it could be neither linked nor renamed."""
    corner_kit.install(1)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such disk"))
    revoke(kit.folder, "room", DAY_AFTER_SIGNING)
    assert shown_versions(kit) == [("local", 1)]
