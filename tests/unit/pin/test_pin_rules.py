"""The rules of the staff PIN: weak PINs, waits, uptime clock, sentences."""

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

PIN_HASH = PinHash(b"x")


@pytest.mark.parametrize(
    "pins",
    [
        "000000 999999 123456 012345 890123 987654 210987 135791 975319",
        "123123 404404 121212 909090 112233 770044 123321 900009",
        "199105 201231 190000 051991 312026 002099",
    ],
)
def test_easily_guessed_pins_are_weak(pins: str) -> None:
    assert all(map(is_weak, pins.split()))


def test_other_pins_are_not_weak() -> None:
    assert not any(
        map(is_weak, ["604729", "123457", "123132", "121221", "218805", "051891", "112234", "123312"])
    )


def test_generated_pins_use_all_digits_and_are_never_weak() -> None:
    generated = [generate_pin() for _ in range(20_000)]
    assert not any(map(is_weak, generated))
    assert all(len(pin) == 6 and pin.isascii() and pin.isdecimal() for pin in generated)
    assert len(set(generated)) > 19_000
    for place in range(6):
        assert {pin[place] for pin in generated} == set("0123456789")


def test_the_same_pin_has_a_different_hash_each_time() -> None:
    one, other = hash_pin("604729"), hash_pin("604729")
    assert one.salt != other.salt and one.hash != other.hash
    assert matches("604729", one) and not matches("604728", one)


def test_the_wait_doubles_up_to_an_hour() -> None:
    assert [wait_after(wrong) for wrong in range(5)] == [0] * 5
    assert [wait_after(wrong) for wrong in range(5, 15)] == (
        [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    )


@pytest.mark.parametrize(("passed", "wait"), [(0, 30), (0.1, 30), (29, 1), (29.99, 1), (30, 0), (9e9, 0)])
def test_a_wait_is_rounded_up_to_seconds(passed: float, wait: int) -> None:
    assert pin_status(PinRecord(PIN_HASH, 6, "a", 100.5), UptimeReading("a", 100.5 + passed)).wait == wait


def test_a_missing_pin_and_a_locked_pin_have_their_status() -> None:
    now = UptimeReading("a", 1)
    assert pin_status(None, now) == pin_status(PinRecord(), now) == MISSING
    assert (
        pin_status(PinRecord(PIN_HASH, 15), now)
        == pin_status(PinRecord(PIN_HASH, 99), now)
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
def test_elapsed_seconds_are_never_too_many(
    earlier: tuple[str, float], later: tuple[str, float], seconds: float
) -> None:
    assert elapsed_seconds(UptimeReading(*earlier), UptimeReading(*later)) == seconds


def test_uptime_does_not_follow_the_system_clock() -> None:
    first, second = uptime.read_uptime(), uptime.read_uptime()
    assert first.boot == second.boot and 0 < first.seconds <= second.seconds < time.time() / 2
    if sys.platform == "linux":
        assert first.boot == Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def test_uptime_works_without_a_boot_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uptime, "BOOT_ID", tmp_path / "none")
    assert uptime.read_uptime().boot == "" and uptime.read_uptime().seconds > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_its_sentence(language: str) -> None:
    statuses = (
        PinStatus(right=True),
        MISSING,
        PinStatus(left=0, locked=True),
        PinStatus(left=1),
        PinStatus(left=12),
        PinStatus(wait=15),
        PinStatus(wait=121),
    )
    sentences = [pin_message(status, language) for status in statuses]
    assert len(set(sentences)) == len(statuses)
    assert [
        number in sentence for number, sentence in zip(("1", "12", "15", "3"), sentences[3:], strict=True)
    ]
    assert pin_message(PinStatus(wait=3600), "ru").endswith("через 60 минут.")
