"""`kiosk install`: installs a pack."""

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli import options

if TYPE_CHECKING:
    from kiosk.library.install import Installation


def register(commands: Any) -> None:
    """Add `install` to the command line."""
    parser: ArgumentParser = commands.add_parser("install", help="install a pack")
    parser.add_argument("file", type=options.path_argument, metavar="FILE", help="a .kpack")
    options.add_library_and_settings(parser)
    options.add_receipt_options(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=install, changes=True)


def install(args: Namespace) -> int:
    """Install the pack; one that is already installed is no failure."""
    from kiosk.health.printer_state import printer_state
    from kiosk.sandbox import confinement

    chosen = options.load_settings(args)
    library = args.library or chosen.library
    if args.progress:
        writable = [library, *filter(None, [args.receipts])]
        confinement.enter_sandbox(args, readable=[args.file], writable=writable, answer_query=printer_state)
    from kiosk.cli.results import print_result
    from kiosk.library.install_text import installation_lines
    from kiosk.library.json_values import installation_to_json
    from kiosk.receipts.build_receipt import ReceiptContext
    from kiosk.receipts.write_receipt import record_attempt
    from kiosk.visits.month.record import record_before_change

    record_before_change(chosen, library)
    printer = partial(confinement.ask_host, printer_state)
    context = ReceiptContext(chosen.corner, args.screen, chosen.language, printer)
    with record_attempt(library, args.receipts, args.file, context) as set_outcome:
        installation = install_with_progress(library, args.file, chosen.corner, args.progress)
        set_outcome(installation)
    to_json = partial(installation_to_json, installation)
    return print_result(args, to_json, partial(installation_lines, installation))


def install_with_progress(library: Path, file: Path, corner: str, progress_lines: bool) -> "Installation":
    """Install, and report progress to the starting program or the terminal."""
    from kiosk.library.install import install as install_pack

    if progress_lines:
        from kiosk.cli import protocol

        with protocol.ProgressWriter() as report:
            return install_pack(library, file, corner=corner, report=report)
    from kiosk.cli.terminal import show_progress

    return install_pack(library, file, corner=corner, report=show_progress)
