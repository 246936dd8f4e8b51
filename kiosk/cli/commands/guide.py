"""`kiosk guide`: writes or prints the staff guide, the page that hangs beside the kiosk."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `guide` to the command line."""
    parser: ArgumentParser = commands.add_parser(
        "guide", help="write or print the page beside the kiosk: what staff do"
    )
    parser.add_argument(
        "-o", dest="output", type=options.path_argument, metavar="FILE", help="the PDF to write"
    )
    parser.add_argument("--print", action="store_true", help="print it")
    options.add_library_and_settings(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=guide, changes=True)


def guide(args: Namespace) -> int:
    """Make the page from the settings and the programme, if there is one, and deliver it."""
    import time

    from kiosk.base.errors import KioskError
    from kiosk.base.export.export_file import export_file
    from kiosk.base.progress import Progress
    from kiosk.cli import protocol
    from kiosk.cli.results import print_result
    from kiosk.guide.print_guide import print_guide
    from kiosk.guide.staff_guide import count_pages, make_guide
    from kiosk.i18n.translator import translator
    from kiosk.library.library_paths import LibraryPaths

    if not (args.output or args.print):
        raise KioskError("operating.where")
    facts: dict[str, object] = {}
    with protocol.progress_reporter(args) as report:
        settings = options.load_settings(args)
        report(Progress("typeset", 0, 0))
        page = make_guide(settings, int(time.time()))
        if args.output:
            export_file(args.output, page)
            facts["file"] = str(args.output)
        if args.print:
            title = translator(settings.language).text("operating.title")
            print_guide(page, title, LibraryPaths(settings.library).flyers, settings.printer, report)
            facts["printed"] = count_pages(page)
    return print_result(args, lambda: facts, lambda language: _result_lines(facts, language))


def _result_lines(facts: dict[str, object], language: str) -> list[str]:
    from kiosk.i18n.translator import translator

    words = translator(language)
    lines = [words.text("operating.made", file=facts["file"])] if "file" in facts else []
    if isinstance(printed := facts.get("printed"), int):
        lines.append(words.plural("flyers.printed", printed))
    return lines
