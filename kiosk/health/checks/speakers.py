"""Checks for sound cards."""

import re
from pathlib import Path

from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import translate
from kiosk.health.proc_files import read_proc_file

CARDS = Path("/proc/asound/cards")
_CARD = re.compile(r"^ *\d+ \[.*\]: (.*)$", re.MULTILINE)


def check(cards: Path = CARDS) -> Finding:
    """List the sound cards that the kernel knows; a kiosk works without one."""
    if names := ", ".join(_CARD.findall(read_proc_file(cards))):
        return Finding("speakers", Level.GOOD, translate("health.speakers.good", names=names))
    return Finding(
        "speakers", Level.UNKNOWN, translate("health.speakers.none"), translate("health.speakers.none_do")
    )
