"""A signal only asks: the request is raised at safe points, never in code that clears away."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Thread

import pytest

from kiosk.base import cancellation
from kiosk.base.cancellation import Cancelled, check, shield
from kiosk.base.errors import KioskError


@pytest.fixture
def listening(asked: Callable[[], None]) -> Iterator[None]:
    """This process handles signals as a command does."""
    before = {number: signal.getsignal(number) for number in cancellation.SIGNALS}
    cancellation.listen()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("number", cancellation.SIGNALS)
def test_a_signal_is_raised_at_the_next_safe_point(number: signal.Signals) -> None:
    check()
    for _ in range(3):
        os.kill(os.getpid(), number)
    assert cancellation.is_requested()
    with pytest.raises(Cancelled):
        check()


@pytest.mark.usefixtures("listening")
def test_an_ignored_signal_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    cancellation.listen()
    os.kill(os.getpid(), signal.SIGHUP)
    assert not cancellation.is_requested()


@pytest.mark.usefixtures("listening")
def test_after_its_end_signals_do_not_change_a_command() -> None:
    cancellation.ignore_signals()
    for number in cancellation.SIGNALS:
        os.kill(os.getpid(), number)
    check()


def test_the_first_request_counts(asked: Callable[[], None]) -> None:
    cancellation.request(lambda: KioskError("sources.too_long"))
    asked()
    with pytest.raises(KioskError):
        check()


@contextmanager
def clearing(done: list[str], name: str) -> Iterator[None]:
    try:
        yield
    finally:
        check()
        done.append(name)


@pytest.mark.parametrize("error", [KioskError("library.full"), OSError(), Cancelled()])
def test_code_that_clears_away_is_not_interrupted(asked: Callable[[], None], error: BaseException) -> None:
    done: list[str] = []

    def clear() -> None:
        check()
        done.append("callback")

    with pytest.raises(type(error)), ExitStack() as stack:
        stack.callback(clear)
        stack.enter_context(clearing(done, "context"))
        try:
            asked()
            raise error
        except BaseException:
            check()
            done.append("except")
            raise
        finally:
            check()
            done.append("finally")
    assert done == ["except", "finally", "context", "callback"]


def test_after_an_error_was_dealt_with_there_are_safe_points_again(asked: Callable[[], None]) -> None:
    try:
        raise OSError
    except OSError:
        asked()
        check()
    with pytest.raises(Cancelled):
        check()


def test_a_shield_is_no_safe_point(asked: Callable[[], None]) -> None:
    with shield():
        asked()
        with shield():
            check()
        check()
    with pytest.raises(Cancelled):
        check()


def test_a_thread_has_safe_points_of_its_own(asked: Callable[[], None]) -> None:
    raised: list[BaseException] = []

    def work() -> None:
        try:
            check()
        except Cancelled as error:
            raised.append(error)

    asked()
    for _ in range(2):
        thread = Thread(target=work)
        thread.start()
        thread.join()
    assert len(raised) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm")
def test_only_what_reaches_no_safe_point_is_killed(listening: None) -> None:
    def remaining() -> int:
        left = signal.alarm(0)
        signal.alarm(left)
        return left

    cancellation.limit_grace(100)
    with shield():
        os.kill(os.getpid(), signal.SIGTERM)
        assert remaining() == 0
    cancellation.listen()
    cancellation.limit_grace(100)
    os.kill(os.getpid(), signal.SIGTERM)
    assert remaining() > 90
    with pytest.raises(Cancelled):
        check()
    assert remaining() == 0
