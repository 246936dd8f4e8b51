"""A child tells how it goes in lines, ends when it is asked to, and is given up when it will not."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from kiosk.viewmodels.background.child_process import ChildProcess, count_unkillable
from tests.screen_kit import copied, demo, qapp, until

__all__ = ["demo", "qapp"]


@pytest.fixture
def owner(qapp: QCoreApplication) -> QObject:
    return QObject()


def run(owner: QObject, *words: object, stdin_text: str = "") -> dict[str, Any]:
    """What a child said last."""
    said: list[dict[str, Any]] = []
    one = ChildProcess(words, owner, stdin_text)
    one.ended.connect(said.append)
    released: list[bool] = []
    one.released.connect(lambda: released.append(True))
    one.start()
    until(lambda: released)
    assert len(said) == 1
    return said[0]


def test_it_tells_how_far_it_is_and_how_it_ended(owner: QObject, demo: Path, tmp_path: Path) -> None:
    library, said = copied(demo, tmp_path / "library"), list[Any]()
    pack = demo.parent / "april-update.kpack"
    one = ChildProcess(("install", pack, "--progress", "--library", library), owner)
    one.progressed.connect(said.append)
    one.ended.connect(said.append)
    one.start()
    until(lambda: said and "step" not in said[-1])
    steps = list(dict.fromkeys(line["step"] for line in said[:-1]))
    assert steps == ["verify", "copy", "check", "finish"]
    assert said[-1]["done"]["generation"] == 2


def test_what_json_prints_is_a_good_end(owner: QObject, tmp_path: Path) -> None:
    assert run(owner, "status", "--json", "--library", tmp_path)["done"]["generation"] == 0


def test_a_refusal_comes_in_every_language(owner: QObject, tmp_path: Path) -> None:
    said = run(owner, "rollback", "--json", "--library", tmp_path)
    assert sorted(said["error"]["text"]) == ["en", "kk", "ru"]


def test_wrong_usage_says_nothing_that_can_be_understood(owner: QObject, capfd: Any) -> None:
    assert run(owner, "no-such-command") == {"error": None}


@pytest.fixture
def waiting(owner: QObject, tmp_path: Path) -> Iterator[tuple[ChildProcess, list[Any]]]:
    """A child that reads its settings from a pipe which nobody fills, and what it said last."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    said: list[Any] = []
    one = ChildProcess(("status", "--json", "--settings", fifo), owner)
    one.ended.connect(said.append)
    one.start()
    writers: list[int] = []

    def reading() -> bool:
        with suppress(OSError):
            writers.append(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
        return bool(writers)

    until(reading)
    yield one, said
    os.close(writers[0])


def test_it_ends_when_it_is_asked_to(waiting: tuple[ChildProcess, list[Any]]) -> None:
    one, said = waiting
    one.cancel()
    until(lambda: said)
    assert said == [{"error": None}]
    assert count_unkillable() == 0


def test_one_that_hangs_is_given_up_and_counted(
    monkeypatch: pytest.MonkeyPatch, waiting: tuple[ChildProcess, list[Any]]
) -> None:
    """As with one in the hands of the kernel, no signal reaches it for now."""
    one, said = waiting
    process = one._process
    pid = process.processId()
    for name in ("terminate", "kill"):
        monkeypatch.setattr(process, name, lambda: None)
    one.cancel()
    until(lambda: said)
    assert said == [{"error": None}]
    until(lambda: count_unkillable() == 1)
    os.kill(pid, signal.SIGKILL)
    until(lambda: count_unkillable() == 0)
