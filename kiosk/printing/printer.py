"""A printer, what may be wrong with it, and the choice among several."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import SentenceId


class Trouble(StrEnum):
    """Why a printer does not print."""

    OFF = "off"
    PAUSED = "paused"
    PAPER = "paper"
    JAM = "jam"
    DOOR = "door"
    INK = "ink"
    FULL = "full"
    UNKNOWN = "unknown"

    def error(self, printer: str) -> KioskError:
        """The error about the printer with this name."""
        return KioskError(_SENTENCES[self], printer=printer)


_SENTENCES: dict[Trouble, SentenceId] = {
    Trouble.OFF: "printing.trouble.off",
    Trouble.PAUSED: "printing.trouble.paused",
    Trouble.PAPER: "printing.trouble.paper",
    Trouble.JAM: "printing.trouble.jam",
    Trouble.DOOR: "printing.trouble.door",
    Trouble.INK: "printing.trouble.ink",
    Trouble.FULL: "printing.trouble.full",
    Trouble.UNKNOWN: "printing.trouble.unknown",
}


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer with its last reported `trouble`; one that `is_default` prints when no other is named.

    `alerts` are CUPS's keywords for the trouble (RFC 8011, 5.4.12).
    """

    name: str
    is_default: bool = False
    trouble: Trouble | None = None
    alerts: tuple[str, ...] = ()


def choose_printer(name: str, printers: Sequence[Printer]) -> Printer:
    """The printer with this name, for '' the default or the only one.

    KioskError 'printing.none', 'printing.unknown' or, when a name is needed, 'printing.unnamed'.
    """
    if not printers:
        raise KioskError("printing.none")
    names = ", ".join(printer.name for printer in printers)
    for printer in printers:
        if printer.name == name or (not name and (printer.is_default or len(printers) == 1)):
            return printer
    if name:
        raise KioskError("printing.unknown", name=name, names=names)
    raise KioskError("printing.unnamed", names=names)
