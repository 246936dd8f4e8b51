"""`kiosk clock`: whether this computer's clock and zone can be right."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `clock` to the command line."""
    parser: ArgumentParser = commands.add_parser(
        "clock", help="say whether this computer's clock can be right"
    )
    options.which_kiosk(parser)
    parser.add_argument(
        "--record", action="store_true", help="raise the time floor to this time, if it can be right"
    )
    options.as_json(parser)
    parser.set_defaults(handler=clock)


def clock(args: Namespace) -> int:
    """Print what is known of the time; a clock that is wrong is no failure of this command."""
    import time

    from kiosk.base import settings
    from kiosk.health.checks import clock as clocks
    from kiosk.health.checks import time_zone as zones
    from kiosk.health.library_facts import showing, zone_of
    from kiosk.library.time_floor import raise_time_floor, read_time_bounds

    folder = args.library or settings.load(args.settings).library
    now = int(time.time())
    kept = args.record and raise_time_floor(folder, now)
    passed, here = read_time_bounds(folder), zone_of(showing(folder))
    at = max(now, passed.floor)
    checks = [clocks.check(passed, now, here), *zones.checks(here, at)]
    if args.json:
        import json

        from kiosk.health.report_text import facts

        system, right = zones.offsets(here, at)
        known = {"passed": passed.floor, "doubted_after": passed.latest, "remembered": kept}
        zone = {"zone": here, "offset": system, "zone_offset": right}
        told = {"now": now, "clock": passed.check_clock(now)} | known | zone
        print(json.dumps(told | {"checks": list(map(facts, checks))}, ensure_ascii=False))
        return 0
    from kiosk.health.multilingual import moment
    from kiosk.health.report_text import lines
    from kiosk.i18n.translator import system_language, translator

    said = translator(system_language())
    for check in checks:
        print("\n".join(lines(check, said.language)))
    print(said.text("health.passed", at=moment(passed.floor, here)[said.language]))
    if args.record:
        print(said.text("health.kept" if kept else "health.not_kept"))
    return 0
