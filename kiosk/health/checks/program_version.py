"""Which program this is."""

import platform

from kiosk import __version__
from kiosk.base.clock import BUILD_DATE
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_day, translate


def check(zone_name: str) -> Finding:
    """Its version and day, and the Python below it."""
    facts = {
        "version": __version__,
        "built": format_day(BUILD_DATE, zone_name),
        "python": platform.python_version(),
    }
    return Finding("program", Level.GOOD, translate("health.program.version", **facts))
