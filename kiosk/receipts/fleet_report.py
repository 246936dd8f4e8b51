"""Formats a fleet as a table with warnings, as JSON, and as rows of a CSV file."""

from collections.abc import Iterator
from datetime import UTC, datetime

from kiosk.base.csv_cells import escape_formula
from kiosk.i18n.translator import Translator
from kiosk.receipts.fleet import Fleet
from kiosk.receipts.receipt import PackSummary, Receipt, Result

COLUMNS = (
    "corner",
    "kiosk",
    "shows",
    "newer",
    "since",
    "tried",
    "result",
    "clock",
    "free",
    "printer",
    "program",
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
_UNITS = (("days", 86400), ("hours", 3600), ("minutes", 60))
_SUCCESSES = (Result.INSTALLED, Result.ALREADY, Result.ROLLED_BACK, Result.ROLLED_FORWARD)
_PRINTER_STATES = ("ready", "attention", "none", "unknown")


def report_lines(fleet: Fleet, translator: Translator, now: int) -> Iterator[str]:
    """The table, and a line for each warning; `now` is in UTC seconds."""
    rows = [[translator.text(f"receipts.column.{name}") for name in COLUMNS]]
    newest = fleet.newest_versions()
    for receipt in fleet.receipts():
        rows += _table_rows(receipt, newest, translator, now)
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
        if receipt.result not in _SUCCESSES:
            named = {
                "corner": _corner_name(receipt, translator),
                "kiosk": receipt.kiosk,
                "day": _format_day(receipt.effective),
            }
            file, reason = receipt.file or "–", receipt.reason or "–"
            yield translator.text(f"receipts.last.{receipt.result}", **named, file=file, reason=reason)
    for receipt in fleet.receipts():
        if receipt.asks:
            corner = _corner_name(receipt, translator)
            yield translator.text("receipts.asks", corner=corner, kiosk=receipt.kiosk, asks=receipt.asks)
    for inconsistency in fleet.inconsistencies():
        yield translator.text(inconsistency.code, **inconsistency.detail)


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
    direction, seconds_off = "slow", receipt.floor - receipt.system
    if seconds_off <= CLOCK_TOLERANCE:
        direction, seconds_off = "fast", receipt.system - now
    if seconds_off <= CLOCK_TOLERANCE:
        return translator.text("receipts.clock.fine")
    unit, seconds = next((unit, seconds) for unit, seconds in _UNITS if seconds_off >= 2 * seconds)
    return translator.plural(f"receipts.clock.{direction}.{unit}", seconds_off // seconds)


def _table_rows(
    receipt: Receipt, newest: dict[str, int], translator: Translator, now: int
) -> Iterator[list[str]]:
    columns = [
        _format_day(receipt.effective),
        translator.text(f"receipts.result.{receipt.result}"),
        describe_clock(receipt, translator, now),
        translator.text("receipts.free", n=f"{receipt.free / GB:.1f}"),
        _printer_text(receipt.printer, translator),
        receipt.program,
    ]
    named = [_corner_name(receipt, translator), receipt.kiosk]
    if not receipt.shown:
        sentence_id = "receipts.unknown" if receipt.shown is None else "receipts.nothing"
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
    return translator.text(f"receipts.printer.{state}") if state in _PRINTER_STATES else state


def _is_outdated(pack: PackSummary, newest: dict[str, int]) -> bool:
    return pack.version < newest[pack.publisher]


def _corner_name(receipt: Receipt, translator: Translator) -> str:
    return receipt.corner or translator.text("receipts.no_corner")


def _format_day(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"


def _format_time(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"
