"""Reports the version of the program."""

import platform

from kiosk import __version__
from kiosk.base.clock import BUILD_DATE
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_day, translate


def check(zone_name: str) -> Finding:
    """The version, the build date, and the version of Python."""
    facts = {
        "version": __version__,
        "built": format_day(BUILD_DATE, zone_name),
        "python": platform.python_version(),
    }
    return Finding("program", Level.GOOD, translate("health.program.version", **facts))
