"""A printer, what may be wrong with it, and the choice among several."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.base.errors import KioskError


class Trouble(StrEnum):
    """Why a printer does not print; its sentence is 'printing.trouble.<value>'."""

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
        return KioskError(f"printing.trouble.{self}", printer=printer)


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer with its last reported `trouble`; one that `is_default` prints when no other is named.

    `alerts` are CUPS's keywords for the trouble (RFC 8011, 5.4.12), `reason` is why somebody paused it.
    """

    name: str
    is_default: bool = False
    trouble: Trouble | None = None
    alerts: tuple[str, ...] = ()
    reason: str = ""


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
