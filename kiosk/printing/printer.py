"""The printers there are, what may ail one, and which one is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.base.errors import KioskError


class Trouble(StrEnum):
    """Why a printer does not print; each is a sentence, 'printing.trouble.<value>'."""

    OFF = "off"
    PAUSED = "paused"
    PAPER = "paper"
    JAM = "jam"
    DOOR = "door"
    INK = "ink"
    FULL = "full"
    UNKNOWN = "unknown"

    def error(self, printer: str) -> KioskError:
        """That sentence about the printer of this name."""
        return KioskError(f"printing.trouble.{self}", printer=printer)


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer; `usual` is the one that prints when none is named, `trouble` what it said last of itself.

    `alerts` are CUPS's own words for that (RFC 8011, 5.4.12), `reason` is why somebody paused it.
    """

    name: str
    is_default: bool = False
    trouble: Trouble | None = None
    alerts: tuple[str, ...] = ()
    reason: str = ""


def choose_printer(name: str, printers: Sequence[Printer]) -> Printer:
    """The printer of that name, for '' the usual one or the only one.

    KioskError 'printing.none', 'printing.unknown' or, when one has to be named, 'printing.unnamed'.
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
