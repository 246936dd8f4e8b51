"""Runs the measurements of visits on a display of their own."""

import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from tests.bench.demo import Demo
from tests.bench.display import start_display
from tests.bench.finger import open_finger
from tests.bench.programs import Program, browser_program, kiosk_program, write_web_page
from tests.bench.results import Result
from tests.bench.visits.attract import SETTINGS
from tests.bench.visits.first_visits import VISITS, first_visit_results, measure_first_visits
from tests.bench.visits.many_visits import measure_many_visits
from tests.bench.visits.restart import measure_restart
from tests.bench.visits.tour import names_of

PARTS = ("first", "restart", "many")
"""The first visits with the memory after them, the restart, many visits."""
MANY_VISITS = 40


def measure_visits(
    demo: Demo, folder: Path, parts: Collection[str] = PARTS, many: int = MANY_VISITS
) -> list[Result]:
    """The chosen parts; nothing where Xvfb is not installed, the kiosk alone without a browser."""
    if shutil.which("Xvfb") is None:
        print("Skipped, for Xvfb is not installed: first visits, memory after visits, restart")
        return []
    programs = _programs(demo, folder)
    kiosk, browser = programs[0][0], programs[1][0] if len(programs) > 1 else None
    found: list[Result] = []
    with start_display(_make_folder(folder / "screen")) as display, open_finger(display.name) as finger:
        if "first" in parts:
            visits = measure_first_visits(display, finger, programs)
            if visits[0].shares_qt:
                print("Another program used Qt meanwhile, so the kiosk's memory is counted too low.")
            found += first_visit_results(*visits)
        if "restart" in parts:
            found.append(measure_restart(display, kiosk, browser))
        if "many" in parts:
            found += measure_many_visits(display, finger, kiosk, many)
    return found


def _programs(demo: Demo, folder: Path) -> list[Sequence[Program]]:
    """The kiosk and, where one is installed, a browser: each once for each of VISITS, with its points."""
    settings, page = folder / "kiosk.toml", folder / "page.html"
    settings.write_text(SETTINGS, "utf-8")
    write_web_page(demo.library, page, settings)
    cache, profile = _make_folder(folder / "cache"), _make_folder(folder / "profile")
    points = {steps: names_of(steps) for steps in VISITS}
    kiosks = {steps: kiosk_program(demo.library, cache, names, settings) for steps, names in points.items()}
    browsers = {steps: browser_program(page, profile, names) for steps, names in points.items()}
    peer = [browser for steps in VISITS if (browser := browsers[steps])]
    return [[kiosks[steps] for steps in VISITS], *([peer] if peer else [])]


def _make_folder(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder
