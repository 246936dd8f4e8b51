"""What a command tells the program that started it, line by line, and how it is stopped."""

import json
import os
import signal
from argparse import Namespace

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress
from kiosk.cli.protocol import LINE_INTERVAL, ProgressWriter, report_error, write_done
from kiosk.i18n.translator import LANGUAGES


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, dict[str, object]]]:
    out = capsys.readouterr().out
    assert out.isascii()
    return [json.loads(line) for line in out.splitlines()]


def copied(line: dict[str, dict[str, object]]) -> tuple[object, object]:
    return line["progress"]["step"], line["progress"]["done"]


def test_the_first_at_once_then_ten_a_second_and_the_last_of_each_step_always(
    capsys: pytest.CaptureFixture[str],
) -> None:
    watch = Watch()
    with ProgressWriter(watch) as listener:
        for some in range(1, 26):
            listener(Progress("copy", some, 25))
            watch.time += LINE_INTERVAL / 9.5
        listener(Progress("check", 0, 7))
        listener(Progress("check", 7, 7))
    told = lines(capsys)
    assert [copied(line) for line in told] == [
        *(("copy", some) for some in (1, 11, 21, 25)),
        *(("check", some) for some in (0, 7)),
    ]
    assert told[0] == {"progress": {"step": "copy", "done": 1, "total": 25}}


def test_the_last_of_a_step_that_fails_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KioskError), ProgressWriter(Watch()) as listener:
        listener(Progress("copy", 1, 2))
        listener(Progress("copy", 2, 2))
        raise KioskError("library.busy")
    assert [copied(line) for line in lines(capsys)] == [("copy", 1), ("copy", 2)]


def test_the_last_line_says_how_it_ended(capsys: pytest.CaptureFixture[str]) -> None:
    write_done({"title": "Көрсетілім"})
    report_error(KioskError("library.busy"), Namespace(progress=True))
    succeeded, error = lines(capsys)
    assert succeeded == {"done": {"title": "Көрсетілім"}}
    assert (tuple(error["error"]), error["error"]["code"]) == (("code", "text"), "library.busy")
    text = error["error"]["text"]
    assert isinstance(text, dict)
    assert tuple(text) == LANGUAGES
    assert len(set(text.values())) == len(LANGUAGES)


def test_asked_to_end_it_goes_no_further() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), ProgressWriter():
        os.kill(os.getpid(), signal.SIGTERM)
        raise AssertionError("went on")
    assert signal.getsignal(signal.SIGTERM) == before


def test_an_error_that_comes_of_being_asked_to_end_is_no_error_of_its_own() -> None:
    """SQLite swallows what its callbacks raise and then says that it was interrupted."""
    with pytest.raises(KeyboardInterrupt), ProgressWriter():
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        except KeyboardInterrupt:
            raise KioskError("library.content", reason="interrupted") from None


def test_in_the_last_step_it_is_too_late_and_before_the_next_it_is_not() -> None:
    with pytest.raises(KeyboardInterrupt), ProgressWriter() as listener:
        listener(Progress("finish", 0, 1))
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGTERM)
        listener(Progress("finish", 1, 1))
        listener(Progress("fetch", 0, 1))
        raise AssertionError("went on")
