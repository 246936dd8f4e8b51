"""`kiosk rollback`: show again what was shown before the last installation."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk import options


def register(commands: Any) -> None:
    """Add `rollback` to the command line."""
    parser: ArgumentParser = commands.add_parser("rollback", help="show the programme before this one again")
    options.which_kiosk(parser)
    options.as_json(parser)
    parser.set_defaults(handler=rollback)


def rollback(args: Namespace) -> int:
    """Go back, and say to what."""
    from kiosk import settings
    from kiosk.library.rollback import roll_back

    generation = roll_back(args.library or settings.load(args.settings).library)
    if args.json:
        import json

        from kiosk.library.describe import shown

        print(json.dumps(shown(generation), ensure_ascii=False))
    else:
        from kiosk.words import pick, system_language, words

        language = system_language()
        for pack in generation.packs:
            title = pick(pack.title, language)[0]
            print(words(language).text("library.rolled_back", title=title, version=pack.version))
    return 0
