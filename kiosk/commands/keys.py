"""`kiosk keys`: the keys a publisher signs packs with."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any


def register(commands: Any) -> None:
    """Add `keys new` to the command line."""
    keys: ArgumentParser = commands.add_parser("keys", help="make the keys a publisher signs packs with")
    verbs = keys.add_subparsers(metavar="VERB", required=True)
    new = verbs.add_parser("new", help="make the keys folder of a new publisher")
    new.add_argument("folder", type=Path, metavar="DIR", help="where to make it; must not hold anything yet")
    new.add_argument("--publisher", default="local", metavar="ID", help="short name, a-z 0-9 - (local)")
    new.add_argument("--name", default="", metavar="NAME", help="the publisher as people call it (its ID)")
    new.add_argument(
        "--host", action="append", default=[], metavar="HOST", help="where QR codes may lead; may be repeated"
    )
    for name, what in (("--venue", "a place its events may be at"), ("--theme", "a theme they may be of")):
        new.add_argument(
            name, action="append", metavar="ID", help=f"{what} (any); may be repeated", default=[]
        )
    new.add_argument(
        "--rank", type=int, default=0, metavar="N", help="who wins: 0 the country (0), more a smaller place"
    )
    new.add_argument("--json", action="store_true", help="print one JSON object")
    new.set_defaults(handler=make)


def make(args: Namespace) -> int:
    """Make a keys folder and say what to do with its parts."""
    from datetime import UTC, datetime

    from kiosk.authoring import keys
    from kiosk.packs.publisher import ANY, Publisher
    from kiosk.words import system_language, words

    venues, themes = tuple(args.venue) or ANY, tuple(args.theme) or ANY
    name = args.name or args.publisher
    publisher = Publisher(args.publisher, name, tuple(args.host), venues, themes, args.rank)
    keys.make(args.folder, publisher, datetime.now(UTC))
    if args.json:
        import json

        print(
            json.dumps(publisher.to_fields() | {"root": str(args.folder / "root.json")}, ensure_ascii=False)
        )
    else:
        print(words(system_language()).text("keys.made", folder=args.folder, name=publisher.name))
    return 0
