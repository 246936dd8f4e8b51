"""`kiosk settings`: what it prints, and what it stores."""

import json
from pathlib import Path

import pytest

from kiosk.__main__ import main


class CommandLine:
    """The command line with a settings file."""

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
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path, capsys)


def test_settings_are_printed_with_what_staff_have_chosen(cli: CommandLine) -> None:
    code, output, err = cli.run("show")
    assert (code, err) == (0, "")
    lines = output.splitlines()
    assert lines[0] == f"The settings file is {cli.file}."
    assert f'library = "{cli.library}"' in lines
    assert {'language = "ru"', "idle_seconds = 60", 'sticks = ["/media"]'} <= set(lines)
    assert not cli.library.exists()
    assert 'language = "kk" (chosen by staff; otherwise "ru")' in cli.run("set", "language", "kk")[1]
    output = cli.run("set", "idle_seconds", "120")[1]
    assert "idle_seconds = 120 (chosen by staff; otherwise 60)" in output
    assert "chosen by staff" not in cli.run("reset")[1]


def test_json_has_choices_and_usual_settings(cli: CommandLine) -> None:
    cli.run("set", "share_install", "ask")
    code, output, _ = cli.run("show", "--json")
    facts = json.loads(output)
    assert (code, facts["file"], facts["choices"]) == (0, str(cli.file), {"share_install": "ask"})
    usual = {"language": "ru", "idle_seconds": 60, "share_install": "automatic"}
    usual |= {"visitor_prints": "off", "volume": 40, "opening_hours": "", "technician": ""}
    assert facts["usual"] == usual
    assert (facts["settings"]["share_install"], facts["settings"]["language"]) == ("ask", "ru")
    assert facts["settings"]["library"] == str(cli.library)
    assert json.loads(cli.run("reset", "--json")[1])["choices"] == {}


def test_missing_settings_file_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    assert main(["settings", "show", "--library", str(tmp_path)]) == 0
    assert "no settings file" in capsys.readouterr().out
    assert main(["settings", "show", "--library", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == ""


@pytest.mark.parametrize(
    ("key", "value", "output"),
    [
        ("renderer", "software", "only language, idle_seconds, share_install"),
        ("idle_seconds", "soon", "10–3600"),
        ("idle_seconds", "5", "10–3600"),
        ("language", "de", '"kk" | "ru" | "en"'),
    ],
)
def test_invalid_choices_are_refused(key: str, value: str, output: str, cli: CommandLine) -> None:
    code, out, err = cli.run("set", key, value, "--json")
    assert (code, set(json.loads(out))) == (1, {"error"})
    assert output in err
    assert not cli.library.exists()
