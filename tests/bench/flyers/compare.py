"""Compares the kiosk's pages of flyers a second with those of ReportLab and WeasyPrint."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench import demo
from tests.bench.flyers import programme
from tests.bench.results import Result

FLYERS = 100
ROUNDS = 3
UNIT = "pages/s, more is better"


def flyers(folder: Path) -> list[Result]:
    """The rates from events to a PDF, of drawing alone, and with proofreading, which no peer has."""
    source = programme.write_programme(folder / "source", FLYERS * ROUNDS + programme.WARM_UP_EVENTS)
    made = demo.build_demo(folder / "made", source)
    words = [made.library, folder / "kiosk.toml", str(FLYERS), str(ROUNDS)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.flyers", *words], stdout=subprocess.PIPE, check=True
    )
    return results(json.loads(done.stdout.splitlines()[-1]))


def results(timings: dict[str, Any]) -> list[Result]:
    """The results in pages a second from the JSON of `FlyerTimings`."""

    def rate(seconds: float | None) -> float | None:
        return timings["flyers"] / seconds if seconds else None

    peers = timings["peers"]
    ours, drawn, proofed = (
        timings["flyers"] / seconds
        for seconds in (timings["kiosk"], timings["drawn"], timings["kiosk"] + timings["proof"])
    )
    return [
        Result("flyers", ours, rate(peers.get("reportlab")), "ReportLab", UNIT),
        Result("flyers_weasyprint", ours, rate(peers.get("weasyprint")), "WeasyPrint, codes given", UNIT),
        Result("flyers_drawn", drawn, rate(peers.get("reportlab_drawn")), "ReportLab, codes given", UNIT),
        Result("flyers_proofed", proofed, ours, "the same without proof", UNIT),
    ]
