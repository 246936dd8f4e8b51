"""Whether sound can be played."""

import re
from pathlib import Path

from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import said
from kiosk.health.proc_files import told

CARDS = Path("/proc/asound/cards")
_CARD = re.compile(r"^ *\d+ \[.*\]: (.*)$", re.MULTILINE)


def check(cards: Path = CARDS) -> Check:
    """The sound cards the kernel lists; a kiosk can do without."""
    if names := ", ".join(_CARD.findall(told(cards))):
        return Check("speakers", Level.GOOD, said("health.speakers.good", names=names))
    return Check("speakers", Level.UNKNOWN, said("health.speakers.none"), said("health.speakers.none_do"))
