"""Whether there is a printer that prints, as CUPS knows it (https://www.cups.org/doc/man-lpstat.html)."""

import os
import re
import subprocess
from collections.abc import Sequence

from kiosk.health.check import Check, Level
from kiosk.health.texts import lines, said
from kiosk.model import Text

ASK = ("lpstat", "-l", "-p")
DEADLINE = 5.0
"""Seconds CUPS has for its answer."""
_PRINTER = re.compile(r"^printer (\S+) (disabled)?.*\n((?:\t.*\n?)*)", re.MULTILINE)
_ALERTS = re.compile(r"^\tAlerts: (.*)$", re.MULTILINE)
_HARMLESS = ("", "none", "paused")


def check(ask: Sequence[str] = ASK, deadline: float = DEADLINE) -> Check:
    """The printers there are and what ails them; a computer without one is no fault."""
    try:
        found = subprocess.run(
            ask,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=deadline,
            env=os.environ | {"LC_ALL": "C"},
        )
    except FileNotFoundError:
        return Check("printer", Level.UNKNOWN, said("health.printer.none"), said("health.printer.none_do"))
    except subprocess.TimeoutExpired:
        return Check(
            "printer", Level.ATTENTION, said("health.printer.hanging"), said("health.printer.service_do")
        )
    if "not running" in found.stderr:
        return Check(
            "printer", Level.ATTENTION, said("health.printer.stopped"), said("health.printer.service_do")
        )
    printers = [_printer(*match.groups()) for match in _PRINTER.finditer(found.stdout)]
    if not printers:
        return Check("printer", Level.UNKNOWN, said("health.printer.none"), said("health.printer.none_do"))
    value = lines([text for _, text in printers])
    if all(ready for ready, _ in printers):
        return Check("printer", Level.GOOD, value)
    return Check("printer", Level.ATTENTION, value, said("health.printer.do"))


def _printer(name: str, disabled: str | None, about: str) -> tuple[bool, Text]:
    """Whether it is ready, and what is to be said of it."""
    if disabled:
        reason = about.partition("\n")[0].strip()
        return False, said("health.printer.disabled", name=name, reason=reason)
    alerts = _ALERTS.search(about)
    ail = [alert for alert in (alerts[1].split() if alerts else []) if alert not in _HARMLESS]
    if any("error" in alert or "warning" in alert for alert in ail):
        return False, said("health.printer.alerts", name=name, alerts=" ".join(ail))
    return True, said("health.printer.ready", name=name)
