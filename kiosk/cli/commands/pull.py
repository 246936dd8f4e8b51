"""`kiosk pull`: copies newer packs from the share and installs them."""

from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli import options

if TYPE_CHECKING:
    from kiosk.delivery.pull import PullResult


def register(commands: Any) -> None:
    """Add `pull` to the command line."""
    parser: ArgumentParser = commands.add_parser("pull", help="install the newer packs on the share")
    options.add_library_and_settings(parser)
    parser.add_argument("--dry-run", action="store_true", help="only list the packs; install nothing")
    parser.add_argument(
        "--only",
        type=options.path_argument,
        metavar="FILE",
        help="install only this pack of the share, even one that staff rolled back",
    )
    options.add_screen(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=pull, changes=True)


def pull(args: Namespace) -> int:
    """Install the newest pack of each publisher that was never accepted here; none is no failure."""
    from kiosk.base.errors import KioskError
    from kiosk.health.printer_state import printer_state
    from kiosk.sandbox import confinement

    chosen = options.load_settings(args)
    library = args.library or chosen.library
    if chosen.share is None:
        raise KioskError("sources.no_share")
    if args.progress:
        from kiosk.cli import protocol
        from kiosk.delivery.share_access import wait_for_share

        on_timeout = partial(protocol.exit_with_error, args=args)
        receipts = None if args.dry_run else chosen.share / "receipts"
        wait = partial(wait_for_share, library, chosen.share, on_timeout, receipts)
        writable = [library, *filter(None, [receipts])]
        confinement.enter_sandbox(
            args, [chosen.share], writable, wait_until_reachable=wait, answer_query=printer_state
        )
    from kiosk.cli import protocol
    from kiosk.cli.results import print_result
    from kiosk.cli.terminal import show_progress
    from kiosk.delivery.pull import pull as pull_packs
    from kiosk.delivery.scan_json import pull_to_json
    from kiosk.receipts.build_receipt import ReceiptContext
    from kiosk.receipts.write_receipt import record_outcome
    from kiosk.visits.month.record import record_before_change

    if not args.dry_run:
        record_before_change(chosen, library)
    printer = partial(confinement.ask_host, printer_state)
    context = ReceiptContext(chosen.corner, args.screen, chosen.language, printer)
    start_pull = partial(
        pull_packs,
        library,
        chosen.share,
        partial(protocol.exit_with_error, args=args),
        on_pack_done=partial(record_outcome, library, chosen.share, context),
        scan_only=args.dry_run,
        only=args.only,
        corner=chosen.corner,
    )
    with protocol.ProgressWriter() if args.progress else nullcontext(show_progress) as report:
        result = start_pull(report=report)
    return print_result(args, partial(pull_to_json, result), partial(result_lines, result, chosen.share))


def result_lines(result: "PullResult", share: Path, language: str) -> list[str]:
    """The packs on the share, and the outcome of each installation."""
    from kiosk.delivery.scan_text import scan_lines
    from kiosk.i18n.translator import translator
    from kiosk.library.install_text import installation_lines

    sentences = translator(language)
    lines = scan_lines(result.scan, [share], language)
    for installation in result.installed:
        lines += installation_lines(installation, language)
    lines += (
        sentences.text("sources.refused", name=file.name, reason=error) for file, error in result.failed
    )
    return lines
