"""What many receipts say, as a table and sentences for people, as JSON, and as rows for a spreadsheet."""

from collections.abc import Iterator
from datetime import UTC, datetime

from kiosk.i18n.translator import Translator
from kiosk.receipts.fleet import Fleet
from kiosk.receipts.receipt import Noted, Receipt, Result

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
CSV = (
    *("corner", "kiosk", "publisher", "title", "version", "short_id", "since", "newest", "tried", "result"),
    *("code", "reason", "file", "clock", "system", "floor", "free", "size", "program"),
    *("screen", "language", "printer"),
)
TITLE = 30
"""How many characters of a title the table shows."""
GB = 1000**3
FAIR = 10 * 60
"""Seconds by which two clocks may differ."""
_UNITS = (("days", 86400), ("hours", 3600), ("minutes", 60))
_WELL = (Result.INSTALLED, Result.ALREADY, Result.ROLLED_BACK)
_PRINTERS = ("ready", "attention", "none", "unknown")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines(fleet: Fleet, said: Translator, now: int) -> Iterator[str]:
    """The table, and a line for all that should be looked into; `now` is in UTC seconds."""
    rows = [[said.text(f"receipts.column.{name}") for name in COLUMNS]]
    newest = fleet.versions()
    for receipt in fleet.receipts():
        rows += _rows(receipt, newest, said, now)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield from notes(fleet, said)


def notes(fleet: Fleet, said: Translator) -> Iterator[str]:
    """A sentence for each kiosk that is behind or whose last try failed, and for all that is odd."""
    for receipt, pack, newest in fleet.behind():
        named = {"corner": _corner(receipt, said), "kiosk": receipt.kiosk, "title": pack.title}
        yield said.text("receipts.behind", **named, version=pack.version, newest=newest)
    for receipt in fleet.receipts():
        if receipt.result not in _WELL:
            named = {"corner": _corner(receipt, said), "kiosk": receipt.kiosk, "day": _day(receipt.effective)}
            file, reason = receipt.file or "–", receipt.reason or "–"
            yield said.text(f"receipts.last.{receipt.result}", **named, file=file, reason=reason)
    for oddity in fleet.oddities():
        yield said.text(oddity.code, **oddity.detail)


def described(fleet: Fleet, said: Translator, now: int) -> dict[str, object]:
    """Everything as plain values."""
    newest = fleet.versions()
    kiosks = [
        receipt.to_fields()
        | {
            "clock": clock(receipt, said, now),
            "behind": any(_newer(pack, newest) for pack in receipt.shown or ()),
        }
        for receipt in fleet.receipts()
    ]
    return {"read": fleet.read, "newest": newest, "kiosks": kiosks, "notes": list(notes(fleet, said))}


def spreadsheet(fleet: Fleet, said: Translator, now: int) -> Iterator[tuple[object, ...]]:
    """A row for each pack that a kiosk shows, one for a kiosk without; the first row names the columns."""
    yield CSV
    newest = fleet.versions()
    for receipt in fleet.receipts():
        for pack in receipt.shown or (None,):
            facts = receipt.to_fields() | {
                "tried": _time(receipt.effective),
                "clock": clock(receipt, said, now),
            }
            facts |= {"system": _time(receipt.system), "floor": _time(receipt.floor)}
            facts |= dict.fromkeys(("publisher", "title", "version", "short_id", "since", "newest"), "")
            if pack:
                shown = {name: getattr(pack, name) for name in ("publisher", "title", "version", "short_id")}
                facts |= shown | {"since": _time(pack.since), "newest": newest[pack.publisher]}
            yield tuple(_cell(facts[name]) for name in CSV)


def clock(receipt: Receipt, said: Translator, now: int) -> str:
    """How far the kiosk's clock was off, as far as that can be seen from what it knew and from `now`."""
    way, off = "slow", receipt.floor - receipt.system
    if off <= FAIR:
        way, off = "fast", receipt.system - now
    if off <= FAIR:
        return said.text("receipts.clock.fine")
    unit, seconds = next((unit, seconds) for unit, seconds in _UNITS if off >= 2 * seconds)
    return said.plural(f"receipts.clock.{way}.{unit}", off // seconds)


def _rows(receipt: Receipt, newest: dict[str, int], said: Translator, now: int) -> Iterator[list[str]]:
    about = [
        _day(receipt.effective),
        said.text(f"receipts.result.{receipt.result}"),
        clock(receipt, said, now),
        said.text("receipts.free", n=f"{receipt.free / GB:.1f}"),
        _printer(receipt.printer, said),
        receipt.program,
    ]
    named = [_corner(receipt, said), receipt.kiosk]
    if not receipt.shown:
        said_of = "receipts.unknown" if receipt.shown is None else "receipts.nothing"
        yield [*named, said.text(said_of), "", "", *about]
    for pack in receipt.shown or ():
        title = pack.title if len(pack.title) <= TITLE else f"{pack.title[: TITLE - 1]}…"
        shows = said.text("receipts.pack", title=title, version=pack.version, short_id=pack.short_id)
        newer = said.text("receipts.number", version=newest[pack.publisher]) if _newer(pack, newest) else ""
        yield [*named, shows, newer, _day(pack.since), *about]


def _printer(state: str, said: Translator) -> str:
    return said.text(f"receipts.printer.{state}") if state in _PRINTERS else state


def _newer(pack: Noted, newest: dict[str, int]) -> bool:
    return pack.version < newest[pack.publisher]


def _corner(receipt: Receipt, said: Translator) -> str:
    return receipt.corner or said.text("receipts.no_corner")


def _day(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"


def _time(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _cell(value: object) -> object:
    """A value that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
