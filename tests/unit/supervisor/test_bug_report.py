"""A bug points at the programme when code that works on the programme has raised it."""

import json
import signal
from collections.abc import Callable

import pytest

from kiosk.supervisor.bug_report import BugReport, describe_bug


def run_in(module: str, code: str, **names: object) -> BugReport:
    """Run code as if it stood in `module`, and describe the exception that it raises."""
    names |= {"__name__": module}
    try:
        exec(compile(code, "code.py", "exec"), names)
    except BaseException as error:
        return describe_bug(error, error.__traceback__)
    raise AssertionError("nothing was raised")


def calling(module: str, code: str = "1/0") -> Callable[[], object]:
    """A function of `module` that runs code."""
    names: dict[str, object] = {"__name__": module, "json": json}
    exec(f"def call(*_): {code}", names)
    call = names["call"]
    assert callable(call)
    return call


PAGE = "kiosk.viewmodels.visitor.event.page"


def test_the_place_is_the_innermost_own_code() -> None:
    assert run_in("kiosk.app.run", "call()", call=calling(PAGE)) == ("ZeroDivisionError", f"{PAGE}:1", True)


@pytest.mark.parametrize("module", ["kiosk.dates", "kiosk.store.catalogue", "kiosk.images.covers", PAGE])
def test_code_that_works_on_the_programme_points_at_it(module: str) -> None:
    assert run_in("kiosk.viewmodels.navigation", "call()", call=calling(module)).points_at_programme


def test_the_standard_library_is_not_looked_at() -> None:
    report = run_in("kiosk.app.run", "call()", call=calling("kiosk.events.timing", "json.loads('{')"))
    assert report == ("JSONDecodeError", "kiosk.events.timing:1", True)


@pytest.mark.parametrize(
    "module",
    [
        "kiosk.app.run",
        "kiosk.viewmodels.shell",
        "kiosk.viewmodels.staff.area",
        "kiosk.datesx",
        "__main__",
        "x",
    ],
)
def test_k02_a_bug_of_other_code_does_not_point_at_the_programme(module: str) -> None:
    assert not run_in(PAGE, "call()", call=calling(module)).points_at_programme


@pytest.mark.parametrize("error", ["OSError(5)", "MemoryError()", "FileNotFoundError()"])
def test_a_fault_of_the_machine_does_not_point_at_the_programme(error: str) -> None:
    assert not run_in(PAGE, f"raise {error}").points_at_programme


def test_k02_a_signal_handler_that_interrupts_the_page_does_not_point_at_the_programme() -> None:
    handler = calling(PAGE)
    before = signal.signal(signal.SIGUSR1, handler)
    try:
        report = run_in(PAGE, "raise_signal(10)", raise_signal=signal.raise_signal)
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert report == ("ZeroDivisionError", f"{PAGE}:1", False)


def test_an_error_without_a_traceback_is_described() -> None:
    assert describe_bug(ValueError("x"), None) == ("ValueError", ":0", False)
