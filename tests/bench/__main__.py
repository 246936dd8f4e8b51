"""`python -m tests.bench [PART ...]` measures the kiosk and its peers."""

import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import demo, packs, screens
from tests.bench.display import start_display
from tests.bench.finger import open_finger
from tests.bench.flyers.compare import flyers
from tests.bench.growth.measure import measure_growth
from tests.bench.programs import browser_program, kiosk_program, write_web_page
from tests.bench.results import Result, format_table, write_json
from tests.bench.scroll import measure_scrolling
from tests.bench.search import measure_search
from tests.bench.series import measure_series
from tests.bench.stutter import measure_stutter
from tests.bench.visits.measure import measure_visits

PARTS = (
    "screens",
    "visits",
    "decide",
    "install",
    "stutter",
    "scroll",
    "search",
    "series",
    "growth",
    "flyers",
)


def main() -> int:
    """Run the chosen measurements, or all; build/bench.json and build/growth.svg are left behind.

    The figures of each part are printed and written as soon as it has ended.
    """
    parser = ArgumentParser(description="measures the kiosk and its peers")
    parser.add_argument("parts", nargs="*", metavar="PART", help="what to measure; all without one")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {unknown.pop()!r}, only {', '.join(PARTS)}")
    build = demo.CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=build) as work:
        folder = Path(work)
        installed = demo.build_demo(_make_folder(folder / "built"))
        measure: dict[str, Callable[[Path], Iterable[Result]]] = {
            "screens": lambda work: _measure_screens(installed, work),
            "visits": lambda work: measure_visits(installed, work),
            "decide": lambda work: [packs.measure_verification(installed, work)],
            "install": lambda work: packs.measure_installation(installed, work),
            "stutter": measure_stutter,
            "scroll": measure_scrolling,
            "search": lambda work: measure_search(),
            "series": lambda work: [measure_series()],
            "growth": lambda work: measure_growth(work, build / "growth.svg"),
            "flyers": flyers,
        }
        results: list[Result] = []
        for name in options.parts or PARTS:
            found = list(measure[name](_make_folder(folder / name)))
            print(format_table(found), flush=True)
            write_json(results := [*results, *found], build / "bench.json")
    return 0


def _measure_screens(installed: demo.Demo, folder: Path) -> list[Result]:
    """The measurements that need a screen; none where Xvfb is not installed."""
    if shutil.which("Xvfb") is None:
        print("Skipped, for Xvfb is not installed:", ", ".join(name for name, _, _ in screens.METRICS))
        return []
    html = folder / "page.html"
    write_web_page(installed.library, html)
    ours, peer = (
        kiosk_program(installed.library, _make_folder(folder / "cache"), screens.TAPS),
        browser_program(html, _make_folder(folder / "profile"), screens.TAPS),
    )
    if peer is None:
        print("Chromium is not installed: the kiosk is measured alone, its peer is skipped.")
    with start_display(_make_folder(folder / "screen")) as screen, open_finger(screen.name) as opened_finger:
        measurements = screens.measure_programs(screen, opened_finger, [ours, peer] if peer else [ours])
    if measurements[0].shares_qt:
        print("Another program used Qt meanwhile, so the kiosk's memory is counted too low.")
    return [
        Result(name, *_medians(measurements, name, factor), "chromium --kiosk", unit)
        for name, factor, unit in screens.METRICS
    ]


def _medians(
    measurements: list[screens.Measurements], name: str, factor: float
) -> tuple[float, float | None]:
    """The kiosk's median, and the browser's if it was measured."""
    figures = [one.median_of(name) * factor for one in measurements]
    return figures[0], figures[1] if len(figures) > 1 else None


def _make_folder(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
