"""`kiosk flyer` as it is typed, without printing."""

import json
from pathlib import Path

import pytest

from kiosk.__main__ import main
from tests.flyer_kit import count_pages, page_texts
from tests.screen_kit import AT, april, copy_library, demo

__all__ = ["april", "demo"]


class CommandLine:
    """The command line of a kiosk that shows the April programme."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library, self._capsys = library, capsys
        self.settings = library.parent / "kiosk.toml"
        self.settings.write_text('language = "en"\ncorner = "american-corner-almaty"\n')

    def run(self, *words: object, at: str = AT) -> tuple[int, str, str]:
        self._capsys.readouterr()
        where = ("--library", self.library, "--settings", self.settings, "--at", at)
        code = main([str(word) for word in (*words, *where)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def json(self, *words: object, at: str = AT) -> dict[str, object]:
        code, out, err = self.run(*words, "--json", at=at)
        assert (code, err) == (0, "")
        output: dict[str, object] = json.loads(out)
        return output


@pytest.fixture
def cli(april: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(copy_library(april, tmp_path / "library"), capsys)


def test_flyer_is_saved_under_a_readable_name(cli: CommandLine, tmp_path: Path) -> None:
    output = cli.json("flyer", "exercise-open-evening", "--language", "kk", "-o", tmp_path)
    file = tmp_path / "2016-04-09 Жаттығу Ашық сенбі (kk, A4).pdf"
    assert output == {"sheets": 1, "trouble": "", "name": file.name, "file": str(file)}
    assert "Ашықсенбі" in page_texts(file.read_bytes())[0]
    code, out, err = cli.run("flyer", "techforum", "-o", tmp_path / "a.pdf")
    assert (code, out, err) == (0, f"Saved: {tmp_path / 'a.pdf'}\n", "")


def test_preview_writes_the_pdf_and_its_pictures(cli: CommandLine, tmp_path: Path) -> None:
    output = cli.json("flyer", "--theme", "innovation", "--language", "kk+ru", "--preview", tmp_path / "p")
    pages = output["pages"]
    assert isinstance(pages, list) and [Path(page).name for page in pages] == ["page-1.png"]
    assert count_pages((tmp_path / "p/flyer.pdf").read_bytes()) == 1
    assert cli.run("flyer", "techforum", "--preview", tmp_path / "p")[1] == "1 page is drawn.\n"


@pytest.mark.parametrize(
    ("words", "sheets", "pages"),
    [
        (("--all", "--paper", "4xA6"), 18, 5),
        (("--theme", "friendship", "--kind", "tear-off"), 9, 9),
        (("--this-week",), 1, 1),
        (("--this-month", "--paper", "A5"), 1, 1),
        (("techforum", "us-kz-fest", "--language", "all", "--paper", "Letter", "--ink", "sparing"), 2, 2),
    ],
)
def test_all_kinds_can_be_ordered(
    cli: CommandLine, tmp_path: Path, words: tuple[str, ...], sheets: int, pages: int
) -> None:
    output = cli.json("flyer", *words, "-o", tmp_path / "a.pdf", at="2016-04-04T10:00")
    assert (output["sheets"], count_pages((tmp_path / "a.pdf").read_bytes())) == (sheets, pages)


def test_progress_is_written_as_json_lines(cli: CommandLine, tmp_path: Path) -> None:
    _, out, _ = cli.run("flyer", "techforum", "-o", tmp_path / "a.pdf", "--progress")
    output = [json.loads(line) for line in out.splitlines()]
    steps = [line["progress"]["step"] for line in output if "progress" in line]
    assert list(dict.fromkeys(steps)) == ["typeset", "proof"]
    assert output[-1]["done"]["file"] == str(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("techforum",), "Say where the flyers go"),
        (("-o", "a.pdf"), "Say which flyers are wanted"),
        (("techforum", "--all", "-o", "a.pdf"), "Say which flyers are wanted"),
        (("nothing", "-o", "a.pdf"), "The programme has no event “nothing”"),
        (("--theme", "nothing", "-o", "a.pdf"), "The programme has no theme “nothing”"),
        (("techforum", "--language", "de", "-o", "a.pdf"), "“de” is not a choice of languages here"),
        (
            ("techforum", "--kind", "tear-off", "--paper", "A5", "-o", "a.pdf"),
            "Strips to tear off do not fit",
        ),
        (("--this-month", "--paper", "4xA6", "-o", "a.pdf"), "Cards are made of single events"),
        (("maker-space", "--paper", "4xA6", "--language", "all", "-o", "a.pdf"), "The text of “"),
        (("techforum", "--visitor", "1", "-o", "a.pdf"), "Visitors cannot print at this kiosk"),
        (("techforum", "-o", "/nowhere/a.pdf"), "/nowhere is not there, so nothing was saved"),
    ],
)
def test_invalid_orders_are_errors(cli: CommandLine, words: tuple[str, ...], sentence: str) -> None:
    code, out, err = cli.run("flyer", *words)
    assert (code, out) == (1, "") and err.startswith(sentence), err


def test_without_at_the_time_is_now(cli: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    """This machine's clock shows 2026 or later, when all events of 2016 are over."""
    assert main(["flyer", "--all", "-o", "a.pdf", "--library", str(cli.library)]) == 1
    assert capsys.readouterr().err.startswith("Nothing is coming up")


def test_empty_week_is_an_error(cli: CommandLine) -> None:
    code, _, err = cli.run("flyer", "--this-week", "-o", "a.pdf", at="2016-05-03T10:00")
    assert (code, err.startswith("Nothing is announced for this week")) == (1, True)


def test_failing_own_template_is_reported(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/event.typ").write_text("#nothing")
    cli.settings.write_text('language = "en"\nflyer_templates = "own"\n')
    _, out, _ = cli.run("flyer", "techforum", "-o", tmp_path / "a.pdf")
    assert out.splitlines() == [
        "The Corner's own template was not used, the shipped one was: event.typ: unknown variable: nothing",
        f"Saved: {tmp_path / 'a.pdf'}",
    ]
