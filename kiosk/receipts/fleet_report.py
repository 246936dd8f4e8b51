"""Formats a fleet as a table with warnings, as JSON, and as rows of a CSV file."""

from collections.abc import Iterator
from datetime import UTC, datetime

from kiosk.base.export.csv_cells import escape_formula
from kiosk.base.sentence_ids import PluralId, ReceiptsId
from kiosk.i18n.translator import Translator
from kiosk.receipts.fleet import Fleet
from kiosk.receipts.receipt import PackSummary, Receipt, Result

COLUMNS: tuple[ReceiptsId, ...] = (
    "receipts.column.corner",
    "receipts.column.kiosk",
    "receipts.column.shows",
    "receipts.column.newer",
    "receipts.column.since",
    "receipts.column.tried",
    "receipts.column.result",
    "receipts.column.clock",
    "receipts.column.free",
    "receipts.column.printer",
    "receipts.column.program",
)
CSV_COLUMNS = (
    *("corner", "kiosk", "publisher", "title", "version", "short_id", "since", "newest", "tried", "result"),
    *("code", "reason", "file", "clock", "system", "floor", "free", "size", "program"),
    *("screen", "language", "printer", "asks"),
)
MAX_TITLE_LENGTH = 30
"""The most characters of a title in the table."""
GB = 1000**3
CLOCK_TOLERANCE = 10 * 60
"""Seconds by which two clocks may differ without a warning."""
_SLOW: tuple[tuple[int, PluralId], ...] = (
    (86400, "receipts.clock.slow.days"),
    (3600, "receipts.clock.slow.hours"),
    (60, "receipts.clock.slow.minutes"),
)
_FAST: tuple[tuple[int, PluralId], ...] = (
    (86400, "receipts.clock.fast.days"),
    (3600, "receipts.clock.fast.hours"),
    (60, "receipts.clock.fast.minutes"),
)
"""The sentences about a clock by their unit in seconds, the longest first."""
_RESULTS: dict[Result, ReceiptsId] = {
    Result.INSTALLED: "receipts.result.installed",
    Result.ALREADY: "receipts.result.already",
    Result.REFUSED: "receipts.result.refused",
    Result.FAILED: "receipts.result.failed",
    Result.CANCELLED: "receipts.result.cancelled",
    Result.ROLLED_BACK: "receipts.result.rolled_back",
    Result.ROLLED_FORWARD: "receipts.result.rolled_forward",
}
_WARNINGS: dict[Result, ReceiptsId | None] = {
    Result.INSTALLED: None,
    Result.ALREADY: None,
    Result.REFUSED: "receipts.last.refused",
    Result.FAILED: "receipts.last.failed",
    Result.CANCELLED: "receipts.last.cancelled",
    Result.ROLLED_BACK: None,
    Result.ROLLED_FORWARD: None,
}
_PRINTER_STATES: dict[str, ReceiptsId] = {
    "ready": "receipts.printer.ready",
    "attention": "receipts.printer.attention",
    "none": "receipts.printer.none",
    "unknown": "receipts.printer.unknown",
}


def report_lines(fleet: Fleet, translator: Translator, now: int) -> Iterator[str]:
    """The table, and a line for each warning; `now` is in UTC seconds."""
    rows = [[translator.text(id) for id in COLUMNS]]
    newest = fleet.newest_versions()
    for receipt in fleet.receipts():
        rows += table_rows(receipt, newest, translator, now)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield from warnings(fleet, translator)


def warnings(fleet: Fleet, translator: Translator) -> Iterator[str]:
    """A sentence for each outdated pack, failed last attempt, request for rights, and inconsistency."""
    for receipt, pack, newest in fleet.outdated_packs():
        named = {"corner": _corner_name(receipt, translator), "kiosk": receipt.kiosk, "title": pack.title}
        yield translator.text("receipts.behind", **named, version=pack.version, newest=newest)
    for receipt in fleet.receipts():
        if warning := _WARNINGS[receipt.result]:
            named = {
                "corner": _corner_name(receipt, translator),
                "kiosk": receipt.kiosk,
                "day": _format_day(receipt.effective),
            }
            file, reason = receipt.file or "–", receipt.reason or "–"
            yield translator.text(warning, **named, file=file, reason=reason)
    for receipt in fleet.receipts():
        if receipt.asks:
            corner = _corner_name(receipt, translator)
            yield translator.text("receipts.asks", corner=corner, kiosk=receipt.kiosk, asks=receipt.asks)
    for inconsistency in fleet.inconsistencies():
        yield translator.error(inconsistency)


def fleet_to_json(fleet: Fleet, translator: Translator, now: int) -> dict[str, object]:
    """All that the newest receipts report, as JSON values."""
    newest = fleet.newest_versions()
    kiosks = [
        receipt.to_fields()
        | {
            "clock": describe_clock(receipt, translator, now),
            "behind": any(_is_outdated(pack, newest) for pack in receipt.shown or ()),
        }
        for receipt in fleet.receipts()
    ]
    return {
        "read": fleet.read,
        "newest": newest,
        "kiosks": kiosks,
        "notes": list(warnings(fleet, translator)),
    }


def csv_rows(fleet: Fleet, translator: Translator, now: int) -> Iterator[tuple[object, ...]]:
    """The column names, then a row for each pack that a kiosk shows, one row for a kiosk without packs."""
    yield CSV_COLUMNS
    newest = fleet.newest_versions()
    for receipt in fleet.receipts():
        for pack in receipt.shown or (None,):
            facts = receipt.to_fields() | {
                "tried": _format_time(receipt.effective),
                "clock": describe_clock(receipt, translator, now),
            }
            facts |= {"system": _format_time(receipt.system), "floor": _format_time(receipt.floor)}
            facts |= dict.fromkeys(("publisher", "title", "version", "short_id", "since", "newest"), "")
            if pack:
                shown = {name: getattr(pack, name) for name in ("publisher", "title", "version", "short_id")}
                facts |= shown | {"since": _format_time(pack.since), "newest": newest[pack.publisher]}
            cells = (facts[name] for name in CSV_COLUMNS)
            yield tuple(escape_formula(cell) if isinstance(cell, str) else cell for cell in cells)


def describe_clock(receipt: Receipt, translator: Translator, now: int) -> str:
    """How far the kiosk's clock was off, judged by its time floor and by `now`."""
    sentences, seconds_off = _SLOW, receipt.floor - receipt.system
    if seconds_off <= CLOCK_TOLERANCE:
        sentences, seconds_off = _FAST, receipt.system - now
    if seconds_off <= CLOCK_TOLERANCE:
        return translator.text("receipts.clock.fine")
    unit, id = next((unit, id) for unit, id in sentences if seconds_off >= 2 * unit)
    return translator.plural(id, seconds_off // unit)


def table_rows(
    receipt: Receipt, newest: dict[str, int], translator: Translator, now: int
) -> Iterator[list[str]]:
    """A row in the order of COLUMNS for each pack that a kiosk shows, one row for a kiosk without packs."""
    columns = [
        _format_day(receipt.effective),
        translator.text(_RESULTS[receipt.result]),
        describe_clock(receipt, translator, now),
        translator.text("receipts.free", n=f"{receipt.free / GB:.1f}"),
        _printer_text(receipt.printer, translator),
        receipt.program,
    ]
    named = [_corner_name(receipt, translator), receipt.kiosk]
    if not receipt.shown:
        sentence_id: ReceiptsId = "receipts.unknown" if receipt.shown is None else "receipts.nothing"
        yield [*named, translator.text(sentence_id), "", "", *columns]
    for pack in receipt.shown or ():
        title = (
            pack.title if len(pack.title) <= MAX_TITLE_LENGTH else f"{pack.title[: MAX_TITLE_LENGTH - 1]}…"
        )
        shows = translator.text("receipts.pack", title=title, version=pack.version, short_id=pack.short_id)
        newer = (
            translator.text("receipts.number", version=newest[pack.publisher])
            if _is_outdated(pack, newest)
            else ""
        )
        yield [*named, shows, newer, _format_day(pack.since), *columns]


def _printer_text(state: str, translator: Translator) -> str:
    id = _PRINTER_STATES.get(state)
    return translator.text(id) if id else state


def _is_outdated(pack: PackSummary, newest: dict[str, int]) -> bool:
    return pack.version < newest[pack.publisher]


def _corner_name(receipt: Receipt, translator: Translator) -> str:
    return receipt.corner or translator.text("receipts.no_corner")


def _format_day(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"


def _format_time(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"
