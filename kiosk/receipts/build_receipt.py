"""Puts a receipt together from the library, and from what only the caller can know."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from kiosk import __version__
from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.base.text import sanitise_line
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.library.status import LogEntry
from kiosk.packs.pack_file import Pack
from kiosk.receipts.attempt import Tried
from kiosk.receipts.receipt import COUNTED, ID_LENGTH, LINES, PACK_LINES, PACKS, Counts, Noted, Receipt
from kiosk.store.records import Generation, InstalledPack

FEWEST = 5
"""Smaller counts are not told: they could be one person."""


def unasked() -> str:
    """The state of a printer that nobody has asked."""
    return "unknown"


@dataclass(frozen=True, slots=True)
class ReceiptContext:
    """What the library does not know; `screen` is 'WxH' in pixels, `printer` is asked when its turn comes."""

    corner: str = ""
    screen: str = ""
    language: str = ""
    printer: Callable[[], str] = unasked


def compose(
    places: LibraryPaths,
    tried: Tried,
    around: ReceiptContext,
    clock: Clock,
    *,
    kiosk: str,
    number: int,
    since: int,
    counts: Counts,
) -> Receipt:
    """The receipt of a try, the `number`th of this `kiosk` and the first after `since` (UTC seconds)."""
    shown, previous, floor = _standing(places)
    floor = max(floor, BUILD_DATE)
    disk = shutil.disk_usage(places.root)
    listed, left_out = _told(counts)
    lines: dict[str, Any] = {
        "corner": around.corner,
        "kiosk": kiosk,
        "file": tried.file.name if tried.file else "",
        "code": tried.code,
        "reason": tried.reason,
        "program": __version__,
        "screen": around.screen,
        "language": around.language,
        "printer": around.printer() or unasked(),
    }
    return Receipt(
        **{name: sanitise_line(line, LINES[name]) for name, line in lines.items()},
        number=number,
        effective=clock.effective(floor),
        system=max(clock.now(), 0),
        floor=floor,
        pack=_tried(tried),
        result=tried.result,
        shown=shown,
        previous=previous,
        free=disk.free,
        size=disk.total,
        counts=listed,
        counts_since=since,
        counts_left_out=left_out,
    )


def _standing(places: LibraryPaths) -> tuple[tuple[Noted, ...] | None, tuple[Noted, ...], int]:
    """What is shown (None: cannot be read), what was before, and the latest time known to have passed."""
    with suppress(KioskError):
        state = open_state(places)
        if state is None:
            return (), (), 0
        with state:
            log, shown = state.log_entries(), state.shown_generations()
            noted = tuple(_noted(pack, _since(log, shown[0], pack)) for pack in _packs(shown[:1]))
            return noted, tuple(map(_noted, _packs(shown[1:]))), state.time_floor()
    return None, (), 0


def _packs(shown: Iterable[Generation]) -> list[InstalledPack]:
    return [pack for generation in shown for pack in generation.packs][:PACKS]


def _since(log: Sequence[LogEntry], shown: Generation, pack: InstalledPack) -> int:
    """Since when the pack is shown without a break, as far as the log goes back."""
    generations: dict[object, dict[str, object]] = {}
    since = 0
    for at, what, detail in log:
        generation, packs = detail.get("generation"), detail.get("packs")
        if what == "installed" and isinstance(packs, dict):
            generations[generation] = packs
        if what in ("installed", "rolled_back"):
            there = generations.get(generation, {}).get(pack.publisher) == pack.version
            since = (since or at) if there else 0
    return since or shown.installed_at


def _tried(tried: Tried) -> Noted | None:
    if tried.pack:
        return _noted(tried.pack)
    with suppress(KioskError, OSError):
        if tried.file:
            with Pack(tried.file) as pack:
                return _noted(installed_pack(pack.unverified_contents()))
    return None


def _noted(pack: InstalledPack, since: int = 0) -> Noted:
    lines = {"publisher": pack.publisher, "title": _title(pack.title), "short_id": pack.short_id}
    cut = {name: sanitise_line(line, PACK_LINES[name]) for name, line in lines.items()}
    return Noted(**cut, version=pack.version, since=since)


def _title(title: Text) -> str:
    return next((title[code] for code in ("en", "ru", "kk") if code in title), next(iter(title.values()), ""))


def _told(counts: Counts) -> tuple[Counts, int]:
    """The highest counts, without small ones' numbers, and how many are left out."""
    every = [
        (kind, id, None if count is None or count < FEWEST else count)
        for kind, of_kind in counts.items()
        for id, count in of_kind.items()
    ]
    every.sort(key=lambda one: (-(one[2] or 0), one[:2]))
    told: dict[str, dict[str, int | None]] = {}
    for kind, id, count in every[:COUNTED]:
        told.setdefault(sanitise_line(kind, ID_LENGTH), {})[sanitise_line(id, ID_LENGTH)] = count
    return told, len(every[COUNTED:])
