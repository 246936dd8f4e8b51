"""What CUPS's words for the state of a printer mean for whoever stands in front of it."""

import re
from collections.abc import Iterable

from kiosk.printing.printer import Trouble

# printer-state-reasons of RFC 8011 (5.4.12), PWG 5100.9 and CUPS's backends, without their severity: printers
# that have stopped for want of paper call it an error, a warning or a report just as they like
_MEANING = {
    "media-empty": Trouble.PAPER,
    "media-needed": Trouble.PAPER,
    "media-jam": Trouble.JAM,
    "cover-open": Trouble.DOOR,
    "door-open": Trouble.DOOR,
    "interlock-open": Trouble.DOOR,
    "input-tray-missing": Trouble.DOOR,
    "toner-empty": Trouble.INK,
    "marker-supply-empty": Trouble.INK,
    "developer-empty": Trouble.INK,
    "output-area-full": Trouble.FULL,
    "connecting-to-device": Trouble.OFF,
    "offline": Trouble.OFF,
    "shutdown": Trouble.OFF,
    "timed-out": Trouble.OFF,
}
_SEVERITY = re.compile(r"-(error|warning|report)$")
_UNREACHED = re.compile(
    r"unavailable|unreachable|not responding|not connected|Unable to locate|to become available|Connecting to"
)
"""What the backends ipp, socket and usb say while they find no printer."""


def find_trouble(alerts: Iterable[str]) -> Trouble | None:
    """The first thing that keeps a printer from printing; low ink and the like do not."""
    for alert in alerts:
        if meaning := _MEANING.get(_SEVERITY.sub("", alert)):
            return meaning
        if alert.endswith("-error"):
            return Trouble.UNKNOWN
    return None


def is_unreachable(status: str) -> bool:
    """Whether a job's status tells that there is no printer at the other end."""
    return bool(_UNREACHED.search(status))


def are_current(alerts: Iterable[str]) -> bool:
    """Whether these alerts follow the printer, so that none of them can be left over from an earlier job.

    CUPS's backend ipp adds some of its own, and it begins by taking back what no longer is (backend/ipp.c).
    """
    return any(alert.startswith("cups-") for alert in alerts)
