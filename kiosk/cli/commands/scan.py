"""`kiosk scan`: lists the packs on a stick."""

from argparse import ArgumentParser, Namespace
from functools import partial
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `scan` to the command line."""
    parser: ArgumentParser = commands.add_parser("scan", help="list the packs on a stick")
    parser.add_argument(
        "folders",
        type=options.path_argument,
        nargs="+",
        metavar="DIR",
        help="where the stick's partitions are mounted, or any folder",
    )
    options.add_library_and_settings(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=scan)


def scan(args: Namespace) -> int:
    """Print the packs with their standing; an empty folder is no failure."""
    from kiosk.sources.linux_mounts import check_mount

    chosen = options.load_settings(args)
    library = args.library or chosen.library
    for folder in args.folders:
        check_mount(folder, chosen.sticks)
    if args.progress:
        from kiosk.sandbox import confinement

        confinement.enter_sandbox(args, readable=args.folders, writable=[library])
    from kiosk.cli.protocol import progress_reporter
    from kiosk.cli.results import print_result
    from kiosk.delivery.scan import scan_stick
    from kiosk.delivery.scan_json import scan_to_json
    from kiosk.delivery.scan_text import scan_lines

    with progress_reporter(args) as report:
        result = scan_stick(library, args.folders, corner=chosen.corner, report=report)
    return print_result(args, partial(scan_to_json, result), partial(scan_lines, result, args.folders))
