"""`kiosk preview`: prints what installing a pack would change."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `preview` to the command line."""
    parser: ArgumentParser = commands.add_parser("preview", help="print what installing a pack would change")
    parser.add_argument("file", type=Path, metavar="FILE", help="a .kpack")
    options.add_library_and_settings(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=preview)


def preview(args: Namespace) -> int:
    """Print the changes; a pack that `install` would refuse is refused here."""
    from kiosk.base import settings

    chosen = settings.load(args.settings)
    library = args.library or chosen.library
    if args.progress:
        from kiosk.sandbox import confinement

        confinement.enter_sandbox(args, readable=[args.file], writable=[library])
    from kiosk.preview.preview import preview_pack

    if args.progress:
        from kiosk.cli import protocol
        from kiosk.preview.preview_json import preview_rows_to_json

        with protocol.ProgressWriter() as report:
            result = preview_pack(library, args.file, corner=chosen.corner, report=report)
        protocol.write_done(preview_rows_to_json(result))
        return 0
    result = preview_pack(library, args.file, corner=chosen.corner)
    if args.json:
        import json

        from kiosk.preview.preview_json import preview_to_json

        print(json.dumps(preview_to_json(result), ensure_ascii=False))
    else:
        from kiosk.i18n.translator import system_language
        from kiosk.preview.preview_text import preview_lines

        print("\n".join(preview_lines(result, system_language())))
    return 0
