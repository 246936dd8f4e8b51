"""Pages of flyers a second, beside ReportLab and WeasyPrint."""

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
    """From events to a PDF; the drawing alone; and what the proof, which no peer has, makes of it."""
    source = programme.write(folder / "source", FLYERS * ROUNDS + programme.WARM)
    made = demo.build_demo(folder / "made", source)
    words = [made.library, folder / "kiosk.toml", str(FLYERS), str(ROUNDS)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.flyers", *words], stdout=subprocess.PIPE, check=True
    )
    return results(json.loads(done.stdout.splitlines()[-1]))


def results(told: dict[str, Any]) -> list[Result]:
    """What `Seconds` tell, as pages a second."""

    def rate(seconds: float | None) -> float | None:
        return told["flyers"] / seconds if seconds else None

    peers = told["peers"]
    ours, drawn, proofed = (
        told["flyers"] / seconds for seconds in (told["kiosk"], told["drawn"], told["kiosk"] + told["proof"])
    )
    return [
        Result("flyers", ours, rate(peers.get("reportlab")), "ReportLab", UNIT),
        Result("flyers_weasyprint", ours, rate(peers.get("weasyprint")), "WeasyPrint, codes given", UNIT),
        Result("flyers_drawn", drawn, rate(peers.get("reportlab_drawn")), "ReportLab, codes given", UNIT),
        Result("flyers_proofed", proofed, ours, "the same without proof", UNIT),
    ]
