"""`python -m tests.bench`: the kiosk beside its peers, as a table and in build/bench.json."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import demo, packs, screens
from tests.bench.display import display
from tests.bench.finger import finger
from tests.bench.flyers.compare import flyers
from tests.bench.programs import browser, kiosk
from tests.bench.results import Result, table, write
from tests.bench.scroll import scroll
from tests.bench.search import search
from tests.bench.stutter import stutter


def main() -> int:
    """Measure everything; nothing but build/bench.json is left behind."""
    build = demo.CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=build) as work:
        folder = Path(work)
        shown = demo.make(_new(folder / "demo"))
        results = [
            *_on_screen(shown, folder),
            packs.decide_newer(shown, _new(folder / "decide")),
            *packs.install(shown, _new(folder / "install")),
            *stutter(_new(folder / "stutter")),
            *scroll(_new(folder / "scroll")),
            *search(),
            *flyers(_new(folder / "flyers")),
        ]
    print(table(results))
    write(results, build / "bench.json")
    return 0


def _on_screen(shown: demo.Demo, folder: Path) -> list[Result]:
    """What is measured on a screen; nothing when there is none to measure on."""
    if shutil.which("Xvfb") is None:
        print("Skipped, for Xvfb is not installed:", ", ".join(name for name, _, _ in screens.FIGURES))
        return []
    html = folder / "page.html"
    subprocess.run([sys.executable, "-m", "tests.bench.page", shown.library, html], check=True)
    ours, peer = kiosk(shown.library, _new(folder / "cache")), browser(html, _new(folder / "profile"))
    if peer is None:
        print("Chromium is not installed: the kiosk is measured alone, its peer is skipped.")
    with display(_new(folder / "screen")) as screen, finger(screen.name) as one:
        seen = screens.compare(screen, one, [ours, peer] if peer else [ours])
    if seen[0].crowded:
        print("Another program used Qt meanwhile, so the kiosk's memory is counted too low.")
    return [
        Result(name, *_both(seen, name, factor), "chromium --kiosk", unit)
        for name, factor, unit in screens.FIGURES
    ]


def _both(seen: list[screens.Seen], name: str, factor: float) -> tuple[float, float | None]:
    """The kiosk's figure and the browser's, if it was there."""
    figures = [one.middle(name) * factor for one in seen]
    return figures[0], figures[1] if len(figures) > 1 else None


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
