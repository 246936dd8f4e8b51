"""`kiosk sheets`: prints and saves flyers made on this kiosk, and finds those that are outdated."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.base.output import print_lines
from kiosk.cli import options
from kiosk.cli.commands.flyer import add_common_options, add_printing_options, print_result
from kiosk.cli.options import load_settings


def register(commands: Any) -> None:
    """Add `sheets outdated`, `reprint`, `remove`, `print` and `save`."""
    sheets: ArgumentParser = commands.add_parser("sheets", help="the flyers that were made on this kiosk")
    verbs = sheets.add_subparsers(metavar="VERB", required=True)
    finding = verbs.add_parser("outdated", help="list the flyers on the wall that are outdated, and why")
    finding.set_defaults(handler=outdated)
    renewing = verbs.add_parser("reprint", help="print again the outdated flyers that can be put right")
    renewing.set_defaults(handler=reprint, changes=True)
    taking = verbs.add_parser("remove", help="record that flyers no longer hang on the wall")
    taking.add_argument("numbers", nargs="+", type=int, metavar="NUMBER", help="the number on the flyer")
    taking.set_defaults(handler=remove, changes=True)
    printing = verbs.add_parser("print", help="print a PDF of flyers that this kiosk made")
    printing.add_argument("file", type=options.path_argument, metavar="FILE", help="the PDF")
    printing.set_defaults(handler=print_one, changes=True)
    saving = verbs.add_parser("save", help="save such a PDF on a stick")
    saving.add_argument("file", type=options.path_argument, metavar="FILE", help="the PDF")
    saving.add_argument("target", type=options.path_argument, metavar="TARGET", help="the file to write")
    saving.set_defaults(handler=save, changes=True)
    for verb in (renewing, printing):
        add_printing_options(verb)
    for verb in (finding, renewing, taking, printing, saving):
        add_common_options(verb)


def outdated(args: Namespace) -> int:
    """List the outdated flyers; to find some is no failure."""
    from kiosk.flyers.flyer_text import outdated_line
    from kiosk.flyers.open_context import open_context
    from kiosk.flyers.outdated import REASON_NAMES, find_outdated
    from kiosk.i18n.translator import LANGUAGES, system_language, translator

    outdated_flyers = find_outdated(open_context(load_settings(args), args.at))
    if args.json or args.progress:
        rows = [
            {
                "number": flyer.number,
                "title": flyer.title,
                "languages": flyer.order.languages,
                "paper": flyer.order.paper,
                "renewable": flyer.is_renewable,
                "why": {
                    code: [translator(code).text(REASON_NAMES[reason]) for reason in flyer.reasons]
                    for code in LANGUAGES
                },
            }
            for flyer in outdated_flyers
        ]
        return print_result({"wrong": rows}, args)
    lines = [outdated_line(flyer, system_language()) for flyer in outdated_flyers]
    print_lines(*lines or [translator(system_language()).text("flyers.all_right")])
    return 0


def reprint(args: Namespace) -> int:
    """Print the outdated flyers again that can be put right."""
    from kiosk.cli import protocol
    from kiosk.flyers.open_context import open_context
    from kiosk.flyers.outdated import find_outdated
    from kiosk.flyers.reprint import reprint_outdated

    with protocol.progress_reporter(args) as report:
        context = open_context(load_settings(args), args.at)
        pages = reprint_outdated(context, find_outdated(context), args.printer, report)
    return print_result({"printed": pages}, args)


def remove(args: Namespace) -> int:
    """Record that these flyers no longer hang on the wall."""
    from kiosk.flyers.flyer_records import record_taken_down
    from kiosk.flyers.open_context import open_context

    record_taken_down(open_context(load_settings(args), args.at), args.numbers)
    return print_result({"down": len(args.numbers)}, args)


def print_one(args: Namespace) -> int:
    """Print a PDF as it is."""
    from kiosk.cli import protocol
    from kiosk.flyers.open_context import open_context
    from kiosk.flyers.print_flyers import print_pdf

    with protocol.progress_reporter(args) as report:
        printing_options = {"copies": args.copies, "printer": args.printer, "two_sided": args.two_sided}
        pages = print_pdf(
            open_context(load_settings(args), args.at), args.file, **printing_options, report=report
        )
    return print_result({"printed": pages}, args)


def save(args: Namespace) -> int:
    """Save a PDF as it is."""
    from kiosk.flyers.flyer_records import read_pdf, save_pdf
    from kiosk.flyers.open_context import open_context

    save_pdf(open_context(load_settings(args), args.at), read_pdf(args.file), args.target)
    return print_result({"file": str(args.target)}, args)
