"""What was held is recorded once it has passed, and stays right whatever happens to the packs."""

import subprocess
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.model import Reach, Status
from kiosk.store.programme_record import HeldProgramme, ProgrammeKey, read_programmes
from tests.library_kit import damage_file
from tests.month_kit import CornerLibrary, event, meeting
from tests.mounts import mounted_tmpfs
from tests.unit.store.sample import ASTANA, CORNERS

NOW = "2016-04-03T14:20"
CLUB = [meeting(f"2016-03-{day}T15:00/2016-03-{day}T16:00") for day in ("16", "23", "30")]
TYPED = ProgrammeKey("club", "2016-03-30T15:00")


@pytest.fixture
def corner(tmp_path: Path) -> CornerLibrary:
    """A Corner with three dates of a club in March."""
    corner = CornerLibrary(tmp_path)
    corner.install({"club": CLUB})
    return corner


def record(corner: CornerLibrary) -> list[HeldProgramme]:
    return read_programmes(corner.look(NOW).file)


def test_each_date_of_a_club_is_a_programme_once_it_has_ended(corner: CornerLibrary) -> None:
    assert corner.held("2016-03-23T15:30") == [("club", "2016-03-16T15:00")]
    dates = [("club", f"2016-03-{day}T15:00") for day in ("16", "23", "30")]
    assert corner.held(NOW) == corner.held(NOW) == dates
    first = record(corner)[0]
    assert (first.month, first.theme, first.title["kk"]) == ("2016-03", "friendship", "club k")


@pytest.mark.parametrize(
    ("occurrence", "held"),
    [
        (meeting("2016-03-30T15:00/2016-03-30T16:00", Status.CANCELLED), False),
        (meeting("2016-03-30T15:00/2016-03-30T16:00", Status.FULL), True),
        (meeting("2016-03-30T15:00/2016-03-30T16:00", Status.OVER), True),
        (meeting("2016-04-02T15:00/2016-04-02T16:00", Status.OVER), False),
        (meeting("2016-04-02T15:00/2016-04-02T16:00", Status.MOVED, original="2016-03-20"), True),
        (meeting("2016-04-20T15:00/2016-04-20T16:00", Status.MOVED, original="2016-03-20"), False),
        (meeting("2016-03-30T15:00/2016-03-30T16:00", venue=ASTANA), False),
        (meeting("2016-04-03T14:00/2016-04-03T15:00"), False),
        (meeting("2016-04-03T14:00"), True),
        (meeting("2016-04-03"), False),
        (meeting("2016-03"), False),
        (meeting("2016-03-30~"), False),
        (meeting("2014-03-30"), False),
    ],
    ids=lambda value: f"{value.when.edtf} {value.status}" if hasattr(value, "status") else str(value),
)
def test_what_counts_as_held(tmp_path: Path, occurrence: object, held: bool) -> None:
    """The pack was signed on 1 April, so what it marks as over on the 2nd has never begun."""
    corner = CornerLibrary(tmp_path)
    corner.install({"one": [occurrence]})  # type: ignore[list-item]
    assert bool(corner.held(NOW)) is held
    assert corner.look(NOW).file.exists() is held


def test_a_programme_at_every_corner_was_held_here(tmp_path: Path) -> None:
    corner = CornerLibrary(tmp_path)
    past = [meeting("2016-03-20")]
    everywhere = event("all", past, CORNERS, Reach.EVERYWHERE)
    corner.install_events([everywhere, event("some", past, CORNERS), event("away", past, ASTANA)])
    assert corner.held(NOW) == [("all", "2016-03-20")]


@pytest.mark.parametrize(
    ("edtf", "month"),
    [
        ("2016-02-29T22:00/2016-03-01T01:00", "2016-02"),
        ("2016-02-29T18:00/2016-03-01T00:00", "2016-02"),
        ("2016-02-29T18:00", "2016-02"),
        ("2016-02-28/2016-03-02", "2016-03"),
        ("2016-02-28T10:00/2016-03-01T16:00", "2016-03"),
        ("2016-03-01T00:00/2016-03-01T02:00", "2016-03"),
    ],
)
def test_a_programme_belongs_to_the_month_of_its_end_a_night_to_that_of_its_evening(
    tmp_path: Path, edtf: str, month: str
) -> None:
    corner = CornerLibrary(tmp_path)
    corner.install({"night": [meeting(edtf)]})
    assert [one.month for one in corner.look(NOW).record()[0]] == [month]


def test_what_a_new_pack_no_longer_mentions_stays(corner: CornerLibrary) -> None:
    before = corner.held(NOW)
    corner.install({"other": [meeting("2016-04-20")]})
    assert corner.held(NOW) == before
    corner.install({"club": [meeting("2016-04-20")]})
    assert corner.held(NOW) == before
    corner.roll_back()
    assert corner.held(NOW) == before


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.MOVED])
def test_a_new_pack_may_say_that_it_was_not_held(corner: CornerLibrary, status: Status) -> None:
    corner.held(NOW)
    moved = {"original": "2016-03-30T15:00"} if status is Status.MOVED else {}
    day = "2016-04-20" if moved else "2016-03-30T15:00/2016-03-30T16:00"
    corner.install({"club": [*CLUB[:2], meeting(day, status, **moved)]})
    assert [begin for _, begin in corner.held(NOW)] == ["2016-03-16T15:00", "2016-03-23T15:00"]
    corner.roll_back()
    assert len(corner.held(NOW)) == 3


def test_a_corrected_hour_is_the_same_programme(corner: CornerLibrary) -> None:
    corner.held(NOW)
    corner.install({"club": [*CLUB[:2], meeting("2016-03-30T17:00/2016-03-30T18:00")]})
    assert [begin for _, begin in corner.held(NOW)][-1:] == ["2016-03-30T17:00"]
    assert len(record(corner)) == 3


def test_what_staff_have_typed_in_stays_whatever_a_pack_says(corner: CornerLibrary) -> None:
    corner.look(NOW).type_outcome(TYPED, 12)
    assert [one.attended for one in record(corner)] == [None, None, 12]
    corner.install({"club": [meeting("2016-03-30T15:00/2016-03-30T16:00", Status.CANCELLED)]})
    corner.held(NOW)
    assert record(corner)[-1].attended == 12
    corner.look(NOW).type_outcome(TYPED, None)
    assert TYPED not in [one.key for one in corner.look(NOW).record()[0]]


def test_a_number_can_be_corrected_and_erased(corner: CornerLibrary) -> None:
    look = corner.look(NOW)
    for attended, called_off in ((0, False), (9999, False), (None, True), (None, False)):
        look.type_outcome(TYPED, attended, called_off=called_off)
        last = record(corner)[-1]
        assert (last.attended, last.called_off, last.is_typed) == (
            attended, called_off, attended is not None or called_off,
        )  # fmt: skip


def test_a_programme_that_is_not_recorded_takes_no_number(corner: CornerLibrary) -> None:
    with pytest.raises(KioskError) as caught:
        corner.look(NOW).type_outcome(ProgrammeKey("club", "2016-04-01"), 5)
    assert caught.value.code == "month.no_programme"


def test_with_a_wrong_clock_or_no_corner_nothing_is_recorded(corner: CornerLibrary) -> None:
    for look in (corner.look(NOW, trusted=False), corner.look(NOW, corner="")):
        assert look.record() == ([], None)
        assert not look.file.exists()
    corner.held(NOW)
    assert len(corner.look("2016-03-01T10:00", trusted=False).record()[0]) == 3


def test_a_clock_that_was_ahead_and_is_right_again_leaves_nothing_wrong(tmp_path: Path) -> None:
    corner = CornerLibrary(tmp_path)
    corner.install({"club": [meeting("2016-04-20")]})
    assert len(corner.held("2016-05-01T10:00")) == 1
    assert corner.held(NOW) == []


def test_a_damaged_record_is_kept_aside_and_begun_anew(corner: CornerLibrary) -> None:
    corner.look(NOW).type_outcome(TYPED, 12)
    file = corner.look(NOW).file
    damage_file(file, 4096 + 5)
    broken = file.read_bytes()
    assert len(corner.held(NOW)) == 3
    assert [one.attended for one in record(corner)] == [None] * 3
    assert (file.parent / "damaged-programmes.db").read_bytes() == broken


def test_on_a_disk_that_takes_nothing_the_programmes_are_still_told(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=8m") as disk:
        corner = CornerLibrary(disk)
        corner.install({"club": CLUB})
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        programmes, error = corner.look(NOW).record()
        assert error is not None and error.code == "library.storage"
        assert len(programmes) == 3
        with pytest.raises(KioskError, match="storage"):
            corner.look(NOW).type_outcome(TYPED, 12)
