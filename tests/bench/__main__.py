"""`python -m tests.bench`: measures the kiosk and its peers; prints a table and writes build/bench.json."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import demo, packs, screens
from tests.bench.display import start_display
from tests.bench.finger import open_finger
from tests.bench.flyers.compare import flyers
from tests.bench.programs import browser_program, kiosk_program
from tests.bench.results import Result, format_table, write_json
from tests.bench.scroll import measure_scrolling
from tests.bench.search import measure_search
from tests.bench.series import measure_series
from tests.bench.stutter import measure_stutter


def main() -> int:
    """Run all measurements; only build/bench.json is left behind."""
    build = demo.CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=build) as work:
        folder = Path(work)
        installed = demo.build_demo(_make_folder(folder / "demo"))
        results = [
            *_measure_screens(installed, folder),
            packs.measure_verification(installed, _make_folder(folder / "decide")),
            *packs.measure_installation(installed, _make_folder(folder / "install")),
            *measure_stutter(_make_folder(folder / "stutter")),
            *measure_scrolling(_make_folder(folder / "scroll")),
            *measure_search(),
            measure_series(),
            *flyers(_make_folder(folder / "flyers")),
        ]
    print(format_table(results))
    write_json(results, build / "bench.json")
    return 0


def _measure_screens(installed: demo.Demo, folder: Path) -> list[Result]:
    """The measurements that need a screen; none where Xvfb is not installed."""
    if shutil.which("Xvfb") is None:
        print("Skipped, for Xvfb is not installed:", ", ".join(name for name, _, _ in screens.METRICS))
        return []
    html = folder / "page.html"
    subprocess.run([sys.executable, "-m", "tests.bench.web_page", installed.library, html], check=True)
    ours, peer = (
        kiosk_program(installed.library, _make_folder(folder / "cache")),
        browser_program(html, _make_folder(folder / "profile")),
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
