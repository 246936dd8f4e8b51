"""`kiosk install`: take in a pack."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any


def register(commands: Any) -> None:
    """Add `install` to the command line."""
    parser: ArgumentParser = commands.add_parser("install", help="install a pack")
    parser.add_argument("file", type=Path, metavar="FILE", help="a .kpack")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library (default: this machine's)")
    parser.add_argument(
        "--settings", type=Path, metavar="FILE", help="a kiosk.toml (default: this machine's)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--progress", action="store_true", help="print JSON lines while it goes on")
    parser.set_defaults(handler=install)


def install(args: Namespace) -> int:
    """Install the pack, or say why not; a pack that is there already is no failure."""
    from kiosk import settings

    chosen = settings.load(args.settings)
    library = args.library or chosen.library
    if args.progress:
        from kiosk import confine

        confine.enter(args, readable=[args.file], writable=[library])
    from kiosk.library.describe import installed
    from kiosk.library.install import install as take_in

    if args.progress:
        from kiosk import protocol

        with protocol.Listener() as listener:
            done = take_in(library, args.file, corner=chosen.corner, report=listener)
        protocol.done(installed(done))
        return 0
    from kiosk.terminal import tell

    done = take_in(library, args.file, corner=chosen.corner, report=tell)
    if args.json:
        import json

        print(json.dumps(installed(done), ensure_ascii=False))
    else:
        from kiosk.library.told import outcome
        from kiosk.words import system_language

        print("\n".join(outcome(done, system_language())))
    return 0
