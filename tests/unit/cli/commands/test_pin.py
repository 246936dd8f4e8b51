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

SHOWN = re.compile(r"^The new staff PIN is (\d{3}) (\d{3})\nWrite it down now .+ only this once\.\n$")


class Desk:
    """The command line of a kiosk."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library, self._capsys = library, capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        """The exit code and output of a command on the library."""
        code = main(["pin", *words, "--library", str(self.library)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def check(self, typed: bytes, *words: str) -> tuple[int, str, str]:
        """The same of `pin check` with something on its standard input."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
            return self.run("check", *words)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(make_library(tmp_path), capsys)


def test_new_pin_is_printed_with_instructions(desk: Desk) -> None:
    code, out, err = desk.run("new")
    match = SHOWN.match(out)
    assert (code, err) == (0, "") and match
    assert staff_pin.check(desk.library, match[1] + match[2]).right


def test_new_pin_as_json_without_a_library(desk: Desk) -> None:
    desk.library = desk.library / "below/that"
    made = json.loads(desk.run("new", "--json")[1])["pin"]
    assert desk.check(made.encode())[0] == 0


def test_first_pin_is_printed_once(desk: Desk) -> None:
    desk.library = desk.library / "below"
    assert SHOWN.match(desk.run("new", "--first")[1])
    assert desk.run("new", "--first") == (0, "", "")
    assert desk.run("new", "--first", "--json") == (0, '{"pin": null}\n', "")


@pytest.mark.parametrize("typed", [RIGHT_PIN, f"{RIGHT_PIN}\n", "604 729\r\n", f"{RIGHT_PIN}\nmore"])
def test_right_pin_exits_0(desk: Desk, typed: str) -> None:
    assert desk.check(typed.encode()) == (0, "The PIN is right.\n", "")


@pytest.mark.parametrize(
    "typed", [WRONG_PIN.encode(), b"\xff\xfe", b"6" * 1000, "٦٠٤٧٢٩".encode(), b"-604729"]
)
def test_anything_else_is_a_wrong_attempt(desk: Desk, typed: bytes) -> None:
    code, out, err = desk.check(typed)
    assert (code, out, "14 more wrong tries" in err) == (1, "", True)


def test_result_as_json(desk: Desk) -> None:
    verdict = {"right": False, "wait": 0, "left": 14, "locked": False, "missing": False}
    assert json.loads(desk.check(b"1", "--json")[1]) == verdict
    code, out, _ = desk.check(RIGHT_PIN.encode(), "--json")
    assert (code, json.loads(out)) == (0, verdict | {"right": True, "left": 15})


def test_empty_input_is_no_attempt(desk: Desk) -> None:
    for typed in (b"", b"\n", b" \n"):
        code, out, _ = desk.check(typed, "--json")
        assert (code, json.loads(out)["left"]) == (1, 15)


def test_too_many_attempts_have_to_wait(desk: Desk) -> None:
    for _ in range(5):
        desk.check(b"1")
    code, out, err = desk.check(RIGHT_PIN.encode())
    assert (code, out) == (1, "") and re.search(r"in 1\d seconds", err)
    assert desk.run("unlock") == (0, "The staff PIN can be tried again.\n", "")
    assert desk.check(RIGHT_PIN.encode())[0] == 0


def test_without_a_pin_nothing_can_be_unlocked_or_checked(desk: Desk) -> None:
    desk.library = desk.library / "none"
    assert desk.run("unlock")[::2] == desk.check(RIGHT_PIN.encode())[::2]
    assert desk.check(RIGHT_PIN.encode())[0] == 1
    assert json.loads(desk.check(RIGHT_PIN.encode(), "--json")[1])["missing"]


def test_library_is_read_from_the_settings(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'library = "{desk.library}"')
    assert main(["pin", "unlock", "--settings", str(file)]) == 0


def test_pin_check_as_the_screen_runs_it(desk: Desk) -> None:
    asked = [sys.executable, "-m", "kiosk", "pin", "check", "--json", "--library", str(desk.library)]
    found = subprocess.run(asked, input=RIGHT_PIN, capture_output=True, text=True)
    assert (found.returncode, found.stderr, json.loads(found.stdout)["right"]) == (0, "", True)
