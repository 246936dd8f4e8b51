"""Checks the printers of this computer."""

from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import join_lines, translate
from kiosk.printing.print_document import list_printers
from kiosk.printing.printer import Printer, Trouble

DEADLINE = 5.0
"""Seconds the print service has to answer."""
_IGNORED_ALERTS = ("none", "paused")


def check(deadline: float = DEADLINE) -> Finding:
    """List the printers and their troubles; a computer without a printer is no fault."""
    try:
        available = list_printers(deadline)
    except KioskError as problem:
        if problem.code == "printing.none":
            return _no_printer()
        is_hanging = problem.code == "printing.hanging"
        value = translate("health.printer.hanging" if is_hanging else "health.printer.stopped")
        return Finding("printer", Level.ATTENTION, value, translate("health.printer.service_do"))
    if not available:
        return _no_printer()
    described = [_describe_printer(printer) for printer in available]
    value = join_lines([text for _, text in described])
    if all(ready for ready, _ in described):
        return Finding("printer", Level.GOOD, value)
    return Finding("printer", Level.ATTENTION, value, translate("health.printer.do"))


def _no_printer() -> Finding:
    return Finding(
        "printer", Level.UNKNOWN, translate("health.printer.none"), translate("health.printer.none_do")
    )


def _describe_printer(printer: Printer) -> tuple[bool, Text]:
    """Whether the printer is ready, and its state in words."""
    name = printer.name
    if printer.trouble is Trouble.PAUSED:
        return False, translate("health.printer.disabled", name=name, reason=printer.reason)
    alerts = [alert for alert in printer.alerts if alert not in _IGNORED_ALERTS]
    if printer.trouble or any("warning" in alert for alert in alerts):
        return False, translate(
            "health.printer.alerts", name=name, alerts=" ".join(alerts) or printer.trouble
        )
    return True, translate("health.printer.ready", name=name)
