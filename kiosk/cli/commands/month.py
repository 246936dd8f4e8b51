"""`kiosk month`: prints or exports the monthly report, and records programmes held and their attendance."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from kiosk.visits.month.record import Look


def register(commands: Any) -> None:
    """Add `month`, `month record`, `month attend` and `month export` to the command line."""
    parser: ArgumentParser = commands.add_parser(
        "month", help="print what was held in a month, and how many attended"
    )
    _add_common_options(parser, None)
    parser.set_defaults(handler=show, changes=True)
    verbs = parser.add_subparsers(metavar="VERB", help="record what was held, or export the report")
    recording: ArgumentParser = verbs.add_parser("record", help="record the programmes that have ended")
    recording.set_defaults(handler=record)
    typing: ArgumentParser = verbs.add_parser("attend", help="record how many persons attended a programme")
    typing.add_argument("event", metavar="EVENT", help="the id of the event")
    typing.add_argument("begin", metavar="BEGIN", help="when it began (2026-11-28T15:00)")
    typing.add_argument("number", metavar="NUMBER", help="the persons; none: not known, off: not held")
    typing.set_defaults(handler=attend)
    saving: ArgumentParser = verbs.add_parser("export", help="write the report to a file that can be sent")
    saving.add_argument(
        "folder", type=options.path_argument, metavar="DIR", help="where the file goes, such as a stick"
    )
    saving.add_argument("--format", choices=("csv", "xlsx"), default="xlsx", help="the file format (xlsx)")
    saving.add_argument(
        "--language", choices=("kk", "ru", "en"), help="the language of the sheet (the system's)"
    )
    saving.set_defaults(handler=export)
    for verb in (recording, typing, saving):
        _add_common_options(verb, SUPPRESS)


def _add_common_options(parser: ArgumentParser, absent: str | None) -> None:
    """Add the options that may stand before or after the verb; those after the verb count."""
    parser.add_argument("--month", default=absent, metavar="MONTH", help="the month (this one)")
    parser.add_argument(
        "--at", default=absent, metavar="TIME", help="rehearse, as if it were that time (2016-04-03T14:20)"
    )
    options.add_library_and_settings(parser, absent=absent)
    options.add_json(parser, absent=absent)


def show(args: Namespace) -> int:
    """Record what has ended, and print the report; a month without programmes is no failure."""
    from kiosk.i18n.translator import system_language
    from kiosk.visits.month.report import report_month
    from kiosk.visits.month.report_text import report_lines, report_to_json

    look = _open_look(args)
    report = report_month(look, args.month or "")
    if args.json:
        print_json(report_to_json(report))
    else:
        print_lines(*report_lines(report, _corner_name(look, system_language()), system_language()))
    return 0


def record(args: Namespace) -> int:
    """Record what has ended."""
    programmes, error = _open_look(args).record()
    if error:
        raise error
    if args.json:
        print_json({"programmes": len(programmes)})
    else:
        _print_recorded()
    return 0


def attend(args: Namespace) -> int:
    """Record the attendance of one programme, or that it did not take place."""
    from kiosk.base.errors import KioskError
    from kiosk.store.programme_record import MAX_ATTENDED, ProgrammeKey

    written = args.number
    is_number = written.isascii() and written.isdigit() and len(written) <= len(str(MAX_ATTENDED))
    if not is_number and written not in ("none", "off"):
        raise KioskError("month.number", written=written, most=MAX_ATTENDED)
    attended = int(written) if is_number else None
    key = ProgrammeKey(args.event, args.begin)
    _open_look(args).type_outcome(key, attended, called_off=written == "off")
    if args.json:
        print_json({"attended": attended, "called_off": written == "off"})
    else:
        _print_recorded()
    return 0


def export(args: Namespace) -> int:
    """Write the file, and print its path."""
    from kiosk.i18n.translator import system_language, translator
    from kiosk.visits.month.report import report_month
    from kiosk.visits.month.sheet import export_month

    language, look = args.language or system_language(), _open_look(args)
    report = report_month(look, args.month or "")
    file = export_month(args.folder, args.format, report, _corner_name(look, language), language)
    if args.json:
        print_json({"file": str(file)})
    else:
        print_lines(translator(system_language()).text("visits.saved", file=file))
    return 0


def _open_look(args: Namespace) -> "Look":
    from kiosk.visits.month.record import open_look

    return open_look(options.load_settings(args), args.at)


def _corner_name(look: "Look", language: str) -> str:
    from kiosk.events.view_context import PaperContext
    from kiosk.programme.corner_name import corner_name

    catalogue = look.shown.catalogue if look.shown else None
    return corner_name(look.settings, catalogue, PaperContext(language, None))


def _print_recorded() -> None:
    from kiosk.i18n.translator import system_language, translator

    print_lines(translator(system_language()).text("month.recorded"))
