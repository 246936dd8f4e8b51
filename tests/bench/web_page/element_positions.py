"""Where a visitor taps on the web page: the browser itself tells it, without a window."""

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from tests.bench.item_positions import Point

SCRIPT = Path(__file__).with_name("element_positions.js")
_SECONDS = 120


def element_positions(browser: Sequence[str], page: Path, names: Sequence[str]) -> Mapping[str, Point]:
    """The elements of those names, tapped one after the other: the centre of what is seen of each.

    The page is put into a frame of 1920 by 1080 pixels, because a browser without a window takes the height
    of its usual bars from that of its window. RuntimeError when the browser does not find an element.
    """
    outer = page.with_name(f"{page.stem}-positions.html")
    outer.write_text(
        f"<!doctype html><meta charset=utf-8><script>const NAMES = {json.dumps(list(names))};\n"
        f"{SCRIPT.read_text('utf-8')}</script>"
        f'<iframe onload="measure(this)" style="border: 0; height: 1080px; width: 1920px" '
        f'srcdoc="{escape(page.read_text("utf-8"))}"></iframe>',
        "utf-8",
    )
    command = [*browser, "--headless", "--virtual-time-budget=5000", "--dump-dom", outer.absolute().as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=True)
    found = re.search(r"<output>(.*)</output>", done.stdout)
    points: dict[str, Point] = {
        name: (x, y) for name, (x, y) in json.loads(found[1] if found else "{}").items()
    }
    if missing := [name for name in names if name not in points]:
        raise RuntimeError(f"the web page has no {missing[0]!r} where it is wanted")
    return points
