"""The rules of the staff PIN: which digits, how long to wait, by what clock, and what is said."""

import sys
import time
from pathlib import Path

import pytest

from kiosk.base import uptime
from kiosk.base.uptime import UptimeReading, elapsed_seconds
from kiosk.i18n.translator import LANGUAGES
from kiosk.pin.lockout import MISSING, PinStatus, pin_status, wait_after
from kiosk.pin.pin_hash import generate_pin, hash_pin, is_weak, matches
from kiosk.pin.pin_message import pin_message
from kiosk.store.pin_store import PinHash, PinRecord

MADE = PinHash(b"x")


@pytest.mark.parametrize(
    "pins",
    [
        "000000 999999 123456 012345 890123 987654 210987 135791 975319",
        "123123 404404 121212 909090 112233 770044 123321 900009",
        "199105 201231 190000 051991 312026 002099",
    ],
)
def test_what_people_try_first_is_weak(pins: str) -> None:
    assert all(map(is_weak, pins.split()))


def test_other_digits_are_not() -> None:
    assert not any(
        map(is_weak, ["604729", "123457", "123132", "121221", "218805", "051891", "112234", "123312"])
    )


def test_pins_are_drawn_from_all_digits_and_are_never_weak() -> None:
    drawn = [generate_pin() for _ in range(20_000)]
    assert not any(map(is_weak, drawn))
    assert all(len(pin) == 6 and pin.isascii() and pin.isdecimal() for pin in drawn)
    assert len(set(drawn)) > 19_000
    for place in range(6):
        assert {pin[place] for pin in drawn} == set("0123456789")


def test_the_same_pin_is_never_kept_the_same_way_twice() -> None:
    one, other = hash_pin("604729"), hash_pin("604729")
    assert one.salt != other.salt and one.hash != other.hash
    assert matches("604729", one) and not matches("604728", one)


def test_the_waits_are_these() -> None:
    assert [wait_after(wrong) for wrong in range(5)] == [0] * 5
    assert [wait_after(wrong) for wrong in range(5, 15)] == (
        [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    )


@pytest.mark.parametrize(("passed", "wait"), [(0, 30), (0.1, 30), (29, 1), (29.99, 1), (30, 0), (9e9, 0)])
def test_a_wait_ends_when_it_is_over_and_not_before(passed: float, wait: int) -> None:
    assert pin_status(PinRecord(MADE, 6, "a", 100.5), UptimeReading("a", 100.5 + passed)).wait == wait


def test_there_may_be_no_pin_to_judge() -> None:
    now = UptimeReading("a", 1)
    assert pin_status(None, now) == pin_status(PinRecord(), now) == MISSING
    assert (
        pin_status(PinRecord(MADE, 15), now)
        == pin_status(PinRecord(MADE, 99), now)
        == PinStatus(left=0, locked=True)
    )


@pytest.mark.parametrize(
    ("earlier", "later", "seconds"),
    [
        (("a", 100), ("a", 107.5), 7.5),
        (("a", 100), ("b", 107.5), 107.5),
        (("a", 100), ("b", 20), 20),
        (("", 100), ("", 107.5), 7.5),
        (("", 100), ("", 20), 20),
        (("a", 100), ("", 107.5), 7.5),
        (("", 100), ("b", 107.5), 7.5),
    ],
)
def test_only_time_that_has_passed_for_certain_counts(
    earlier: tuple[str, float], later: tuple[str, float], seconds: float
) -> None:
    assert elapsed_seconds(UptimeReading(*earlier), UptimeReading(*later)) == seconds


def test_the_clock_is_not_the_one_that_can_be_set() -> None:
    first, second = uptime.read_uptime(), uptime.read_uptime()
    assert first.boot == second.boot and 0 < first.seconds <= second.seconds < time.time() / 2
    if sys.platform == "linux":
        assert first.boot == Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def test_where_starts_have_no_name_the_clock_runs_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uptime, "BOOT_ID", tmp_path / "none")
    assert uptime.read_uptime().boot == "" and uptime.read_uptime().seconds > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_end_has_its_sentence(language: str) -> None:
    ends = (
        PinStatus(right=True),
        MISSING,
        PinStatus(left=0, locked=True),
        PinStatus(left=1),
        PinStatus(left=12),
        PinStatus(wait=15),
        PinStatus(wait=121),
    )
    said = [pin_message(end, language) for end in ends]
    assert len(set(said)) == len(ends)
    assert [number in sentence for number, sentence in zip(("1", "12", "15", "3"), said[3:], strict=True)]
    assert pin_message(PinStatus(wait=3600), "ru").endswith("через 60 минут.")
