"""The time of signing: given or read from the clock, and what contradicts it."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.authoring.building.signing_time import parse_signing_time
from kiosk.base.clock import BUILD_DATE
from kiosk.base.errors import KioskError
from kiosk.base.limits import CLOCK_TOLERANCE, DAY, EXPIRES_AFTER
from tests.packs_builder import SIGNED_AT
from tests.source_builder import write_source

KEYS_MADE = BUILD_DATE + 10 * DAY


@pytest.mark.parametrize(
    ("text", "epoch", "expected"),
    [
        ("2016-04-01T08:40:00Z", "", SIGNED_AT),
        ("2016-04-01T08:40", "5", SIGNED_AT),
        ("2016-04-01T13:40:00+05:00", "", SIGNED_AT),
        ("", str(SIGNED_AT), SIGNED_AT),
    ],
)
def test_the_time_of_signing(text: str, epoch: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert parse_signing_time(text) == (expected, False)


def test_the_time_of_signing_is_now_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(UTC).timestamp()
    signed_at, by_clock = parse_signing_time("")
    assert by_clock and int(before) <= signed_at <= datetime.now(UTC).timestamp()


@pytest.mark.parametrize(("text", "epoch"), [("soon", ""), ("", "soon"), ("2016-13-01", "")])
def test_an_invalid_time_of_signing_is_refused(
    text: str, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(KioskError) as refusal:
        parse_signing_time(text)
    assert refusal.value.code == "authoring.signed_at"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a source and keys that were made by a right clock."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write_source(tmp_path / "source")
    set_clock(monkeypatch, KEYS_MADE)
    assert main(["keys", "new", str(tmp_path / "keys"), "--host", "kz.usembassy.gov"]) == 0
    return tmp_path


def set_clock(monkeypatch: pytest.MonkeyPatch, now: int) -> None:
    """Let this process see `now` as the time of the computer."""
    monkeypatch.setattr(time, "time", lambda: float(now))


def build(folder: Path, name: str, *more: str) -> int:
    """Build the pack `name` from the source by the clock."""
    keys = ("--keys", str(folder / "keys"))
    return main(["pack", "build", str(folder / "source"), "-o", str(folder / name), *keys, *more])


def warnings_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    """The codes and files of the warnings of a build by the clock."""
    capsys.readouterr()
    assert build(folder, "new.kpack", "--json", "--version", "9") == 0
    return [(one["code"], one["file"]) for one in json.loads(capsys.readouterr().out)["problems"]]


def test_j01_a_time_near_the_last_known_one_is_not_doubted(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for now in (KEYS_MADE - CLOCK_TOLERANCE, KEYS_MADE, KEYS_MADE + EXPIRES_AFTER):
        set_clock(monkeypatch, now)
        assert warnings_of(folder, capsys) == []
        (folder / "new.kpack").unlink()


def test_j01_a_clock_years_ahead_or_before_the_keys_is_doubted(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for now, code in (
        (KEYS_MADE + EXPIRES_AFTER + 1, "signed_late"),
        (KEYS_MADE - CLOCK_TOLERANCE - 1, "signed_early"),
    ):
        set_clock(monkeypatch, now)
        assert warnings_of(folder, capsys) == [(code, "root.json")]
        (folder / "new.kpack").unlink()


def test_j01_an_earlier_pack_of_the_publisher_is_known(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "broken.kpack").write_bytes(b"PK")
    set_clock(monkeypatch, KEYS_MADE + 300 * DAY)
    assert build(folder, "before.kpack") == 0
    set_clock(monkeypatch, KEYS_MADE + 600 * DAY)
    assert warnings_of(folder, capsys) == []
    (folder / "new.kpack").unlink()
    set_clock(monkeypatch, KEYS_MADE + 290 * DAY)
    assert warnings_of(folder, capsys) == [("signed_early", "before.kpack")]


def test_j01_the_warning_stands_before_the_result_with_both_dates(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, int(datetime(2031, 3, 3, tzinfo=UTC).timestamp()))
    assert build(folder, "new.kpack") == 0
    warning = capfd.readouterr().err
    assert all(part in warning for part in ("root.json", "2031-03-03", "2026-11-11", "do not send this one"))


def test_j01_a_time_that_was_given_is_not_doubted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert build(folder, "new.kpack", "--signed-at", "2031-03-03", "--json") == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


@pytest.mark.parametrize("now", [0, 946_684_800, BUILD_DATE - 1])
def test_j01_nothing_is_signed_by_a_clock_from_before_the_program(
    folder: Path, now: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted((folder / "keys").iterdir())
    set_clock(monkeypatch, now)
    keys = str(folder / "keys")
    capsys.readouterr()
    for command in (
        ["pack", "build", str(folder / "source"), "-o", str(folder / "new.kpack"), "--keys", keys],
        ["keys", "new", str(folder / "others")],
        ["keys", "rotate", keys, "--role", "packs"],
        ["keys", "replace", keys, "publisher-1"],
        ["keys", "set-rights", keys, "--rank", "5"],
    ):
        assert main([*command, "--json"]) == 1
        assert json.loads(capsys.readouterr().out)["error"]["code"] == "authoring.clock", command
    assert not (folder / "new.kpack").exists() and not (folder / "others").exists()
    assert sorted((folder / "keys").iterdir()) == before
