"""`kiosk visits`: prints or exports the statistics of visits, and adds counts."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from datetime import date

    from kiosk.base.model import Text
    from kiosk.programme.combined_catalogue import CombinedCatalogue
    from kiosk.visits.statistics import Statistics

DEFAULT_DAYS = 30


def register(commands: Any) -> None:
    """Add `visits`, `visits add` and `visits export` to the command line."""
    parser: ArgumentParser = commands.add_parser("visits", help="print how often the kiosk was used")
    _add_common_options(parser, None)
    parser.set_defaults(handler=show)
    verbs = parser.add_subparsers(metavar="VERB", help="add counts, or export them")
    adding: ArgumentParser = verbs.add_parser(
        "add", help="add the counts on standard input; the screen uses it"
    )
    _add_common_options(adding, SUPPRESS)
    adding.set_defaults(handler=add, changes=True)
    saving: ArgumentParser = verbs.add_parser(
        "export", help="write the counts to a file for a spreadsheet program"
    )
    saving.add_argument(
        "folder", type=options.path_argument, metavar="DIR", help="where the file goes, such as a stick"
    )
    saving.add_argument("--format", choices=("csv", "xlsx"), default="csv", help="the file format (csv)")
    saving.add_argument(
        "--language", choices=("kk", "ru", "en"), help="the language of the headings (the system's)"
    )
    _add_common_options(saving, SUPPRESS)
    saving.set_defaults(handler=export, changes=True)


def _add_common_options(parser: ArgumentParser, absent: str | None) -> None:
    """Add the options that may stand before or after the verb; those after the verb count."""
    parser.add_argument(
        "--from",
        dest="first",
        default=absent,
        metavar="DATE",
        help=f"the first day ({DEFAULT_DAYS} days in all)",
    )
    parser.add_argument("--to", dest="last", default=absent, metavar="DATE", help="the last day (today)")
    options.add_library_and_settings(parser, absent=absent)
    options.add_json(parser, absent=absent)


def show(args: Namespace) -> int:
    """Print the statistics; none at all are no failure."""
    from kiosk.i18n.translator import system_language
    from kiosk.visits.report import report_lines, statistics_to_json

    statistics, titles = _read_statistics(args)
    if args.json:
        print_json(statistics_to_json(statistics, titles))
    else:
        print_lines(*report_lines(statistics, titles, system_language()))
    return 0


def add(args: Namespace) -> int:
    """Add the counts on standard input: a JSON list of [day, what, which, number]."""
    import json
    import sys

    from kiosk.base.errors import KioskError
    from kiosk.cli.terminal import wait_for_typing
    from kiosk.library.library_paths import LibraryPaths
    from kiosk.store import visit_counts
    from kiosk.visits.tally import Metric

    library = options.library_folder(args)
    wait_for_typing()
    try:
        counts = {
            visit_counts.CountKey(str(day), Metric(what), str(which)): int(number)
            for day, what, which, number in json.load(sys.stdin)
        }
    except (AttributeError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise KioskError("visits.not_counts") from error
    visit_counts.add_counts(LibraryPaths(library.absolute()).visits, counts)
    if args.json:
        print_json({"added": sum(counts.values())})
    return 0


def export(args: Namespace) -> int:
    """Write the file, and print its path."""
    from kiosk.i18n.translator import system_language, translator
    from kiosk.visits.export import export_statistics

    language = args.language or system_language()
    statistics, titles = _read_statistics(args)
    file = export_statistics(args.folder, args.format, statistics, titles, language)
    if args.json:
        print_json({"file": str(file)})
    else:
        print_lines(translator(system_language()).text("visits.saved", file=file))
    return 0


def _read_statistics(args: Namespace) -> "tuple[Statistics, dict[str, Text]]":
    """The statistics asked for, and the titles of their events as far as the library still has them."""
    from contextlib import suppress
    from datetime import timedelta

    from kiosk.base.clock import Clock
    from kiosk.base.errors import KioskError
    from kiosk.base.time_zones import DEFAULT_ZONE, local_date
    from kiosk.programme.shown_programme import open_library
    from kiosk.visits.statistics import read_statistics
    from kiosk.visits.tables import event_titles

    library = options.library_folder(args)
    programme: CombinedCatalogue | None = None
    zone, floor = DEFAULT_ZONE, 0
    with suppress(KioskError):
        shown = open_library(library)
        programme, floor = shown.catalogue, shown.floor
        zone = programme.campaign().zone
    last = _parse_day(args.last) if args.last else local_date(Clock.system(floor).effective(), zone)
    first = _parse_day(args.first) if args.first else last - timedelta(days=DEFAULT_DAYS - 1)
    if first > last:
        raise KioskError("visits.order", first=first, last=last)
    statistics = read_statistics(library, first, last)
    return statistics, event_titles(programme, (event.id for event in statistics.events()))


def _parse_day(text: str) -> "date":
    from datetime import date

    from kiosk.base.errors import KioskError

    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise KioskError("visits.day", written=text) from None
    if day.isoformat() != text or not 2000 <= day.year < 2100:
        raise KioskError("visits.day", written=text)
    return day
