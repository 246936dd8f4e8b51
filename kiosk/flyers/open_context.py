"""Opens the context of flyers for one command: the shown programme, the settings, and the time."""

from kiosk.base import time_zones
from kiosk.base.clock import Clock, parse_local_time
from kiosk.base.settings import Settings
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.programme.shown_programme import open_library


def open_context(settings: Settings, at: str | None) -> FlyerContext:
    """The context now, or at the local time `at`; KioskErrors of `parse_local_time` and `open_library`."""
    programme = open_library(settings.library)
    if at:
        now = parse_local_time(at, time_zones.zone(programme.catalogue.campaign().zone))
    else:
        now = Clock.system(programme.floor).effective()
    return FlyerContext(programme, settings, now)
