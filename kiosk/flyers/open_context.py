"""A press for one command: what is shown, the settings, and the time."""

from argparse import Namespace

from kiosk.base import settings, time_zones
from kiosk.base.clock import Clock, parse_local_time
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.programme.shown_programme import open_library


def open_context(args: Namespace) -> FlyerContext:
    """What is shown, now or as it would be at the time `--at`; KioskErrors of settings and `open_library`."""
    chosen = settings.load(args.settings, args.library)
    showing = open_library(chosen.library)
    if args.at:
        now = parse_local_time(args.at, time_zones.zone(showing.catalogue.campaign().zone))
    else:
        now = Clock.system(showing.floor).effective()
    return FlyerContext(showing, chosen, now)
