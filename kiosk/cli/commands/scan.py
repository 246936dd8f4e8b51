"""`kiosk scan`: lists the packs on a stick."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `scan` to the command line."""
    parser: ArgumentParser = commands.add_parser("scan", help="list the packs on a stick")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the stick is mounted, or any folder")
    options.add_library_and_settings(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=scan)


def scan(args: Namespace) -> int:
    """Print the packs with their standing; an empty folder is no failure."""
    from kiosk.base import settings
    from kiosk.sources.linux_mounts import check_mount

    chosen = settings.load(args.settings)
    library = args.library or chosen.library
    check_mount(args.folder, chosen.sticks)
    if args.progress:
        from kiosk.sandbox import confinement

        confinement.enter_sandbox(args, readable=[args.folder], writable=[library])
    from kiosk.delivery.scan import scan_source
    from kiosk.delivery.scan_json import scan_to_json

    if args.progress:
        from kiosk.cli import protocol

        with protocol.ProgressWriter() as report:
            result = scan_source(library, args.folder, corner=chosen.corner, report=report)
        protocol.write_done(scan_to_json(result))
        return 0
    result = scan_source(library, args.folder, corner=chosen.corner)
    if args.json:
        import json

        print(json.dumps(scan_to_json(result), ensure_ascii=False))
    else:
        from kiosk.delivery.scan_text import scan_lines
        from kiosk.i18n.translator import system_language

        print("\n".join(scan_lines(result, args.folder, system_language())))
    return 0
