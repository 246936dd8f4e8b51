"""Opens the context of flyers for one command: the shown programme, the settings, and the time."""

from argparse import Namespace

from kiosk.base import settings, time_zones
from kiosk.base.clock import Clock, parse_local_time
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.programme.shown_programme import open_library


def open_context(args: Namespace) -> FlyerContext:
    """The context now, or at the time `--at`; KioskErrors of settings and `open_library`."""
    loaded = settings.load(args.settings, args.library)
    programme = open_library(loaded.library)
    if args.at:
        now = parse_local_time(args.at, time_zones.zone(programme.catalogue.campaign().zone))
    else:
        now = Clock.system(programme.floor).effective()
    return FlyerContext(programme, loaded, now)
