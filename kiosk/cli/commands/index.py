"""`kiosk index`: make the search index of what is shown, unless there is one."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any


def register(commands: Any) -> None:
    """Add `index` to the command line."""
    parser: ArgumentParser = commands.add_parser("index", help="make the search index of what is shown")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library (default: this machine's)")
    parser.add_argument(
        "--settings", type=Path, metavar="FILE", help="a kiosk.toml (default: this machine's)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--progress", action="store_true", help="print JSON lines while it goes on")
    parser.set_defaults(handler=index)


def index(args: Namespace) -> int:
    """Make the index, and say for how many events."""
    from kiosk.base import settings

    library = args.library or settings.load(args.settings).library
    if args.progress:
        from kiosk.sandbox import confinement

        confinement.enter_sandbox(args, readable=[], writable=[library])
    from kiosk.programme.search_index_file import load_search_index, save_search_index
    from kiosk.programme.shown_programme import open_library

    showing = open_library(library)
    already = load_search_index(library, showing) is not None
    if not already:
        save_search_index(library, showing)
    events = sum(len(catalogue.event_ids()) for catalogue in showing.catalogue.catalogues)
    facts = {"events": events, "already": already}
    if args.progress:
        from kiosk.cli import protocol

        protocol.write_done(facts)
    elif args.json:
        import json

        print(json.dumps(facts))
    else:
        from kiosk.i18n.translator import system_language, translator

        print(translator(system_language()).plural("library.indexed", events))
    return 0
