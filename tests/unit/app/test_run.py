"""Opening a session from the settings file, the command line and the clock."""

from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.app import run
from kiosk.base.clock import BUILD_DATE
from kiosk.base.errors import KioskError
from tests.screen_kit import AT, demo
from tests.unit.store.sample import NOW

__all__ = ["demo"]


def write_settings(folder: Path, text: str) -> Path:
    """A settings file that says `text`."""
    file = folder / "kiosk.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_command_line_overrides_the_settings(demo: Path, tmp_path: Path) -> None:
    file = write_settings(tmp_path, f'library = "{tmp_path}"\nlanguage = "ru"\nidle_seconds = 20\n')
    default, overridden = run.open_session(None, file, None, None), run.open_session(demo, file, AT, "en")
    assert (default.programme, default.language, default.settings.library) == (None, "ru", tmp_path)
    assert overridden.programme is not None
    assert overridden.programme.packs[0].id == "25-years-together"
    assert (overridden.language, overridden.settings.language, overridden.settings.idle_seconds) == (
        "en",
        "en",
        20,
    )


def test_a_rehearsal_clock_starts_at_the_given_time_and_runs_on(demo: Path) -> None:
    session = run.open_session(demo, None, AT, None)
    assert NOW <= session.moment < NOW + 60
    assert session.now == session.moment


def test_without_a_rehearsal_the_clock_is_the_system_clock(demo: Path) -> None:
    session = run.open_session(demo, None, None, None)
    assert session.moment > NOW
    assert session.clock.effective() >= BUILD_DATE


def test_without_a_programme_the_reason_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = run.open_session(tmp_path, None, AT, None)
    assert session.programme is None
    assert session.zone == "Asia/Almaty"
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "at", "language", "code"),
    [
        ("", "yesterday", None, "clock.at"),
        ('languages = ["kk", "ru"]', None, "en", "settings.hidden"),
    ],
)
def test_invalid_arguments_are_refused(
    text: str, at: str | None, language: str | None, code: str, tmp_path: Path
) -> None:
    with pytest.raises(KioskError) as caught:
        run.open_session(tmp_path, write_settings(tmp_path, text), at, language)
    assert caught.value.code == code


def test_j07_a_wrong_line_is_printed_and_the_session_has_the_usual_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = run.open_session(tmp_path, write_settings(tmp_path, "idle_seconds = 1\nvolume = 33"), AT, None)
    assert (session.settings.idle_seconds, session.settings.volume) == (60, 33)
    assert "Line 1: “idle_seconds” cannot have this value." in capsys.readouterr().err


def test_an_invalid_window_size_is_refused(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--library", str(demo), "--size", "huge"]) == 1
    assert "huge" in capsys.readouterr().err
