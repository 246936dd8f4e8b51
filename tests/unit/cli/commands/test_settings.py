"""`kiosk settings`: what it prints, and what it keeps."""

import json
from pathlib import Path

import pytest

from kiosk.__main__ import main


class Technician:
    """Somebody at the command line with a settings file."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.library, self.file = folder / "library", folder / "kiosk.toml"
        self.file.write_text('language = "ru"\nsticks = ["/media"]\n', "utf-8")

    def run(self, *words: str) -> tuple[int, str, str]:
        """The exit code and output of a verb."""
        code = main(["settings", *words, "--library", str(self.library), "--settings", str(self.file)])
        out, err = self._capsys.readouterr()
        return code, out, err


@pytest.fixture
def technician(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Technician:
    return Technician(tmp_path, capsys)


def test_every_setting_is_shown_and_what_staff_have_chosen(technician: Technician) -> None:
    code, said, err = technician.run("show")
    assert (code, err) == (0, "")
    lines = said.splitlines()
    assert lines[0] == f"The settings file is {technician.file}."
    assert f'library = "{technician.library}"' in lines
    assert {'language = "ru"', "idle_seconds = 60", 'sticks = ["/media"]'} <= set(lines)
    assert not technician.library.exists()
    assert 'language = "kk" (chosen by staff; otherwise "ru")' in technician.run("set", "language", "kk")[1]
    said = technician.run("set", "idle_seconds", "120")[1]
    assert "idle_seconds = 120 (chosen by staff; otherwise 60)" in said
    assert "chosen by staff" not in technician.run("reset")[1]


def test_programs_are_told_what_was_chosen_and_what_it_was_before(technician: Technician) -> None:
    technician.run("set", "share_install", "ask")
    code, said, _ = technician.run("show", "--json")
    told = json.loads(said)
    assert (code, told["file"], told["choices"]) == (0, str(technician.file), {"share_install": "ask"})
    usual = {"language": "ru", "idle_seconds": 60, "share_install": "automatic"}
    usual |= {"visitor_prints": "off", "volume": 40}
    assert told["usual"] == usual
    assert (told["settings"]["share_install"], told["settings"]["language"]) == ("ask", "ru")
    assert told["settings"]["library"] == str(technician.library)
    assert json.loads(technician.run("reset", "--json")[1])["choices"] == {}


def test_without_a_settings_file_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    assert main(["settings", "show", "--library", str(tmp_path)]) == 0
    assert "no settings file" in capsys.readouterr().out
    assert main(["settings", "show", "--library", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == ""


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("renderer", "software", "only language, idle_seconds, share_install"),
        ("idle_seconds", "soon", "10–3600"),
        ("idle_seconds", "5", "10–3600"),
        ("language", "de", '"kk" | "ru" | "en"'),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_a_sentence(
    key: str, value: str, said: str, technician: Technician
) -> None:
    code, out, err = technician.run("set", key, value, "--json")
    assert (code, set(json.loads(out))) == (1, {"error"})
    assert said in err
    assert not technician.library.exists()
