"""Whether there is a printer that prints."""

from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import lines, said
from kiosk.printing.print_document import printers
from kiosk.printing.printer import Printer, Trouble

DEADLINE = 5.0
"""Seconds the print service has for its answer."""
_HARMLESS = ("none", "paused")


def check(deadline: float = DEADLINE) -> Check:
    """The printers there are and what ails them; a computer without one is no fault."""
    try:
        there = printers(deadline)
    except KioskError as problem:
        if problem.code == "printing.none":
            return _none()
        service = problem.code.removeprefix("printing.")
        return Check(
            "printer",
            Level.ATTENTION,
            said(f"health.printer.{service}"),
            said("health.printer.service_do"),
        )
    if not there:
        return _none()
    found = [_printer(printer) for printer in there]
    value = lines([text for _, text in found])
    if all(ready for ready, _ in found):
        return Check("printer", Level.GOOD, value)
    return Check("printer", Level.ATTENTION, value, said("health.printer.do"))


def _none() -> Check:
    return Check("printer", Level.UNKNOWN, said("health.printer.none"), said("health.printer.none_do"))


def _printer(printer: Printer) -> tuple[bool, Text]:
    """Whether it is ready, and what is to be said of it."""
    name = printer.name
    if printer.trouble is Trouble.PAUSED:
        return False, said("health.printer.disabled", name=name, reason=printer.reason)
    ail = [alert for alert in printer.alerts if alert not in _HARMLESS]
    if printer.trouble or any("warning" in alert for alert in ail):
        return False, said("health.printer.alerts", name=name, alerts=" ".join(ail) or printer.trouble)
    return True, said("health.printer.ready", name=name)
