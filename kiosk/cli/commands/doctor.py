"""`kiosk doctor`: runs the health checks and prints their findings with remedies."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options, support_bundle

if TYPE_CHECKING:
    from kiosk.base.settings import Settings
    from kiosk.health.run_checks import HealthReport


def register(commands: Any) -> None:
    """Add `doctor` and `support-bundle` to the command line."""
    parser: ArgumentParser = commands.add_parser("doctor", help="run the health checks; print what to do")
    options.add_library_and_settings(parser)
    parser.add_argument("--size", default="", metavar="WxH", help="the screen's size, for the report")
    parser.add_argument(
        "--screen-saver",
        default="",
        choices=("", "held", "x11", "wayland", "windows", "console"),
        help="what the running kiosk knows of screen savers; the screen uses it",
    )
    parser.add_argument(
        "--pdf", type=options.path_argument, metavar="FILE", help="also write the report as a PDF of one page"
    )
    parser.add_argument("--print", action="store_true", help="also print that page")
    parser.add_argument(
        "--language", choices=("kk", "ru", "en"), help="the page's language (default: the system's)"
    )
    options.add_json(parser)
    parser.set_defaults(handler=doctor)
    support_bundle.register(commands)


def doctor(args: Namespace) -> int:
    """Print the findings; a finding is no failure of this command."""
    from dataclasses import replace

    from kiosk.base import settings
    from kiosk.health import report_text
    from kiosk.health.checks.screen_saver import ScreenSaver
    from kiosk.health.run_checks import run_checks
    from kiosk.i18n.translator import system_language

    loaded = settings.load_file(args.settings, args.library)
    chosen = replace(loaded.settings, **settings.read_staff_choices(loaded.settings))
    report = run_checks(chosen, file=loaded, size=args.size, screen_saver=ScreenSaver(args.screen_saver))
    language = args.language or system_language()
    if args.pdf or args.print:
        _save_or_print_page(report, language, chosen, args)
    if args.json:
        findings = [report_text.finding_to_json(finding) for finding in report.findings]
        facts = {"at": report.at, "level": report.level, "checks": findings, "log": report.log}
        print_json(facts)
    else:
        lines = [line for finding in report.findings for line in report_text.finding_lines(finding, language)]
        print_lines(*lines + [entry[language] for entry in report.log])
    return 0


def _save_or_print_page(report: "HealthReport", language: str, chosen: "Settings", args: Namespace) -> None:
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.app import health_report_pdf, window
    from kiosk.base.export.export_file import export_file
    from kiosk.i18n.translator import pick_translation, translator
    from kiosk.library.library_paths import LibraryPaths
    from kiosk.printing.print_page import print_page

    application = window.create_application(["kiosk"])
    corner = pick_translation(chosen.corner_name, language)[0] if chosen.corner_name else chosen.corner
    page = health_report_pdf.draw_health_report(report, language, corner)
    del application
    if args.pdf:
        export_file(args.pdf, page)
    if args.print:
        title, folder = translator(language).text("health.sheet.title"), LibraryPaths(chosen.library).flyers
        print_page(page, title, folder, chosen.printer)
