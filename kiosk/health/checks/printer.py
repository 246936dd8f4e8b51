"""Checks the printers of this computer."""

from collections.abc import Sequence

from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.base.sentence_ids import HealthId
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import join_lines, translate, translate_error
from kiosk.printing.print_document import list_printers
from kiosk.printing.printer import Printer
from kiosk.printing.printer_alerts import Notice, find_notice

DEADLINE = 5.0
"""Seconds the print service has to answer."""
_NOTICES: dict[Notice, HealthId] = {
    Notice.PAPER: "health.printer.notice.paper",
    Notice.INK: "health.printer.notice.ink",
    Notice.TRAY: "health.printer.notice.tray",
    Notice.PART: "health.printer.notice.part",
    Notice.UNKNOWN: "health.printer.notice.unknown",
}


def check(wanted: str = "", deadline: float = DEADLINE) -> Finding:
    """List the printers and their troubles; a computer without a printer is no fault.

    `wanted` is the printer that the settings name, '' for the usual one.
    """
    try:
        available = list_printers(deadline)
    except KioskError as problem:
        if problem.code == "printing.none":
            return _no_printer(wanted)
        is_hanging = problem.code == "printing.hanging"
        value = translate("health.printer.hanging" if is_hanging else "health.printer.stopped")
        return Finding("printer", Level.ATTENTION, value, translate("health.printer.service_do"))
    if wanted and wanted not in (printer.name for printer in available):
        return _missing_printer(wanted, available)
    if not available:
        return _no_printer(wanted)
    described = [_describe_printer(printer) for printer in available]
    value = join_lines([text for _, text in described])
    if all(ready for ready, _ in described):
        return Finding("printer", Level.GOOD, value)
    return Finding("printer", Level.ATTENTION, value, translate("health.printer.do"))


def _no_printer(wanted: str) -> Finding:
    if wanted:
        return _missing_printer(wanted, ())
    return Finding(
        "printer", Level.UNKNOWN, translate("health.printer.none"), translate("health.printer.none_do")
    )


def _missing_printer(wanted: str, available: Sequence[Printer]) -> Finding:
    names = ", ".join(printer.name for printer in available) or "–"
    return Finding(
        "printer",
        Level.ATTENTION,
        translate("health.printer.missing", name=wanted, names=names),
        translate("health.printer.missing_do"),
    )


def _describe_printer(printer: Printer) -> tuple[bool, Text]:
    """Whether the printer needs nothing, and its state in words."""
    if printer.trouble:
        return False, translate_error(printer.trouble.error(printer.name))
    if notice := find_notice(printer.alerts):
        return False, translate(_NOTICES[notice], name=printer.name)
    return True, translate("health.printer.ready", name=printer.name)
