"""`kiosk clock`: whether this computer's clock and zone can be right."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `clock` to the command line."""
    parser: ArgumentParser = commands.add_parser(
        "clock", help="say whether this computer's clock can be right"
    )
    options.add_library_and_settings(parser)
    parser.add_argument(
        "--record", action="store_true", help="raise the time floor to this time, if it can be right"
    )
    options.add_json(parser)
    parser.set_defaults(handler=clock)


def clock(args: Namespace) -> int:
    """Print what is known of the time; a clock that is wrong is no failure of this command."""
    import time

    from kiosk.base import settings
    from kiosk.health.checks import clock as clocks
    from kiosk.health.checks import time_zone as zones
    from kiosk.health.library_facts import open_shown_programme, programme_zone
    from kiosk.library.time_floor import raise_time_floor, read_time_bounds

    folder = args.library or settings.load(args.settings).library
    now = int(time.time())
    kept = args.record and raise_time_floor(folder, now)
    passed, here = read_time_bounds(folder), programme_zone(open_shown_programme(folder))
    at = max(now, passed.floor)
    checks = [clocks.check(passed, now, here), *zones.check(here, at)]
    if args.json:
        import json

        from kiosk.health.report_text import finding_to_json

        system, right = zones.offsets(here, at)
        known = {"passed": passed.floor, "doubted_after": passed.latest, "remembered": kept}
        zone = {"zone": here, "offset": system, "zone_offset": right}
        told = {"now": now, "clock": passed.check_clock(now)} | known | zone
        print(json.dumps(told | {"checks": list(map(finding_to_json, checks))}, ensure_ascii=False))
        return 0
    from kiosk.health.multilingual import format_time
    from kiosk.health.report_text import finding_lines
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    for finding in checks:
        print("\n".join(finding_lines(finding, sentences.language)))
    print(sentences.text("health.passed", at=format_time(passed.floor, here)[sentences.language]))
    if args.record:
        print(sentences.text("health.kept" if kept else "health.not_kept"))
    return 0
