"""Which program this is."""

import platform

from kiosk import __version__
from kiosk.base.clock import BUILD_DATE
from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import day, said


def check(zone_name: str) -> Check:
    """Its version and day, and the Python below it."""
    facts = {"version": __version__, "built": day(BUILD_DATE, zone_name), "python": platform.python_version()}
    return Check("program", Level.GOOD, said("health.program.version", **facts))
