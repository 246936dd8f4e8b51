"""`kiosk preview`: prints what installing a pack would change."""

from argparse import ArgumentParser, Namespace
from functools import partial
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `preview` to the command line."""
    parser: ArgumentParser = commands.add_parser("preview", help="print what installing a pack would change")
    parser.add_argument("file", type=options.path_argument, metavar="FILE", help="a .kpack")
    options.add_library_and_settings(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=preview)


def preview(args: Namespace) -> int:
    """Print the changes; a pack that `install` would refuse is refused here."""

    chosen = options.load_settings(args)
    library = args.library or chosen.library
    if args.progress:
        from kiosk.sandbox import confinement

        confinement.enter_sandbox(args, readable=[args.file], writable=[library])
    from kiosk.cli.protocol import progress_reporter
    from kiosk.cli.results import print_result
    from kiosk.preview import preview_json
    from kiosk.preview.preview import preview_pack
    from kiosk.preview.preview_text import preview_lines

    with progress_reporter(args) as report:
        result = preview_pack(library, args.file, corner=chosen.corner, report=report)
    to_json = preview_json.preview_rows_to_json if args.progress else preview_json.preview_to_json
    return print_result(args, partial(to_json, result), partial(preview_lines, result))
