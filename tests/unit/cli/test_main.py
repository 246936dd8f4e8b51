"""The entry point: which command module is imported, and how each outcome is reported."""

import json
import os
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import IO, Any

import pytest

from kiosk import __version__
from kiosk.__main__ import main
from kiosk.base.cancellation import Cancelled
from kiosk.base.clock import BUILD_DATE
from kiosk.base.errors import KioskError
from kiosk.library.status import read_status
from tests.library_kit import LibraryKit, sample_publisher
from tests.unit.base.test_display_text import is_safe

Run = Callable[..., int]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Namespace], int]], Run]:
    """Adds a command 'probe' with the given handler; returns a function that runs it with more arguments."""

    def add(handler: Callable[[Namespace], int]) -> Run:
        def register(commands: Any) -> None:
            probe = commands.add_parser("probe")
            probe.add_argument("--json", action="store_true")
            probe.set_defaults(handler=handler)

        module = ModuleType("kiosk.cli.commands.probe")
        module.__spec__ = ModuleSpec(module.__name__, None)
        module.register = register  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)
        return lambda *more: main(["probe", *more])

    return add


def no_programme(_: Namespace) -> int:
    raise KioskError("library.empty")


def test_handler_decides_the_exit_code(command: Any) -> None:
    assert command(lambda args: 3)() == 3


def test_kiosk_error_is_one_sentence(command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(no_programme)() == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert "library.empty" not in output.err


def test_json_error_is_on_stdout(command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(no_programme)("--json") == 1
    output = capsys.readouterr()
    error = json.loads(output.out)["error"]
    assert (error["code"], error["message"]) == ("library.empty", output.err.rstrip("\n"))
    assert sorted(error["text"]) == ["en", "kk", "ru"]


def test_error_is_in_the_users_language(
    command: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output = []
    for locale in ("C.UTF-8", "kk_KZ.UTF-8", "ru_RU.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        command(no_programme)()
        output.append(capsys.readouterr().err)
    assert len(set(output)) == 3


def test_bug_prints_a_traceback_and_exits_70(command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(lambda args: 1 // 0)() == 70
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_interrupt_exits_130(command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: Namespace) -> int:
        raise Cancelled

    assert command(interrupted)() == 130
    assert capsys.readouterr().err == ""


def run_kiosk(*words: object, output: IO[bytes] | int, **changes: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program with this standard output, its environment changed."""
    command = [sys.executable, "-m", "kiosk", *map(os.fspath, words)]
    return subprocess.run(command, stdout=output, stderr=subprocess.PIPE, env=os.environ | changes)


@contextmanager
def closed_pipe() -> Iterator[IO[bytes]]:
    """The writing end of a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        yield gone


def full_disk() -> AbstractContextManager[IO[bytes]]:
    """A file on a disk without room."""
    return Path("/dev/full").open("wb")


TOLD = {
    closed_pipe: b"",
    full_disk: b"The answer could not be written (no room is left). Choose another place for it.\n",
}
"""What standard error says: nothing when the reader has gone because it had read enough."""
OUTPUTS = pytest.mark.parametrize("output", [closed_pipe, full_disk])


@OUTPUTS
def test_j04_a_question_whose_answer_cannot_be_printed_exits_1(output: Any, tmp_path: Path) -> None:
    with output() as stream:
        ended = run_kiosk("status", "--json", "--library", tmp_path, output=stream)
    assert (ended.returncode, ended.stderr) == (1, TOLD[output])


@OUTPUTS
@pytest.mark.parametrize("how", ["--json", "--progress"])
def test_j04_an_installation_that_cannot_print_its_result_has_not_failed(
    output: Any, how: str, tmp_path: Path
) -> None:
    kit = LibraryKit(tmp_path, sample_publisher(at=BUILD_DATE))
    install = ("install", kit.pack(1), "--library", kit.folder, how)
    if how == "--progress":
        with output() as stream:
            assert run_kiosk(*install, output=stream).returncode == 130  # its reader had gone before it began
    else:
        with output() as stream:
            ended = run_kiosk(*install, output=stream)
        assert (ended.returncode, ended.stderr) == (0, TOLD[output])
        assert read_status(kit.folder).current


def test_j04_closed_standard_streams_are_no_bug(tmp_path: Path) -> None:
    program = f"exec {sys.executable} -m kiosk status --library {tmp_path} <&- >&- 2>&-"
    assert subprocess.run(["sh", "-c", program]).returncode == 0


LOCALES = [
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1:strict"},
    {"LC_ALL": "en_US.ISO-8859-1"},
]


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a locale that is not UTF-8, which few systems have (locale(7): LOCPATH)."""
    folder = tmp_path_factory.mktemp("locales")
    if shutil.which("localedef"):
        subprocess.run(
            ["localedef", "-i", "en_US", "-f", "ISO-8859-1", folder / "en_US.ISO-8859-1"], check=False
        )
    return folder


@pytest.mark.parametrize("changes", LOCALES, ids=str)
@pytest.mark.parametrize("how", [(), ("--json",), ("--progress",)], ids=str)
def test_j04_output_is_utf8_in_every_locale(
    changes: dict[str, str], how: tuple[str, ...], locales: Path, tmp_path: Path
) -> None:
    names = ["Қазақстан", "bad\x1b[2J\n\u202e"]
    for name in (*map(os.fsencode, names), b"bytes\xff"):
        (tmp_path / os.fsdecode(name + b".kpack")).write_bytes(b"")
    scan = ("scan", tmp_path, "--library", tmp_path / "library", *how)
    ended = run_kiosk(*scan, output=subprocess.PIPE, LOCPATH=str(locales), **changes)
    assert (ended.returncode, ended.stderr) == (0, b"")
    text = ended.stdout.decode("utf-8")
    assert all(is_safe(line) for line in text.splitlines())
    if how:
        found = json.loads(text.splitlines()[-1])
        files = found.get("done", found)["files"]
        assert all(Path(file["file"]).is_file() and is_safe(file["name"]) for file in files)
        assert {file["name"] for file in files} >= {"Қазақстан.kpack", r"bytes\udcff.kpack"}
    else:
        assert len(text.splitlines()) == 3 and "Қазақстан.kpack" in text


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"kiosk {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["--nonsense"]])
def test_wrong_usage_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: kiosk" in capsys.readouterr().err
