"""Translates CUPS's keywords for the state of a printer into a Trouble."""

import re
from collections.abc import Iterable
from enum import StrEnum

from kiosk.printing.printer import Trouble

# printer-state-reasons of RFC 8011 (5.4.12), PWG 5100.9 and CUPS's backends, without their severity: for a
# printer that is out of paper it may be an error, a warning or a report
_TROUBLES = {
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
_UNREACHABLE = re.compile(
    r"unavailable|unreachable|not responding|not connected|Unable to locate|to become available|Connecting to"
)
"""What the backends ipp, socket and usb report while they cannot reach the printer."""


class Notice(StrEnum):
    """What a printer that prints should have soon."""

    PAPER = "paper"
    INK = "ink"
    TRAY = "tray"
    PART = "part"
    UNKNOWN = "unknown"


_NOTICES = {
    "media-low": Notice.PAPER,
    "toner-low": Notice.INK,
    "marker-supply-low": Notice.INK,
    "developer-low": Notice.INK,
    "output-area-almost-full": Notice.TRAY,
    "fuser-life-almost-over": Notice.PART,
    "marker-waste-almost-full": Notice.PART,
    "marker-waste-full": Notice.PART,
    "opc-near-eol": Notice.PART,
    "opc-life-over": Notice.PART,
}


def find_notice(alerts: Iterable[str]) -> Notice | None:
    """The first alert that is more than a report; a warning that nobody here knows is UNKNOWN."""
    for alert in alerts:
        if alert.endswith("-report"):
            continue
        if notice := _NOTICES.get(_SEVERITY.sub("", alert)):
            return notice
        if alert.endswith("-warning"):
            return Notice.UNKNOWN
    return None


def find_trouble(alerts: Iterable[str]) -> Trouble | None:
    """The first alert that keeps a printer from printing; low ink and the like do not."""
    for alert in alerts:
        if trouble := _TROUBLES.get(_SEVERITY.sub("", alert)):
            return trouble
        if alert.endswith("-error"):
            return Trouble.UNKNOWN
    return None


def is_unreachable(status: str) -> bool:
    """Whether a job's status says that the printer cannot be reached."""
    return bool(_UNREACHABLE.search(status))


def are_current(alerts: Iterable[str]) -> bool:
    """Whether these alerts are kept up to date, so that none is left over from an earlier job.

    CUPS's backend ipp adds some of its own, and first removes those that no longer apply (backend/ipp.c).
    """
    return any(alert.startswith("cups-") for alert in alerts)
