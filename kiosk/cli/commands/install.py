"""`kiosk install`: take in a pack."""

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
    parser.add_argument("file", type=Path, metavar="FILE", help="a .kpack")
    options.which_kiosk(parser)
    options.as_receipt(parser)
    options.as_json_lines(parser)
    parser.set_defaults(handler=install)


def install(args: Namespace) -> int:
    """Install the pack, or say why not; a pack that is there already is no failure."""
    from kiosk.base import settings
    from kiosk.health.printer_state import printer_word
    from kiosk.sandbox import confinement

    chosen = settings.load(args.settings)
    library = args.library or chosen.library
    if args.progress:
        writable = [library, *filter(None, [args.receipts])]
        confinement.enter_sandbox(args, readable=[args.file], writable=writable, answer_query=printer_word)
    from kiosk.library.json_values import installation_to_json
    from kiosk.receipts.build_receipt import ReceiptContext
    from kiosk.receipts.write_receipt import receipt_of

    printer = partial(confinement.ask_host, printer_word)
    around = ReceiptContext(chosen.corner, args.screen, chosen.language, printer)
    with receipt_of(library, args.receipts, args.file, around) as ended:
        done = taken(library, args.file, chosen.corner, args.progress)
        ended(done)
    if args.progress:
        from kiosk.cli import protocol

        protocol.done(installation_to_json(done))
    elif args.json:
        import json

        print(json.dumps(installation_to_json(done), ensure_ascii=False))
    else:
        from kiosk.i18n.translator import system_language
        from kiosk.library.install_text import installation_lines

        print("\n".join(installation_lines(done, system_language())))
    return 0


def taken(library: Path, file: Path, corner: str, listened: bool) -> "Installation":
    """Install, and tell a program or a terminal how far it is."""
    from kiosk.library.install import install as take_in

    if listened:
        from kiosk.cli import protocol

        with protocol.Listener() as listener:
            return take_in(library, file, corner=corner, report=listener)
    from kiosk.cli.terminal import tell

    return take_in(library, file, corner=corner, report=tell)
