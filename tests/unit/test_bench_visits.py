"""Self-checks of tests/bench/visits."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench import programs
from tests.bench.display import HEIGHT, WIDTH, Display, start_display
from tests.bench.finger import Finger, open_finger
from tests.bench.item_positions import item_positions
from tests.bench.programs import Program, browser_program
from tests.bench.visits import restart
from tests.bench.visits.attract import SETTINGS, attracting
from tests.bench.visits.first_visits import Visits, first_visit_results
from tests.bench.visits.tour import ENGLISH, KAZAKH, Step, make_visit, names_of
from tests.screen_kit import demo
from tests.unit.test_bench import WINDOW

__all__ = ["demo"]
needs_x = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
needs_browser = pytest.mark.skipif(
    not any(map(shutil.which, programs.BROWSERS)), reason="no browser is installed"
)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    with start_display(tmp_path) as shown:
        yield shown


@pytest.fixture
def finger(display: Display) -> Iterator[Finger]:
    with open_finger(display.name) as opened:
        yield opened


@pytest.fixture
def window() -> Program:
    """A green window that is blue after a tap."""
    points = {"first": (900, 500), "second": (500, 900)}
    return Program("window", [sys.executable, "-c", WINDOW], points, {"QT_QPA_PLATFORM": "xcb"})


def settings_file(folder: Path) -> Path:
    file = folder / "kiosk.toml"
    file.write_text(SETTINGS, "utf-8")
    return file


def on_screen(points: dict[str, tuple[int, int]]) -> bool:
    return all(0 <= x < WIDTH and 0 <= y < HEIGHT for x, y in points.values())


@pytest.mark.parametrize("steps", [ENGLISH, KAZAKH])
def test_the_kiosk_has_every_item_of_a_visit(steps: tuple[Step, ...], demo: Path, tmp_path: Path) -> None:
    points = item_positions(demo, settings_file(tmp_path), names_of(steps))
    assert set(points) == set(names_of(steps))
    assert on_screen(dict(points))


@needs_browser
def test_the_web_page_has_every_element_of_a_visit(demo: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    programs.write_web_page(demo, page, settings_file(tmp_path))
    browser = browser_program(page, tmp_path / "profile", names_of(KAZAKH))
    assert browser is not None
    assert set(browser.tap_points) == set(names_of(KAZAKH))
    assert on_screen(dict(browser.tap_points))
    with pytest.raises(RuntimeError, match="'no such element'"):
        browser_program(page, tmp_path / "profile", ["wake", "no such element"])


@needs_x
def test_a_visit_measures_its_pages(display: Display, finger: Finger, window: Program) -> None:
    with attracting(display, window):
        assert make_visit(display, finger, [Step("first", "home")], window.tap_points).keys() == {"home"}


@needs_x
def test_a_tap_that_leads_nowhere_is_an_error(display: Display, finger: Finger, window: Program) -> None:
    steps = [Step("first"), Step("second")]  # the window is blue after both
    with attracting(display, window), pytest.raises(RuntimeError, match="'second' leads nowhere"):
        make_visit(display, finger, steps, window.tap_points)


@needs_x
def test_a_killed_program_is_measured_until_it_is_back(
    display: Display, window: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restart, "ROUNDS", 1)
    monkeypatch.setattr(restart, "KILLS", 2)
    ((first, second),) = restart.restart_times(display, [restart.started_again(window)])
    assert min(first, second) > 0


@needs_x
def test_a_program_that_does_not_come_back_is_an_error(
    display: Display, window: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restart, "TIMEOUT", 0.5)
    once = Program(
        "once", ("/bin/sh", "-c", '"$@"; sleep 60', "once", *window.command), {}, window.environment
    )
    with pytest.raises(TimeoutError, match="does not come back"):
        restart.restart_times(display, [once])


def visits(factor: float) -> Visits:
    pages = {"home": 0.02, "map": 0.03, "search": 0.05}
    return Visits([{page: time * factor for page, time in pages.items()}] * 3, [2**20 * int(factor)] * 3)


def test_the_rows_name_the_worst_page() -> None:
    peer = visits(2)
    peer.seconds = [visit | {"map": 0.04} for visit in peer.seconds]
    rows = {row.name: row for row in first_visit_results(visits(1), peer)}
    assert rows["first_visit_home"].ratio == rows["first_visit"].ratio == 0.5
    assert rows["first_visit_worst"].ratio == 0.75
    assert rows["first_visit_worst"].unit == "ratio, map"
    assert rows["later_visit"].ratio == rows["kazakh_visit"].ratio == 1
    assert rows["memory_after_visit"].ratio == 0.5


def test_without_a_browser_the_kiosk_is_measured_alone() -> None:
    rows = {row.name: row for row in first_visit_results(visits(1), None)}
    assert rows["first_visit_map"].ours == 30
    assert rows["first_visit_map"].ratio is None
    assert not {"first_visit", "first_visit_worst"} & set(rows)
