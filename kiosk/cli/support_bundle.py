"""`kiosk support-bundle`: writes what a technician who is far away needs as one file."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.cli import options
from kiosk.cli.messages import print_messages


def register(commands: Any) -> None:
    """Add `support-bundle` to the command line."""
    parser: ArgumentParser = commands.add_parser(
        "support-bundle", help="write one file for a technician who is far away"
    )
    parser.add_argument(
        "folder", type=options.path_argument, metavar="FOLDER", help="where the file goes, such as a stick"
    )
    options.add_library_and_settings(parser)
    parser.add_argument("--size", default="", metavar="WxH", help="the screen's size")
    parser.add_argument(
        "--language", choices=("kk", "ru", "en"), help="the report's language (default: the system's)"
    )
    options.add_json(parser)
    parser.set_defaults(handler=write_bundle, changes=True)


def write_bundle(args: Namespace) -> int:
    """Run the health checks, collect the rest and write the file; a finding is no failure."""
    from dataclasses import replace

    from kiosk.base import settings
    from kiosk.base.export.export_file import require_folder
    from kiosk.health.library_facts import read_library_facts
    from kiosk.health.run_checks import run_checks
    from kiosk.health.support.bundle import export_bundle
    from kiosk.health.support.parts import SupportFacts
    from kiosk.i18n.translator import system_language

    require_folder(args.folder)
    loaded = settings.load_file(args.settings, args.library)
    chosen = replace(loaded.settings, **settings.read_staff_choices(loaded.settings))
    library = read_library_facts(chosen.library)
    report = run_checks(chosen, file=loaded, size=args.size, library=library)
    facts = SupportFacts(chosen, loaded, library, report, args.language or system_language())
    file = export_bundle(args.folder, facts, args.size)
    print_messages(args, {"file": str(file)}, ("support.saved", {"file": file}))
    return 0
