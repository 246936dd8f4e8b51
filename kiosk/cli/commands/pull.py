"""`kiosk pull`: bring what is newer from the share."""

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli import options

if TYPE_CHECKING:
    from kiosk.delivery.pull import PullResult


def register(commands: Any) -> None:
    """Add `pull` to the command line."""
    parser: ArgumentParser = commands.add_parser("pull", help="install what is newer on the share")
    options.which_kiosk(parser)
    parser.add_argument("--dry-run", action="store_true", help="only list the packs; install nothing")
    options.of_screen(parser)
    options.as_json_lines(parser)
    parser.set_defaults(handler=pull)


def pull(args: Namespace) -> int:
    """Install the newest pack of each publisher that was never accepted here; none is no failure."""
    from kiosk.base import settings
    from kiosk.base.errors import KioskError
    from kiosk.health.printer_state import printer_word
    from kiosk.sandbox import confinement

    chosen = settings.load(args.settings)
    library = args.library or chosen.library
    if chosen.share is None:
        raise KioskError("sources.no_share")
    if args.progress:
        from kiosk.cli import protocol
        from kiosk.delivery.share_access import wait_for_share

        look = partial(wait_for_share, library, chosen.share, partial(protocol.end, args=args))
        writable = [library, chosen.share / "receipts"]
        confinement.enter_sandbox(
            args, [chosen.share], writable, wait_until_reachable=look, answer_query=printer_word
        )
    from kiosk.cli import protocol
    from kiosk.cli.terminal import tell
    from kiosk.delivery.pull import pull as bring
    from kiosk.delivery.scan_json import pull_to_json
    from kiosk.receipts.build_receipt import ReceiptContext
    from kiosk.receipts.write_receipt import leave_of

    printer = partial(confinement.ask_host, printer_word)
    around = ReceiptContext(chosen.corner, args.screen, chosen.language, printer)
    bring_here = partial(
        bring,
        library,
        chosen.share,
        partial(protocol.end, args=args),
        on_pack_done=partial(leave_of, library, chosen.share, around),
        scan_only=args.dry_run,
        corner=chosen.corner,
    )
    if args.progress:
        with protocol.Listener() as listener:
            done = bring_here(report=listener)
        protocol.done(pull_to_json(done))
        return 0
    done = bring_here(report=tell)
    if args.json:
        import json

        print(json.dumps(pull_to_json(done), ensure_ascii=False))
    else:
        print("\n".join(lines(done, chosen.share)))
    return 0


def lines(done: "PullResult", share: Path) -> list[str]:
    """What is on the share, and what has come of it."""
    from kiosk.delivery.scan_text import scan_lines
    from kiosk.i18n.translator import system_language, translator
    from kiosk.library.install_text import installation_lines

    said = translator(system_language())
    told = scan_lines(done.scan, share, said.language)
    for installation in done.installed:
        told += installation_lines(installation, said.language)
    told += (said.text("sources.refused", name=file.name, reason=error) for file, error in done.failed)
    return told
