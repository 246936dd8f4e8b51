"""`kiosk clock`: checks whether this computer's clock and time zone can be right."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `clock` to the command line."""
    parser: ArgumentParser = commands.add_parser(
        "clock", help="check whether this computer's clock can be right"
    )
    options.add_library_and_settings(parser)
    parser.add_argument(
        "--record", action="store_true", help="raise the time floor to this time, if it can be right"
    )
    options.add_json(parser)
    parser.set_defaults(handler=clock)


def clock(args: Namespace) -> int:
    """Print the findings and the time floor; a wrong clock is no failure of this command."""
    import time

    from kiosk.health.checks import clock as clock_check
    from kiosk.health.checks import time_zone as time_zone_check
    from kiosk.health.library_facts import open_shown_programme, programme_zone
    from kiosk.library.time_floor import raise_time_floor, read_time_bounds

    folder = options.library_folder(args)
    now = int(time.time())
    args.changes = args.record
    recorded = args.record and raise_time_floor(folder, now)
    bounds, zone_name = read_time_bounds(folder), programme_zone(open_shown_programme(folder))
    at = max(now, bounds.floor)
    findings = [clock_check.check(bounds, now, zone_name), *time_zone_check.check(zone_name, at)]
    if args.json:
        from kiosk.health.report_text import finding_to_json

        system, right = time_zone_check.offsets(zone_name, at)
        known = {"passed": bounds.floor, "doubted_after": bounds.latest, "remembered": recorded}
        zone = {"zone": zone_name, "offset": system, "zone_offset": right}
        facts = {"now": now, "clock": bounds.check_clock(now)} | known | zone
        print_json(facts | {"checks": list(map(finding_to_json, findings))})
        return 0
    from kiosk.health.multilingual import format_time
    from kiosk.health.report_text import finding_lines
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    for finding in findings:
        print_lines(*finding_lines(finding, sentences.language))
    print_lines(sentences.text("health.passed", at=format_time(bounds.floor, zone_name)[sentences.language]))
    if args.record:
        print_lines(sentences.text("health.kept" if recorded else "health.not_kept"))
    return 0
