"""The entry point: which command module is imported, and how each outcome is reported."""

import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kiosk import __version__
from kiosk.__main__ import main
from kiosk.base.errors import KioskError

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
        raise KeyboardInterrupt

    assert command(interrupted)() == 130
    assert capsys.readouterr().err == ""


def test_closed_pipe_exits_1(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer) as gone:
        status = [sys.executable, "-m", "kiosk", "status", "--json", "--library", tmp_path]
        ended = subprocess.run(status, stdout=gone, stderr=subprocess.PIPE, text=True)
    assert ended.returncode == 1
    assert "BrokenPipeError" not in ended.stderr


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
