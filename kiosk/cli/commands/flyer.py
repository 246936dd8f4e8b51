"""`kiosk flyer`: makes flyers of the shown programme, as a PDF or on paper."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options
from kiosk.cli.options import add_json_and_progress, add_library_and_settings, load_settings

if TYPE_CHECKING:
    from kiosk.flyers.flyer_context import FlyerContext
    from kiosk.flyers.make_flyers import Flyer
    from kiosk.flyers.order import Order

PAPER_SIZES = ("A4", "A5", "A3", "Letter", "4xA6")
INK_LEVELS = ("colour", "grey", "sparing")


def register(commands: Any) -> None:
    """Add `flyer` to the command line."""
    parser: ArgumentParser = commands.add_parser("flyer", help="make flyers of events, themes or a programme")
    parser.add_argument("events", nargs="*", metavar="EVENT", help="the id of an event, one flyer for each")
    parser.add_argument("--theme", default="", metavar="ID", help="a list of the coming events of a theme")
    parser.add_argument("--all", action="store_true", help="a flyer for every coming event")
    parser.add_argument("--this-week", action="store_true", help="the programme of this week by day")
    parser.add_argument("--this-month", action="store_true", help="the programme of this month by day")
    parser.add_argument(
        "--kind",
        choices=("event", "tear-off", "choice"),
        help="a flyer of each event, one with strips to tear off, or one list of all",
    )
    parser.add_argument(
        "--language", default="", metavar="CODE", help="kk, ru, en, several as kk+ru, or all (the Corner's)"
    )
    parser.add_argument(
        "--paper", choices=PAPER_SIZES, default="A4", help="4xA6 is A4 to be cut into four (A4)"
    )
    parser.add_argument("--ink", choices=INK_LEVELS, default="colour", help="how much ink it takes (colour)")
    parser.add_argument(
        "-o",
        dest="output",
        type=options.path_argument,
        metavar="FILE",
        help="the PDF; a folder: named after its content",
    )
    parser.add_argument(
        "--preview", type=options.path_argument, metavar="DIR", help="write the PDF and pictures of its pages"
    )
    parser.add_argument("--print", action="store_true", help="print it")
    add_printing_options(parser)
    parser.add_argument(
        "--visitor",
        type=int,
        metavar="PAGES",
        help="print for a visitor who may have PAGES pages, where allowed",
    )
    add_common_options(parser)
    parser.set_defaults(handler=flyer, changes=True)


def add_printing_options(parser: ArgumentParser) -> None:
    """Add the options about printing."""
    parser.add_argument("--copies", type=int, default=1, metavar="N", help="the number of copies (1)")
    parser.add_argument("--printer", default="", metavar="NAME", help="another printer than the default one")
    parser.add_argument("--two-sided", action="store_true", help="print on both sides of the paper")


def add_common_options(parser: ArgumentParser) -> None:
    """Add the options of all commands about flyers."""
    parser.add_argument("--at", metavar="TIME", help="as if it were then: 2016-04-03T14:20")
    add_library_and_settings(parser)
    add_json_and_progress(parser)


def flyer(args: Namespace) -> int:
    """Make the flyers that were ordered, and deliver them."""
    from kiosk.cli import protocol
    from kiosk.flyers.flyer_records import make_and_record
    from kiosk.flyers.open_context import open_context

    with protocol.progress_reporter(args) as report:
        context = open_context(load_settings(args), args.at)
        order = read_order(context, args)
        result = make_and_record(context, order, report)
        facts = deliver(context, order, result, args, report)
    return print_result(facts, args)


def read_order(context: "FlyerContext", args: Namespace) -> "Order":
    """The order given by the command line."""
    from kiosk.base.errors import KioskError
    from kiosk.flyers import build_order
    from kiosk.flyers.order import FlyerKind
    from kiosk.typesetting.paper import Ink, Paper

    if not (args.output or args.preview or args.print):
        raise KioskError("flyers.where")
    if args.visitor is not None and context.settings.visitor_prints != "on":
        raise KioskError("flyers.not_for_visitors")
    periods = [kind for kind in (FlyerKind.WEEK, FlyerKind.MONTH) if getattr(args, f"this_{kind}")]
    return build_order.build_order(
        context,
        build_order.parse_languages(args.language or context.settings.language, context),
        Paper(args.paper),
        Ink(args.ink),
        events=args.events,
        theme=args.theme,
        all_events=args.all,
        period=periods[0] if periods else None,
        kind=FlyerKind(args.kind) if args.kind else None,
    )


def deliver(
    context: "FlyerContext", order: "Order", result: "Flyer", args: Namespace, report: Any
) -> dict[str, object]:
    """Save, preview and print the flyer, as asked; returns the facts to print."""
    from tempfile import TemporaryDirectory

    from kiosk.flyers.file_names import file_name
    from kiosk.flyers.flyer_records import save_pdf
    from kiosk.flyers.previews import PDF_NAME, write_previews

    facts: dict[str, object] = {"sheets": len(result.sheets), "trouble": result.template_error}
    facts["name"] = file_name(context, order)
    if args.output:
        file = args.output / str(facts["name"]) if args.output.is_dir() else args.output
        save_pdf(context, result.pdf, file)
        facts["file"] = str(file)
    if args.preview:
        facts["pages"] = [str(page) for page in write_previews(result.pdf, args.preview)]
    if args.print:
        from kiosk.flyers.print_flyers import print_pdf

        with TemporaryDirectory(prefix="flyer-") as folder:
            file = Path(folder) / PDF_NAME
            file.write_bytes(result.pdf)
            printing_options = {"copies": args.copies, "printer": args.printer, "two_sided": args.two_sided}
            facts["printed"] = print_pdf(
                context, file, **printing_options, visitor_limit=args.visitor, report=report
            )
    return facts


def print_result(facts: dict[str, object], args: Namespace) -> int:
    """Print the facts for programs or for people."""
    if args.progress:
        from kiosk.cli import protocol

        protocol.write_done(facts)
    elif args.json:
        print_json(facts)
    else:
        from kiosk.flyers.flyer_text import result_lines
        from kiosk.i18n.translator import system_language

        print_lines(*result_lines(facts, system_language()))
    return 0
