"""Measures how long the kiosk and its peers take for flyers, in turn, each round of other events."""

import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from kiosk.base.settings import load
from kiosk.flyers.build_order import upcoming_events
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.make_flyers import build_document, build_sheets
from kiosk.flyers.open_context import open_context
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.proofread import proofread
from kiosk.typesetting.sheet import Sheet
from kiosk.typesetting.typeset import typeset
from tests.bench.flyers.outline import dark_runs
from tests.bench.flyers.programme import WARM_UP_EVENTS

AT = "2016-04-03T14:20"
Result = TypeVar("Result")
Renderer = Callable[[Sequence[Sheet]], bytes]


@dataclass
class FlyerTimings:
    """The shortest times in seconds for `flyers` in one document; missing for peers that are not installed.

    `kiosk` and `reportlab` encode the codes and draw; `drawn`, `reportlab_drawn` and `weasyprint`, which
    cannot encode codes, are given them. `proof` is proofreading the kiosk's pages.
    """

    flyers: int
    kiosk: float = 0
    drawn: float = 0
    proof: float = 0
    peers: dict[str, float] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    """The last PDF of each."""

    def to_json(self) -> dict[str, object]:
        """All fields but the PDFs."""
        return {name: value for name, value in asdict(self).items() if name != "pages"}


def measure_flyers(library: Path, settings: Path, flyers: int, rounds: int) -> FlyerTimings:
    """Measure with a library that has `flyers` events for each round and WARM_UP_EVENTS more."""
    context = open_context(load(settings, library), AT)
    subjects, renderers, found = upcoming_events(context), load_peers(), FlyerTimings(flyers)
    for number in range(rounds + 1):
        first = WARM_UP_EVENTS + (number - 1) * flyers
        chosen = subjects[first : first + flyers] if number else subjects[:WARM_UP_EVENTS]
        assert number == 0 or len(chosen) == flyers
        _run_round(context, chosen, renderers, found, counts=number > 0)
    codes = [payload for sheet in _sheets(context, chosen) for payload in sheet.payloads]
    found.proof, _ = _time_call(lambda: proofread(found.pages["kiosk"], codes))
    return found


def load_peers() -> dict[str, Renderer]:
    """The installed peers that render the same pages, by name."""
    renderers: dict[str, Renderer] = {}
    try:
        from tests.bench.flyers import with_reportlab

        renderers["reportlab"] = lambda sheets: with_reportlab.render_flyers(sheets, own_codes=True)
        renderers["reportlab_drawn"] = with_reportlab.render_flyers
    except ImportError:
        pass
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # about an optional library that is missing
            from tests.bench.flyers import with_weasyprint

        renderers["weasyprint"] = with_weasyprint.render_flyers
    except (ImportError, OSError):  # OSError: libraries of the system are missing
        pass
    return renderers


def _run_round(
    context: FlyerContext,
    chosen: Sequence[str],
    renderers: dict[str, Renderer],
    found: FlyerTimings,
    *,
    counts: bool,
) -> None:
    building, sheets = _time_call(lambda: _sheets(context, chosen))
    drawing, found.pages["kiosk"] = _time_call(
        lambda: typeset(build_document(context, _order(chosen), sheets))
    )
    for sheet in sheets:
        assert sheet.code
        dark_runs(sheet.code)  # the codes that are given to peers
    for name, render in renderers.items():
        seconds, found.pages[name] = _time_call(partial(render, sheets))
        if counts:
            found.peers[name] = min(seconds, found.peers.get(name, seconds))
    if counts:
        found.kiosk = min(building + drawing, found.kiosk or building + drawing)
        found.drawn = min(drawing, found.drawn or drawing)


def _order(chosen: Sequence[str]) -> Order:
    return Order(FlyerKind.EVENT, tuple(chosen), ("kk",), Paper.A4, Ink.COLOUR)


def _sheets(context: FlyerContext, chosen: Sequence[str]) -> tuple[Sheet, ...]:
    return build_sheets(context, _order(chosen), 1)


def _time_call(call: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    result = call()
    return time.perf_counter() - start, result
