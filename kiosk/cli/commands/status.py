"""`kiosk status`: prints what is installed, and whether it is damaged."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from kiosk.library.status import Status

MAX_LOG_ENTRIES = 20
"""The most log entries that --json prints."""


def register(commands: Any) -> None:
    """Add `status` to the command line."""
    parser: ArgumentParser = commands.add_parser(
        "status", help="print what is installed, and whether it is damaged"
    )
    options.add_library_and_settings(parser)
    options.add_json(parser)
    parser.set_defaults(handler=status)


def status(args: Namespace) -> int:
    """Print the status of the library; an empty one is no failure."""
    from kiosk.library.status import read_status

    library_status = read_status(options.library_folder(args))
    if args.json:
        from kiosk.library.json_values import generation_to_json

        log = [
            {"at": at, "what": what, **detail} for at, what, detail in library_status.log[-MAX_LOG_ENTRIES:]
        ]
        others = {
            "previous": library_status.previous.id if library_status.previous else 0,
            "newer": library_status.newer.id if library_status.newer else 0,
        }
        print_json(
            generation_to_json(library_status.current)
            | others
            | {"damaged": library_status.damaged, "log": log}
        )
    else:
        print_lines(*_lines(library_status))
    return 0


def _lines(library_status: "Status") -> list[str]:
    from kiosk.i18n.translator import pick_translation, system_language, translator

    language = system_language()
    sentences = translator(language)
    if library_status.current is None:
        return [sentences.text("library.nothing")]
    lines = [sentences.text("library.shown", generation=library_status.current.id)]
    for pack in library_status.current.packs:
        facts = {"version": pack.version, "short_id": pack.short_id, "updated": pack.updated}
        events = sentences.plural("library.events", pack.events)
        lines.append(
            sentences.text(
                "library.pack", title=pick_translation(pack.title, language)[0], events=events, **facts
            )
        )
    if library_status.previous:
        lines.append(sentences.text("library.can_go_back", generation=library_status.previous.id))
    if library_status.newer:
        lines.append(sentences.text("library.can_go_forward", generation=library_status.newer.id))
    if library_status.damaged:
        lines.append(sentences.text("library.damaged", files=", ".join(library_status.damaged)))
    return lines
