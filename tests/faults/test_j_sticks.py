"""Fault catalogue, section J: what is mounted where sticks are, on real devices."""

import json
from pathlib import Path

import pytest

from kiosk.viewmodels.staff import area
from tests.librarian import librarian
from tests.partitioned_stick import partitioned_stick
from tests.rights_kit import TwoPublishers
from tests.screen_kit import application, run_cli, texts, wait_until
from tests.stick import MOUNT_OPTIONS, Stick, mount_method, run_command

pytestmark = pytest.mark.xdist_group("screen")


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TwoPublishers:
    monkeypatch.setattr(area, "IDLE_LIMIT", 600_000)  # on a busy machine a child takes long
    application()
    two = TwoPublishers(tmp_path)
    run_cli("pin", "new", "--library", two.library)
    return two


def results(place: Path) -> list[str]:
    """The results in the receipts on a partition."""
    return [json.loads(file.read_bytes())["result"] for file in place.glob("receipts/*/*.json")]


def test_j21_packs_on_two_partitions_of_one_stick_are_offered_and_receipted_where_they_lie(
    two: TwoPublishers,
) -> None:
    packs = {"MISSION": [two.build("mission", 2)], "CORNER": [two.build("a-corner", 1)]}
    with partitioned_stick(two.folder, packs) as places, librarian(two.library) as staff:
        staff.open()
        staff.wait_for("preview")
        assert len(staff.background.stick_watcher.sticks) == 1
        source = staff.background.choose_source()
        assert source and source.name == "MISSION, CORNER"
        assert [Path(pack["file"]).parent for pack in source.packs] == list(places.values())
        staff.packs.choose(1)
        staff.wait_for("preview")
        staff.packs.install()
        staff.wait_for_outcome()
        assert staff.shown_versions == [("mission", 1), ("a-corner", 1)]
        assert (results(places["MISSION"]), results(places["CORNER"])) == ([], ["installed"])


def test_j21_a_stick_that_is_mounted_twice_is_one_stick(two: TwoPublishers) -> None:
    if mount_method() != "loop":
        pytest.skip("only a device can be told to be the same one")
    again = two.folder / "media/AGAIN"
    again.mkdir(parents=True)
    with Stick(two.folder, "ONCE", [two.build("mission", 2)]) as stick, librarian(two.library) as staff:
        stick.plug_in()
        device = run_command("findmnt", "-n", "-o", "SOURCE", stick.path).stdout.strip()
        assert run_command("mount", "-o", MOUNT_OPTIONS, device, again).returncode == 0
        try:
            staff.open()
            staff.wait_for("preview")
            assert "USB stick “ONCE”" in texts(staff.shown)
            assert len(staff.packs._offers.rows) == 1
        finally:
            run_command("umount", "--lazy", again)


def test_j21_two_sticks_are_two(two: TwoPublishers) -> None:
    with (
        Stick(two.folder, "ONE", [two.build("mission", 2)]) as one,
        Stick(two.folder, "TWO") as other,
        librarian(two.library) as staff,
    ):
        one.plug_in()
        other.plug_in()
        staff.open()
        wait_until(lambda: any("There are two sticks" in text for text in texts(staff.shown)))
        other.unplug()
        staff.wait_for("preview")
