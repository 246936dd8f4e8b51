"""Seconds that flyers of many events take the kiosk and its peers in turn, each time of other events."""

import time
import warnings
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from kiosk.flyers.build_order import upcoming_events
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.make_flyers import build_document, build_sheets
from kiosk.flyers.open_context import open_context
from kiosk.typesetting.order import FlyerKind, Ink, Order, Paper
from kiosk.typesetting.proofread import proofread
from kiosk.typesetting.sheet import Sheet
from kiosk.typesetting.typeset import typeset
from tests.bench.flyers.outline import modules
from tests.bench.flyers.programme import WARM

AT = "2016-04-03T14:20"
Result = TypeVar("Result")
Make = Callable[[Sequence[Sheet]], bytes]


@dataclass
class Seconds:
    """The least that `flyers` took in one document; a peer that is not installed has none.

    `kiosk` and `reportlab` work out their codes and draw, `drawn` and `reportlab_drawn` are given the codes,
    and so is `weasyprint`, which has no part that makes them. `proof` looks at the kiosk's pages.
    """

    flyers: int
    kiosk: float = 0
    drawn: float = 0
    proof: float = 0
    peers: dict[str, float] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    """The last document of each."""

    def told(self) -> dict[str, object]:
        """All but the documents."""
        return {name: value for name, value in asdict(self).items() if name != "pages"}


def measure(library: Path, settings: Path, flyers: int, rounds: int) -> Seconds:
    """What a library with at least `flyers` for each of the `rounds`, and WARM more, is good for."""
    context = open_context(Namespace(library=library, settings=settings, at=AT))
    subjects, makers, found = upcoming_events(context), peers(), Seconds(flyers)
    for number in range(rounds + 1):
        first = WARM + (number - 1) * flyers
        chosen = subjects[first : first + flyers] if number else subjects[:WARM]
        assert number == 0 or len(chosen) == flyers
        _round(context, chosen, makers, found, counts=number > 0)
    codes = [payload for sheet in _sheets(context, chosen) for payload in sheet.payloads]
    found.proof, _ = _timed(lambda: proofread(found.pages["kiosk"], codes))
    return found


def peers() -> dict[str, Make]:
    """What makes the same pages, as far as it is installed."""
    makers: dict[str, Make] = {}
    try:
        from tests.bench.flyers import with_reportlab

        makers["reportlab"] = lambda sheets: with_reportlab.make(sheets, own_codes=True)
        makers["reportlab_drawn"] = with_reportlab.make
    except ImportError:
        pass
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # a library is missing that it can do without
            from tests.bench.flyers import with_weasyprint

        makers["weasyprint"] = with_weasyprint.make
    except (ImportError, OSError):  # OSError: it does not find the system's libraries
        pass
    return makers


def _round(
    context: FlyerContext, chosen: Sequence[str], makers: dict[str, Make], found: Seconds, *, counts: bool
) -> None:
    wrote, told = _timed(lambda: _sheets(context, chosen))
    drew, found.pages["kiosk"] = _timed(lambda: typeset(build_document(context, _order(chosen), told)))
    for sheet in told:
        assert sheet.code
        modules(sheet.code)  # the codes that are given to peers
    for name, make in makers.items():
        seconds, found.pages[name] = _timed(partial(make, told))
        if counts:
            found.peers[name] = min(seconds, found.peers.get(name, seconds))
    if counts:
        found.kiosk = min(wrote + drew, found.kiosk or wrote + drew)
        found.drawn = min(drew, found.drawn or drew)


def _order(chosen: Sequence[str]) -> Order:
    return Order(FlyerKind.EVENT, tuple(chosen), ("kk",), Paper.A4, Ink.COLOUR)


def _sheets(context: FlyerContext, chosen: Sequence[str]) -> tuple[Sheet, ...]:
    return build_sheets(context, _order(chosen), 1)


def _timed(act: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result
