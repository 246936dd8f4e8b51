"""`kiosk rollback`: shows the previous generation again, or the one that was rolled back from."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `rollback` to the command line."""
    parser: ArgumentParser = commands.add_parser("rollback", help="show the previous programme again")
    parser.add_argument(
        "--forward", action="store_true", help="show the newer programme again that was rolled back from"
    )
    options.add_library_and_settings(parser)
    options.add_receipt_options(parser)
    options.add_json(parser)
    parser.set_defaults(handler=rollback, changes=True)


def rollback(args: Namespace) -> int:
    """Roll back or forward, and print the packs that are shown now."""
    from kiosk.health.printer_state import printer_state
    from kiosk.library.rollback import roll_back, roll_forward
    from kiosk.receipts.build_receipt import ReceiptContext
    from kiosk.receipts.receipt import Result
    from kiosk.receipts.write_receipt import record_attempt
    from kiosk.visits.month.record import record_before_change

    chosen = options.load_settings(args)
    record_before_change(chosen, chosen.library)
    context = ReceiptContext(chosen.corner, args.screen, chosen.language, printer_state)
    with record_attempt(chosen.library, args.receipts, None, context) as set_outcome:
        generation = (roll_forward if args.forward else roll_back)(chosen.library)
        set_outcome(Result.ROLLED_FORWARD if args.forward else Result.ROLLED_BACK)
    if args.json:
        from kiosk.library.json_values import generation_to_json

        print_json(generation_to_json(generation))
    else:
        from kiosk.i18n.translator import pick_translation, system_language, translator

        language = system_language()
        for pack in generation.packs:
            title = pick_translation(pack.title, language)[0]
            print_lines(translator(language).text("library.rolled_back", title=title, version=pack.version))
    return 0
