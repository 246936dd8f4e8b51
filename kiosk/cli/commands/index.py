"""`kiosk index`: builds the search index of the shown programme, unless there is one."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `index` to the command line."""
    parser: ArgumentParser = commands.add_parser("index", help="build the search index of the programme")
    options.add_library_and_settings(parser)
    options.add_json_and_progress(parser)
    parser.set_defaults(handler=index, changes=True)


def index(args: Namespace) -> int:
    """Build the index, and print the number of events."""

    library = options.library_folder(args)
    if args.progress:
        from kiosk.sandbox import confinement

        confinement.enter_sandbox(args, readable=[], writable=[library])
    from kiosk.cli.results import print_result
    from kiosk.i18n.translator import translator
    from kiosk.programme.search_index_file import load_search_index, save_search_index
    from kiosk.programme.shown_programme import open_library

    showing = open_library(library)
    already = load_search_index(library, showing) is not None
    if not already:
        save_search_index(library, showing)
    events = sum(len(catalogue.event_ids()) for catalogue in showing.catalogue.catalogues)
    return print_result(
        args,
        lambda: {"events": events, "already": already},
        lambda language: [translator(language).plural("library.indexed", events)],
    )
