"""Flyers printed by commands through a real CUPS: their limits, and what is recorded of them."""

import json
import subprocess
from pathlib import Path

import pytest

from kiosk.__main__ import main
from tests.cups import CupsServer, cups, needs_cups
from tests.screen_kit import AT, april, copy_library, demo, run_cli

__all__ = ["april", "cups", "demo"]
pytestmark = needs_cups


class CommandLine:
    """The command line of a kiosk whose printer writes to files; `settings` are in its kiosk.toml."""

    def __init__(self, library: Path, cups: CupsServer, capsys: pytest.CaptureFixture[str]) -> None:
        self.library, self._capsys = library, capsys
        self.taken = cups.add_scripted_printer("Office", "")
        self.settings = library.parent / "kiosk.toml"
        self.set()

    def set(self, **settings: object) -> None:
        """Write these settings to the kiosk.toml."""
        entries = {"printer": "Office"} | settings
        self.settings.write_text(
            "".join(f"{name} = {json.dumps(value)}\n" for name, value in entries.items())
        )

    def json(self, *words: object, at: str = AT) -> dict[str, object]:
        """The JSON object that a command prints."""
        self._capsys.readouterr()
        where = ("--library", self.library, "--settings", self.settings, "--at", at, "--json")
        main([str(word) for word in (*words, *where)])
        output: dict[str, object] = json.loads(self._capsys.readouterr().out)
        return output

    def code(self, *words: object, at: str = AT) -> object:
        """The error code of a command, or None."""
        error = self.json(*words, at=at).get("error")
        return error["code"] if isinstance(error, dict) else None

    @property
    def sheets(self) -> int:
        """The number of jobs that the printer got."""
        return len(list(self.taken.glob("*.pdf")))


@pytest.fixture
def cli(demo: Path, tmp_path: Path, cups: CupsServer, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(copy_library(demo, tmp_path / "library"), cups, capsys)


def test_flyer_is_made_and_printed(cli: CommandLine) -> None:
    output = cli.json("flyer", "techforum", "--language", "kk", "--print", "--copies", 3)
    assert (output["printed"], output["sheets"], cli.sheets) == (3, 1, 1)


def test_pages_per_day_are_limited(cli: CommandLine) -> None:
    cli.set(prints_per_day=3)
    assert cli.json("flyer", "techforum", "--print", "--copies", 2)["printed"] == 2
    assert cli.code("flyer", "techforum", "--print", "--copies", 2) == "flyers.day_cap"
    assert cli.json("flyer", "techforum", "--print")["printed"] == 1
    assert cli.code("flyer", "techforum", "--print", at="2016-04-03T23:59") == "flyers.day_cap"
    assert cli.json("flyer", "techforum", "--print", at="2016-04-04T00:00")["printed"] == 1
    assert cli.sheets == 3


def test_visitors_print_only_where_allowed_and_with_an_hourly_limit(cli: CommandLine) -> None:
    visitor = ("flyer", "techforum", "--paper", "A5", "--print", "--visitor", 1)
    assert cli.code(*visitor) == "flyers.not_for_visitors"
    cli.set(visitor_prints="on", visitor_prints_per_hour=2)
    assert [cli.code(*visitor) for _ in range(3)] == [None, None, "flyers.hour_cap"]
    assert cli.code("flyer", "techforum", "--print") is None
    assert cli.code(*visitor, at="2016-04-03T15:20") == "flyers.hour_cap"
    assert cli.code(*visitor, at="2016-04-03T15:21") is None


def test_list_for_a_visitor_respects_the_page_limit(cli: CommandLine) -> None:
    cli.set(visitor_prints="on")
    events = ("techforum", "love-to-code", "global-health", "maker-space", "us-kz-fest", "techwomen",
              "spelling-bee")  # fmt: skip
    choice = ("flyer", *events, "--kind", "choice", "--print", "--visitor")
    error = cli.json(*choice, 1)["error"]
    assert isinstance(error, dict)
    assert error["text"]["en"].startswith("Your list takes 2 pages, and you may print 1.")
    assert cli.sheets == 0
    assert cli.json(*choice, 2)["printed"] == 2


def test_pages_that_were_not_printed_are_not_counted(cli: CommandLine) -> None:
    cli.set(prints_per_day=1, printer="Nobody")
    assert cli.code("flyer", "techforum", "--print") == "printing.unknown"
    cli.set(prints_per_day=1)
    assert cli.code("flyer", "techforum", "--print") is None


def test_only_flyers_of_this_kiosk_are_printed(cli: CommandLine, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4 of somebody else")
    assert cli.code("sheets", "print", other) == "flyers.unknown"
    assert cli.code("sheets", "print", tmp_path / "none.pdf") == "flyers.no_file"
    made = cli.json("flyer", "techforum", "-o", tmp_path / "made.pdf")
    assert cli.json("sheets", "print", made["file"], "--copies", 2)["printed"] == 2
    assert cli.sheets == 1


def test_flyers_of_visitors_are_never_outdated(cli: CommandLine, demo: Path) -> None:
    cli.set(visitor_prints="on")
    cli.json("flyer", "techforum", "--paper", "A5", "--print", "--visitor", 1)
    cli.json("flyer", "techforum", "--language", "en", "--print")
    run_cli("install", demo.parent / "april-update.kpack", "--library", cli.library)
    wrong = cli.json("sheets", "outdated")["wrong"]
    assert isinstance(wrong, list)
    assert [(one["number"], one["renewable"]) for one in wrong] == [(2, True)]


def test_outdated_flyers_are_reprinted_and_ended_ones_removed(cli: CommandLine, demo: Path) -> None:
    cli.json("flyer", "techforum", "global-health", "maker-space", "--language", "kk+ru", "--print")
    cli.json("flyer", "--theme", "friendship", "--language", "en", "--paper", "A3", "--print")
    run_cli("install", demo.parent / "april-update.kpack", "--library", cli.library)
    wrong = cli.json("sheets", "outdated")["wrong"]
    assert isinstance(wrong, list)
    assert {(one["number"], one["title"]) for one in wrong} == {
        (1, "TechForum"), (2, "Жаһандық денсаулық"), (4, "Friendship"),
    }  # fmt: skip
    before = cli.sheets
    assert cli.json("sheets", "reprint")["printed"] == 4
    assert cli.sheets == before + 2
    assert cli.json("sheets", "outdated")["wrong"] == []
    late = "2017-02-01T12:00"
    over = cli.json("sheets", "outdated", at=late)["wrong"]
    assert isinstance(over, list) and over
    assert not any(one["renewable"] for one in over if one["title"] != "Friendship")
    for one in over:
        cli.json("sheets", "remove", one["number"])
    assert cli.json("sheets", "outdated", at=late)["wrong"] == []


def test_printing_options_reach_the_printer(cli: CommandLine) -> None:
    cli.json("flyer", "techforum", "--print", "--ink", "grey", "--paper", "Letter", "--two-sided")
    jobs = subprocess.run(["lpstat", "-W", "completed", "-o"], capture_output=True, text=True).stdout
    assert jobs.count("Office-") == 1
