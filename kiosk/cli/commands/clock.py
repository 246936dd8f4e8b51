"""`kiosk clock`: checks whether this computer's clock and time zone can be right, and confirms the date."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from kiosk.base.clock import ClockReading


def register(commands: Any) -> None:
    """Add `clock` to the command line."""
    parser: ArgumentParser = commands.add_parser(
        "clock", help="check whether this computer's clock can be right"
    )
    options.add_library_and_settings(parser)
    changes = parser.add_mutually_exclusive_group()
    changes.add_argument(
        "--record", action="store_true", help="raise the time floor to this time, if it can be right"
    )
    changes.add_argument(
        "--today", metavar="DATE", help="confirm that today is DATE (2027-05-12); the time floor follows"
    )
    options.add_json(parser)
    parser.set_defaults(handler=clock)


def clock(args: Namespace) -> int:
    """Print the findings and the time floor; a wrong clock is no failure of this command."""
    from kiosk.base.clock import Clock
    from kiosk.health.checks import clock as clock_check
    from kiosk.health.checks import time_zone as time_zone_check
    from kiosk.health.library_facts import open_shown_programme, programme_zone
    from kiosk.library.time_floor import read_time_floor, record_time

    folder = options.library_folder(args)
    args.changes = args.record or args.today is not None
    zone_name = programme_zone(open_shown_programme(folder))
    if args.today is not None:
        _confirm_day(folder, args.today, zone_name)
    before = record_time(folder, Clock.system()) if args.record else None
    reading = Clock.system().read(read_time_floor(folder))
    remembered = before is not None and _is_remembered(before, reading.floor)
    findings = [clock_check.check(reading, zone_name), *time_zone_check.check(zone_name, reading.effective)]
    if args.json:
        from kiosk.health.report_text import finding_to_json

        system, right = time_zone_check.offsets(zone_name, reading.effective)
        known = {"passed": reading.floor, "doubted_after": reading.latest, "remembered": remembered}
        zone = {"zone": zone_name, "offset": system, "zone_offset": right}
        facts = {"now": reading.now, "clock": reading.status} | known | zone
        print_json(facts | {"checks": list(map(finding_to_json, findings))})
        return 0
    from kiosk.health.multilingual import format_time
    from kiosk.health.report_text import finding_lines
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    for finding in findings:
        print_lines(*finding_lines(finding, sentences.language))
    print_lines(sentences.text("health.passed", at=format_time(reading.floor, zone_name)[sentences.language]))
    if before:
        if remembered:
            print_lines(sentences.text("health.kept"))
        elif reading.floor > before.floor:
            print_lines(sentences.text("health.kept_partly"))
        else:
            print_lines(sentences.text("health.not_kept"))
    if args.today is not None:
        print_lines(sentences.text("health.day_confirmed", day=args.today))
    return 0


def _is_remembered(before: "ClockReading", floor: int) -> bool:
    """Whether a recorded reading has raised the time floor to the time that the clock showed."""
    from kiosk.base.clock import ClockStatus

    return before.status is ClockStatus.PLAUSIBLE and floor >= before.now


def _confirm_day(folder: Path, written: str, zone_name: str) -> None:
    """Make the start of that day the time floor; KioskError 'clock.day' for what cannot be today."""
    import time
    from datetime import date

    from kiosk.base.clock import BUILD_DATE
    from kiosk.base.errors import KioskError
    from kiosk.base.time_zones import local_date, start_of_day
    from kiosk.library.time_floor import confirm_day

    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = date.min
    built = local_date(BUILD_DATE, zone_name)
    if day < built or day.isoformat() != written:
        raise KioskError("clock.day", day=written, built=built)
    confirm_day(folder, start_of_day(day, zone_name), int(time.time()))
