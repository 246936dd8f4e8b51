"""The lines that a command writes for the program that started it, and how it is stopped."""

import json
from argparse import Namespace
from collections.abc import Callable

import pytest

from kiosk.base.cancellation import Cancelled
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress
from kiosk.cli.protocol import LINE_INTERVAL, ProgressWriter, progress_reporter, report_error, write_done
from kiosk.i18n.translator import LANGUAGES


class Watch:
    """A clock that a test sets."""

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


def test_first_line_at_once_then_ten_a_second_and_the_last_of_each_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    watch = Watch()
    with ProgressWriter(watch) as listener:
        for some in range(1, 26):
            listener(Progress("copy", some, 25))
            watch.time += LINE_INTERVAL / 9.5
        listener(Progress("check", 0, 7))
        listener(Progress("check", 7, 7))
    written = lines(capsys)
    assert [copied(line) for line in written] == [
        *(("copy", some) for some in (1, 11, 21, 25)),
        *(("check", some) for some in (0, 7)),
    ]
    assert written[0] == {"progress": {"step": "copy", "done": 1, "total": 25}}


def test_last_progress_of_a_failed_step_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KioskError), ProgressWriter(Watch()) as listener:
        listener(Progress("copy", 1, 2))
        listener(Progress("copy", 2, 2))
        raise KioskError("library.busy")
    assert [copied(line) for line in lines(capsys)] == [("copy", 1), ("copy", 2)]


def test_last_line_has_the_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    write_done({"title": "Көрсетілім"})
    report_error(KioskError("library.busy"), Namespace(progress=True))
    succeeded, error = lines(capsys)
    assert succeeded == {"done": {"title": "Көрсетілім"}}
    assert (tuple(error["error"]), error["error"]["code"]) == (("code", "text"), "library.busy")
    text = error["error"]["text"]
    assert isinstance(text, dict)
    assert tuple(text) == LANGUAGES
    assert len(set(text.values())) == len(LANGUAGES)


def test_a_report_is_a_safe_point(asked: Callable[[], None], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Cancelled), ProgressWriter(Watch()) as listener:
        listener(Progress("copy", 1, 2))
        asked()
        listener(Progress("copy", 2, 2))
        raise AssertionError("went on")
    assert [copied(line) for line in lines(capsys)] == [("copy", 1), ("copy", 2)]


@pytest.mark.parametrize("progress", [True, False])
def test_a_command_without_progress_lines_has_the_same_safe_points(
    asked: Callable[[], None], progress: bool
) -> None:
    with pytest.raises(Cancelled), progress_reporter(Namespace(progress=progress)) as report:
        report(Progress("copy", 1, 2))
        asked()
        report(Progress("copy", 2, 2))
