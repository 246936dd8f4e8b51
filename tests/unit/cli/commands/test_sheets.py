"""`kiosk sheets` as it is typed: the commands that need no printer."""

import json
from pathlib import Path

import pytest

from tests.screen_kit import copy_library, run_cli
from tests.unit.cli.commands.test_flyer import CommandLine, april, demo

__all__ = ["april", "demo"]


@pytest.fixture
def cli(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(copy_library(demo, tmp_path / "library"), capsys)


def test_saved_flyer_is_outdated_after_an_update(cli: CommandLine, april: Path, tmp_path: Path) -> None:
    cli.json("flyer", "techforum", "global-health", "us-kz-fest", "-o", tmp_path)
    cli.json("flyer", "techforum", "--preview", tmp_path / "p")
    assert cli.run("sheets", "outdated")[1] == "Every flyer on the wall is right.\n"
    run_cli("install", april.parent / "april-update.kpack", "--library", cli.library)
    code, out, _ = cli.run("sheets", "outdated")
    assert (code, out) == (
        0,
        "No. 1 “TechForum” (en, A4): it has been moved\nNo. 2 “Global Health” (en, A4): another text\n",
    )
    found, _ = cli.json("sheets", "outdated")["wrong"]  # type: ignore[misc]
    assert (found["number"], found["languages"], found["paper"], found["renewable"]) == (
        1,
        ["en"],
        "A4",
        True,
    )
    assert found["why"]["kk"] == ["уақыты ауысты"]
    assert cli.json("sheets", "remove", 1, 2) == {"down": 2}
    assert cli.json("sheets", "outdated") == {"wrong": []}


def test_only_flyers_of_this_kiosk_are_saved_on_a_stick(cli: CommandLine, tmp_path: Path) -> None:
    cli.json("flyer", "techforum", "--preview", tmp_path / "p")
    made, stick = tmp_path / "p/flyer.pdf", tmp_path / "stick.pdf"
    assert cli.json("sheets", "save", made, stick) == {"file": str(stick)}
    assert stick.read_bytes() == made.read_bytes()
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7")
    code, _, err = cli.run("sheets", "save", other, tmp_path / "copy.pdf")
    assert (code, err.startswith("This file is not a flyer that this kiosk has made")) == (1, True)
    assert not (tmp_path / "copy.pdf").exists()
    code, _, err = cli.run("sheets", "save", tmp_path / "none.pdf", stick)
    assert (code, err.startswith(f"{tmp_path / 'none.pdf'} cannot be read (no such file")) == (1, True)


def test_progress_writes_json_lines(cli: CommandLine) -> None:
    _, out, _ = cli.run("sheets", "outdated", "--progress")
    assert json.loads(out.splitlines()[-1])["done"]["wrong"] == []
