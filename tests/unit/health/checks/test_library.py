"""Checks of the shown programme, its freshness and trusted publishers, on a library broken in every way."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.base import limits
from kiosk.base.clock import BUILD_DATE
from kiosk.health import library_log
from kiosk.health.checks import freshness, programme, trust
from kiosk.health.library_facts import read_library_facts
from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back
from kiosk.programme.shown_programme import open_library
from kiosk.store import state_file
from kiosk.store.state import State
from tests.health_kit import describe
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, damage_file, sample_publisher
from tests.packs_builder import SIGNED_AT
from tests.unprivileged import run_unprivileged

ZONE = "Asia/Almaty"
NOW = SIGNED_AT + limits.DAY


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


def found(kit: LibraryKit) -> dict[str, str]:
    return {finding.id: describe(finding) for finding in programme.check(read_library_facts(kit.folder))}


def test_shown_packs_are_listed(kit: LibraryKit) -> None:
    (pack,) = open_library(kit.folder).packs
    assert found(kit) == {
        "content": f"good: “25 Years e”: 6 events, pack No. 1, id {pack.short_id}, updated 1 April 2016",
        "damage": "good: All files are as the publisher signed them.",
    }


def test_empty_library_is_reported(tmp_path: Path) -> None:
    empty = "broken: No programme is installed, so visitors are asked to talk to you."
    for folder in (tmp_path / "no", tmp_path):
        assert [describe(finding) for finding in programme.check(read_library_facts(folder))] == [empty]
    assert list(freshness.check(read_library_facts(tmp_path), NOW)) == []


def test_first_damaged_files_are_named(kit: LibraryKit) -> None:
    files = kit.shown_path("local/files")
    damage_file(files / "media/new.jpg")
    assert found(kit)["damage"] == "attention: Damaged files: 1 (local/media/new.jpg)"
    for number, file in enumerate(sorted((files / "media").iterdir())):
        damage_file(file, 60 + number)
    damage_file(files / "events.sqlite")
    assert found(kit)["damage"].startswith("attention: Damaged files: 3 (local/events.sqlite, local/media/")
    assert found(kit)["content"].startswith("broken: The programme is too badly damaged to be shown")


def test_fallback_to_an_earlier_generation_is_reported(kit: LibraryKit) -> None:
    kit.install(2)
    damage_file(kit.shown_path("local/files/events.sqlite"))
    findings = found(kit)
    assert findings["fallback"].startswith("attention: The newest programme is damaged, so an earlier one")
    assert findings["content"].startswith("good: “25 Years e”: 6 events, pack No. 1,")


def test_rollback_after_crashes_is_reported_until_the_next_installation(kit: LibraryKit) -> None:
    kit.install(2)
    roll_back(kit.folder, DAY_AFTER_SIGNING, reason="crashes")
    assert found(kit)["fallback"].startswith("attention: The newest programme made the screen end")
    assert (
        "ended again and again"
        in library_log.describe_log(read_library_facts(kit.folder).status.log, ZONE)[0]["en"]
    )
    kit.install(3)
    assert "fallback" not in found(kit)
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    assert "fallback" not in found(kit)


def test_state_of_a_newer_program_is_reported(kit: LibraryKit) -> None:
    newer = state_file.MAJOR + 1 << 16
    with State(kit.folder / "state.db") as state:
        state._run(f"PRAGMA user_version = {newer}")
    assert found(kit)["content"].startswith("broken: This library was last used by a newer version")
    assert len(found(kit)) == 1


def test_unreadable_library_is_reported(kit: LibraryKit) -> None:
    kit.folder.chmod(0)
    ask = """import sys, pathlib
from kiosk.health.library_facts import read_library_facts
print(read_library_facts(pathlib.Path(sys.argv[1])).problem.code)"""
    try:
        assert run_unprivileged(ask, kit.folder) == "library.storage\n"
    finally:
        kit.folder.chmod(0o755)


def test_pack_past_its_fresh_date_is_reported(kit: LibraryKit) -> None:
    day = SIGNED_AT + limits.FRESH_FOR
    (fresh,) = freshness.check(read_library_facts(kit.folder), day)
    assert describe(fresh) == "good: To be replaced by 16 May 2016"
    (stale,) = freshness.check(read_library_facts(kit.folder), day + 1)
    assert describe(stale) == "attention: “25 Years e” was to be replaced by 16 May 2016"


def test_publishers_are_listed_with_the_expiry_of_their_keys(kit: LibraryKit) -> None:
    end = SIGNED_AT + limits.ROOT_EXPIRES_AFTER
    for now, level in ((NOW, "good"), (end - trust.EXPIRES_SOON, "attention"), (end - 1, "attention")):
        (finding,) = trust.check(kit.folder, now, ZONE)
        assert describe(finding) == f"{level}: Test Publisher: keys No. 1, valid until 1 April 2026"
    (finding,) = trust.check(kit.folder, end, ZONE)
    assert describe(finding) == "broken: Test Publisher: keys No. 1 have expired (1 April 2026)"


def test_new_keys_of_an_installed_pack_are_used(kit: LibraryKit) -> None:
    later = datetime(2030, 1, 1, tzinfo=UTC)
    kit.publisher.rotate_keys(edit=lambda root: setattr(root, "expires", later))
    kit.install(2)
    (finding,) = trust.check(kit.folder, BUILD_DATE, ZONE)
    assert describe(finding) == "good: Test Publisher: keys No. 2, valid until 1 January 2030"
    (newest,) = kit.folder.glob("gen/g-00000002-*/local/tuf/root_history/2.root.json")
    text = newest.read_text().replace("2030-01-01", "2030-13-01")
    newest.chmod(0o644)
    newest.write_text(text)
    (finding,) = trust.check(kit.folder, NOW, ZONE)
    assert "keys No. 1," in describe(finding)


def test_no_trusted_publisher_and_damaged_root_are_reported(kit: LibraryKit, tmp_path: Path) -> None:
    (finding,) = trust.check(tmp_path / "no", NOW, ZONE)
    assert describe(finding) == "attention: No publisher is trusted yet, so no pack can be installed."
    (kit.folder / "trust/local.root.json").write_bytes(b"{}")
    (finding,) = trust.check(kit.folder, NOW, ZONE)
    assert describe(finding).startswith("broken: ")


def test_log_is_described_newest_first(kit: LibraryKit) -> None:
    kit.install(2)
    roll_back(kit.folder, DAY_AFTER_SIGNING)
    revoke(kit.folder, "local", DAY_AFTER_SIGNING)
    told_log = library_log.describe_log(read_library_facts(kit.folder).status.log, ZONE)
    at = "Saturday, 2 April 2016 · 14:40 – "
    assert [entry["en"] for entry in told_log[:-1]] == [
        f"{at}the publisher “local” is no longer trusted",
        f"{at}went back to programme number 1",
        f"{at}installed: local 2",
        f"{at}installed: local 1",
    ]
    assert told_log[-1]["en"].endswith("the library was made")
    assert all(set(entry) == {"kk", "ru", "en"} for entry in told_log)


@pytest.mark.parametrize("what", ["sang", "installed"])
def test_no_name_of_an_unknown_log_entry_reaches_the_page(what: str) -> None:
    (told_entry,) = library_log.describe_log([(NOW, what, {"packs": 3})], ZONE)
    assert told_entry["en"].endswith(" – something changed that this version of the program does not know")
    assert set(told_entry) == {"kk", "ru", "en"} and what not in "".join(told_entry.values())


def test_only_the_newest_log_entries_are_described() -> None:
    assert len(library_log.describe_log([(NOW, "made", {})] * 30, ZONE)) == library_log.MAX_ENTRIES
