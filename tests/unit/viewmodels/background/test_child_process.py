"""A child process reports progress and reply, can be cancelled, and is given up when it cannot be killed."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from kiosk.viewmodels.background.child_process import ChildProcess, count_unkillable
from tests.screen_kit import copy_library, demo, qapp, wait_until

__all__ = ["demo", "qapp"]


@pytest.fixture
def owner(qapp: QCoreApplication) -> QObject:
    return QObject()


def run_child(owner: QObject, *command: object) -> dict[str, Any]:
    """Run a command and return its reply."""
    replies: list[dict[str, Any]] = []
    child = ChildProcess(command, owner)
    child.ended.connect(replies.append)
    released: list[bool] = []
    child.released.connect(lambda: released.append(True))
    child.start()
    wait_until(lambda: released)
    assert len(replies) == 1
    return replies[0]


def test_a_child_reports_its_progress_and_its_end(owner: QObject, demo: Path, tmp_path: Path) -> None:
    library, messages = copy_library(demo, tmp_path / "library"), list[Any]()
    pack = demo.parent / "april-update.kpack"
    child = ChildProcess(("install", pack, "--progress", "--library", library), owner)
    child.progressed.connect(messages.append)
    child.ended.connect(messages.append)
    child.start()
    wait_until(lambda: messages and "step" not in messages[-1])
    steps = list(dict.fromkeys(progress["step"] for progress in messages[:-1]))
    assert steps == ["verify", "copy", "check", "finish"]
    assert messages[-1]["done"]["generation"] == 2


def test_output_of_json_is_a_done_reply(owner: QObject, tmp_path: Path) -> None:
    assert run_child(owner, "status", "--json", "--library", tmp_path)["done"]["generation"] == 0


def test_an_error_reply_has_every_language(owner: QObject, tmp_path: Path) -> None:
    reply = run_child(owner, "rollback", "--json", "--library", tmp_path)
    assert sorted(reply["error"]["text"]) == ["en", "kk", "ru"]


def test_wrong_usage_gives_an_error_reply_without_text(owner: QObject, capfd: Any) -> None:
    assert run_child(owner, "no-such-command") == {"error": None}


@pytest.fixture
def waiting(
    owner: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[ChildProcess, list[Any]]]:
    """A child whose interpreter waits at its start for a pipe that nobody writes to, and its replies."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    (tmp_path / "sitecustomize.py").write_text(f"open({str(fifo)!r}).read()", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    replies: list[Any] = []
    child = ChildProcess(("status", "--json", "--library", tmp_path), owner)
    child.ended.connect(replies.append)
    child.start()
    writers: list[int] = []

    def is_reading() -> bool:
        with suppress(OSError):
            writers.append(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
        return bool(writers)

    wait_until(is_reading)
    yield child, replies
    os.close(writers[0])


def test_cancel_ends_a_child(waiting: tuple[ChildProcess, list[Any]]) -> None:
    child, replies = waiting
    child.cancel()
    wait_until(lambda: replies)
    assert replies == [{"error": None}]
    assert count_unkillable() == 0


def test_a_child_that_cannot_be_killed_is_counted(
    monkeypatch: pytest.MonkeyPatch, waiting: tuple[ChildProcess, list[Any]]
) -> None:
    """Like a process in uninterruptible sleep, it receives no signal for now."""
    child, replies = waiting
    process = child._process
    pid = process.processId()
    for name in ("terminate", "kill"):
        monkeypatch.setattr(process, name, lambda: None)
    child.cancel()
    wait_until(lambda: replies)
    assert replies == [{"error": None}]
    wait_until(lambda: count_unkillable() == 1)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: count_unkillable() == 0)


def test_a_child_that_is_killed_while_it_writes_reports_its_end_once_and_from_there(
    owner: QObject, demo: Path, tmp_path: Path
) -> None:
    library, messages = copy_library(demo, tmp_path / "library"), list[Any]()
    child = ChildProcess(
        ("install", demo.parent / "april-update.kpack", "--progress", "--library", library), owner
    )
    child.progressed.connect(messages.append)
    child.start()
    wait_until(lambda: messages)
    child.ended.connect(messages.append)
    child.released.connect(lambda: messages.append("released"))
    child.kill()
    child.kill()
    assert messages[-1] == "released"
    assert [message for message in messages if "step" not in message] == [messages[-2], "released"]
    assert count_unkillable() == 0
