"""Builds a receipt from the state of the library, an attempt, and the caller's receipt context."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from kiosk import __version__
from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.base.display_text import display_line
from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.library.installed_pack import installed_pack
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state_to_read
from kiosk.library.status import LogEntry
from kiosk.library.trust.trusted_roots import read_trusted_roots
from kiosk.packs.pack_file import Pack
from kiosk.receipts.attempt import Attempt
from kiosk.receipts.receipt import (
    MAX_COUNTS,
    MAX_ID_LENGTH,
    MAX_PACKS,
    PACK_TEXT_LENGTHS,
    TEXT_LENGTHS,
    Counts,
    PackSummary,
    Receipt,
)
from kiosk.store.records import Generation, InstalledPack

MIN_COUNT = 5
"""Smaller counts are not reported: they could be about one person."""


def unknown_printer() -> str:
    """The printer's state when it has not been queried."""
    return "unknown"


@dataclass(frozen=True, slots=True)
class ReceiptContext:
    """What only the caller knows; `screen` is 'WxH' in pixels, `printer` is called during `build_receipt`."""

    corner: str = ""
    screen: str = ""
    language: str = ""
    printer: Callable[[], str] = unknown_printer


def build_receipt(
    paths: LibraryPaths,
    attempt: Attempt,
    context: ReceiptContext,
    clock: Clock,
    *,
    kiosk: str,
    number: int,
    since: int,
    counts: Counts,
) -> Receipt:
    """The receipt of an attempt, the `number`th of this `kiosk`; `counts` are since `since` (UTC seconds)."""
    shown, previous, floor = _read_library(paths)
    floor = max(floor, BUILD_DATE)
    disk = shutil.disk_usage(paths.root)
    listed, left_out = _select_counts(counts)
    lines: dict[str, Any] = {
        "corner": context.corner,
        "kiosk": kiosk,
        "file": attempt.file.name if attempt.file else "",
        "code": attempt.code,
        "reason": attempt.reason,
        "program": __version__,
        "screen": context.screen,
        "language": context.language,
        "printer": context.printer() or unknown_printer(),
        "asks": _describe_requests(paths),
    }
    return Receipt(
        **{name: display_line(line, TEXT_LENGTHS[name]) for name, line in lines.items()},
        number=number,
        effective=clock.effective(floor),
        system=max(clock.now(), 0),
        floor=floor,
        pack=_attempted_pack(attempt),
        result=attempt.result,
        shown=shown,
        previous=previous,
        free=disk.free,
        size=disk.total,
        counts=listed,
        counts_since=since,
        counts_left_out=left_out,
    )


def _read_library(
    paths: LibraryPaths,
) -> tuple[tuple[PackSummary, ...] | None, tuple[PackSummary, ...], int]:
    """The shown packs (None: cannot be read), the previous packs, and the time floor."""
    with suppress(KioskError):
        state = open_state_to_read(paths)
        if state is None:
            return (), (), 0
        with state:
            log, shown = state.log_entries(), state.shown_generations()
            shown_packs = tuple(
                _summarise_pack(pack, _shown_since(log, shown[0], pack)) for pack in _listed_packs(shown[:1])
            )
            return shown_packs, tuple(map(_summarise_pack, _listed_packs(shown[1:]))), state.time_floor()
    return None, (), 0


def _describe_requests(paths: LibraryPaths) -> str:
    """What publishers ask for: 'corner-almaty: venues *; rank 0', '' for nothing."""
    with suppress(KioskError):
        requests = [(root.publisher, root.request) for root in read_trusted_roots(paths.root) if root.request]
        return ", ".join(
            f"{id}: "
            + "; ".join(f"{right.kind} {' '.join(right.wanted)}" for right in request.wanted_rights())
            for id, request in requests
        )
    return ""


def _listed_packs(shown: Iterable[Generation]) -> list[InstalledPack]:
    return [pack for generation in shown for pack in generation.packs][:MAX_PACKS]


def _shown_since(log: Sequence[LogEntry], shown: Generation, pack: InstalledPack) -> int:
    """The time since which the pack has been shown without a break, as far as the log goes back."""
    generations: dict[object, dict[str, object]] = {}
    since = 0
    for at, what, detail in log:
        generation, packs = detail.get("generation"), detail.get("packs")
        if what == "installed" and isinstance(packs, dict):
            generations[generation] = packs
        if what in ("installed", "rolled_back", "rolled_forward"):
            is_shown = generations.get(generation, {}).get(pack.publisher) == pack.version
            since = (since or at) if is_shown else 0
    return since or shown.installed_at


def _attempted_pack(attempt: Attempt) -> PackSummary | None:
    if attempt.pack:
        return _summarise_pack(attempt.pack)
    with suppress(KioskError, OSError):
        if attempt.file:
            with Pack(attempt.file) as pack:
                return _summarise_pack(installed_pack(pack.unverified_contents()))
    return None


def _summarise_pack(pack: InstalledPack, since: int = 0) -> PackSummary:
    lines = {"publisher": pack.publisher, "title": _pick_title(pack.title), "short_id": pack.short_id}
    cut = {name: display_line(line, PACK_TEXT_LENGTHS[name]) for name, line in lines.items()}
    return PackSummary(**cut, version=pack.version, since=since)


def _pick_title(title: Text) -> str:
    return next((title[code] for code in ("en", "ru", "kk") if code in title), next(iter(title.values()), ""))


def _select_counts(counts: Counts) -> tuple[Counts, int]:
    """The MAX_COUNTS highest counts, small ones as None, and how many counts are left out."""
    all_counts = [
        (kind, id, None if count is None or count < MIN_COUNT else count)
        for kind, of_kind in counts.items()
        for id, count in of_kind.items()
    ]
    all_counts.sort(key=lambda one: (-(one[2] or 0), one[:2]))
    selected: dict[str, dict[str, int | None]] = {}
    for kind, id, count in all_counts[:MAX_COUNTS]:
        selected.setdefault(display_line(kind, MAX_ID_LENGTH), {})[display_line(id, MAX_ID_LENGTH)] = count
    return selected, len(all_counts[MAX_COUNTS:])
