"""`kiosk doctor`: how everything stands, and what to do about it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.health.examine import Findings


def register(commands: Any) -> None:
    """Add `doctor` to the command line."""
    parser: ArgumentParser = commands.add_parser("doctor", help="say how everything stands, and what to do")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library (default: this machine's)")
    parser.add_argument(
        "--settings", type=Path, metavar="FILE", help="a kiosk.toml (default: this machine's)"
    )
    parser.add_argument(
        "--size", default="", metavar="WxH", help="the size of the screen, to be told with it"
    )
    parser.add_argument("--page", type=Path, metavar="FILE.pdf", help="draw it on one page to print, too")
    parser.add_argument(
        "--language", choices=("kk", "ru", "en"), help="the page's language (default: the system's)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(handler=doctor)


def doctor(args: Namespace) -> int:
    """Print what was found; to have found something wrong is no failure of the doctor."""
    from dataclasses import replace

    from kiosk import settings
    from kiosk.errors import KioskError
    from kiosk.health import told
    from kiosk.health.examine import examine
    from kiosk.words import pick, system_language

    chosen, problem = settings.Settings(), None
    try:
        chosen = settings.load(args.settings)
    except KioskError as error:
        problem = error
    if args.library:
        chosen = replace(chosen, library=args.library)
    found = examine(chosen, problem=problem, size=args.size)
    language = args.language or system_language()
    if args.page:
        _draw(
            found,
            language,
            pick(chosen.corner_name, language)[0] if chosen.corner_name else chosen.corner,
            args.page,
        )
    if args.json:
        import json

        checks = [told.facts(check) for check in found.checks]
        facts = {"at": found.at, "level": found.level, "checks": checks, "log": found.log}
        print(json.dumps(facts, ensure_ascii=False))
    else:
        print("\n".join(line for check in found.checks for line in told.lines(check, language)))
        for entry in found.log:
            print(entry[language])
    return 0


def _draw(found: "Findings", language: str, corner: str, file: Path) -> None:
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk import screen, sheet

    application = screen.application(["kiosk"])
    sheet.draw(found, language, corner, file)
    del application
