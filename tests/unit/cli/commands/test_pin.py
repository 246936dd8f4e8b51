"""`kiosk pin`: its output and exit codes."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.pin import staff_pin
from tests.pin_kit import RIGHT_PIN, WRONG_PIN, make_library

SHOWN = re.compile(
    r"^The new staff PIN of the library \S+ is (\d{3}) (\d{3})\nWrite it down now .+ only this once\.\n$"
)


class CommandLine:
    """The command line of a kiosk."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library, self._capsys = library, capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        """The exit code and output of a command on the library."""
        code = main(["pin", *words, "--library", str(self.library)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def check(self, typed: bytes, *words: str, verb: str = "check") -> tuple[int, str, str]:
        """The exit code and output of `pin check` or another verb with text on its standard input."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
            return self.run(verb, *words)


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(make_library(tmp_path), capsys)


def test_new_pin_is_printed_with_instructions(cli: CommandLine) -> None:
    code, out, err = cli.run("new")
    match = SHOWN.match(out)
    assert (code, err) == (0, "") and match
    assert staff_pin.check(cli.library, match[1] + match[2]).right


def test_new_pin_as_json_names_its_library(cli: CommandLine) -> None:
    made = json.loads(cli.run("new", "--json")[1])
    assert made["library"] == str(cli.library)
    assert cli.check(made["pin"].encode())[0] == 0


def test_k05_no_library_is_made_for_a_pin(cli: CommandLine) -> None:
    cli.library = cli.library / "below/that"
    code, out, err = cli.run("new")
    assert (code, out, str(cli.library) in err) == (1, "", True)
    assert not cli.library.parent.exists()


def test_a_pin_that_was_written_down_is_stored(cli: CommandLine) -> None:
    other = "482915"
    code, out, _ = cli.check(other.encode(), verb="set")
    assert (code, str(cli.library) in out, staff_pin.check(cli.library, other).right) == (0, True, True)
    code, _, err = cli.check(RIGHT_PIN.encode(), "--first", verb="set")
    assert (code, "before" in err, staff_pin.check(cli.library, other).right) == (1, True, True)
    assert cli.check(b"123456", verb="set")[0] == 1
    assert json.loads(cli.check(RIGHT_PIN.encode(), "--json", verb="set")[1]) == {"library": str(cli.library)}


@pytest.mark.parametrize("typed", [RIGHT_PIN, f"{RIGHT_PIN}\n", "604 729\r\n", f"{RIGHT_PIN}\nmore"])
def test_right_pin_exits_0(cli: CommandLine, typed: str) -> None:
    assert cli.check(typed.encode()) == (0, "The PIN is right.\n", "")


@pytest.mark.parametrize(
    "typed", [WRONG_PIN.encode(), b"\xff\xfe", b"6" * 1000, "٦٠٤٧٢٩".encode(), b"-604729"]
)
def test_anything_else_is_a_wrong_attempt(cli: CommandLine, typed: bytes) -> None:
    code, out, err = cli.check(typed)
    assert (code, out, "14 more wrong tries" in err) == (1, "", True)


def test_result_as_json(cli: CommandLine) -> None:
    verdict = {"right": False, "wait": 0, "left": 14, "locked": False, "missing": False, "first": False}
    assert json.loads(cli.check(b"1", "--json")[1]) == verdict
    code, out, _ = cli.check(RIGHT_PIN.encode(), "--json")
    assert (code, json.loads(out)) == (0, verdict | {"right": True, "left": 15})


def test_empty_input_is_no_attempt(cli: CommandLine) -> None:
    for typed in (b"", b"\n", b" \n"):
        code, out, _ = cli.check(typed, "--json")
        assert (code, json.loads(out)["left"]) == (1, 15)


def test_too_many_attempts_have_to_wait(cli: CommandLine) -> None:
    for _ in range(5):
        cli.check(b"1")
    code, out, err = cli.check(RIGHT_PIN.encode())
    assert (code, out) == (1, "") and re.search(r"in 1\d seconds", err)
    assert cli.run("unlock") == (0, f"The staff PIN of the library {cli.library} can be tried again.\n", "")
    assert cli.check(RIGHT_PIN.encode())[0] == 0


def test_without_a_pin_nothing_can_be_unlocked_or_checked(cli: CommandLine) -> None:
    cli.library = cli.library / "none"
    assert cli.run("unlock")[::2] == cli.check(RIGHT_PIN.encode())[::2]
    assert cli.check(RIGHT_PIN.encode())[0] == 1
    assert json.loads(cli.check(RIGHT_PIN.encode(), "--json")[1])["missing"]


def test_library_is_read_from_the_settings(cli: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'library = "{cli.library}"')
    assert main(["pin", "unlock", "--settings", str(file)]) == 0


def test_pin_check_as_the_screen_runs_it(cli: CommandLine) -> None:
    asked = [sys.executable, "-m", "kiosk", "pin", "check", "--json", "--library", str(cli.library)]
    found = subprocess.run(asked, input=RIGHT_PIN, capture_output=True, text=True)
    assert (found.returncode, found.stderr, json.loads(found.stdout)["right"]) == (0, "", True)
