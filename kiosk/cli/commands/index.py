"""`kiosk index`: builds the search index of the shown programme, unless there is one."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `index` to the command line."""
    parser: ArgumentParser = commands.add_parser("index", help="build the search index of the programme")
    options.add_library_and_settings(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=index)


def index(args: Namespace) -> int:
    """Build the index, and print the number of events."""
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
