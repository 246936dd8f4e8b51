"""`kiosk receipts`: summarises the receipts of many kiosks."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.base.errors import disk_reason
from kiosk.base.output import print_errors, print_json, print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.i18n.translator import Translator
    from kiosk.receipts.fleet import Fleet

MAX_PROBLEMS = 1000
"""The most problems that --json lists; stderr has all of them."""


def register(commands: Any) -> None:
    """Add `receipts read` to the command line."""
    receipts: ArgumentParser = commands.add_parser("receipts", help="summarise the receipts of many kiosks")
    verbs = receipts.add_subparsers(metavar="VERB", required=True)
    reading = verbs.add_parser("read", help="print the newest receipt of each kiosk as a table")
    reading.add_argument(
        "folder", type=options.path_argument, metavar="DIR", help="a stick, the share, or copies of them"
    )
    options.add_json(reading)
    reading.add_argument(
        "--csv", type=options.path_argument, metavar="FILE", help="also write the table for a spreadsheet"
    )
    reading.set_defaults(handler=read)


def read(args: Namespace) -> int:
    """Print the table; a file that is no receipt is reported on stderr and is no failure."""
    import time

    from kiosk.i18n.translator import system_language, translator
    from kiosk.receipts import fleet_report

    translations, now = translator(system_language()), int(time.time())
    fleet, problems, refused = _read_receipts(args.folder, translations)
    if args.csv:
        _write_csv(args.csv, fleet_report.csv_rows(fleet, translations, now))
    if args.json:
        facts = fleet_report.fleet_to_json(fleet, translations, now) | {
            "refused": refused,
            "problems": problems,
        }
        print_json(facts)
        return 0
    if not fleet.read:
        print_lines(translations.text("receipts.empty", path=args.folder))
        return 0
    for line in fleet_report.report_lines(fleet, translations, now):
        print_lines(line)
    print_lines(translations.text("receipts.read", n=fleet.read, refused=refused))
    return 0


def _read_receipts(folder: Path, translations: "Translator") -> "tuple[Fleet, list[dict[str, object]], int]":
    """The fleet, the first problems and the number of all; each problem is printed at once."""
    from kiosk.base.errors import KioskError
    from kiosk.receipts.find_receipts import read_receipts
    from kiosk.receipts.fleet import Fleet

    fleet, refused = Fleet(), 0
    problems: list[dict[str, object]] = []
    for found in read_receipts(folder):
        if not isinstance(found, KioskError):
            fleet.add(found)
            continue
        refused += 1
        sentence = translations.error(found)
        print_errors(sentence)
        if len(problems) < MAX_PROBLEMS:
            problem = found.detail.get("problem", found)
            code = problem.code if isinstance(problem, KioskError) else found.code
            problems.append({"code": code, "file": found.detail.get("file", ""), "message": sentence})
    return fleet, problems, refused


def _write_csv(file: Path, rows: "Iterable[tuple[object, ...]]") -> None:
    """Write a CSV file, with a byte order mark so that spreadsheets read the Kazakh letters."""
    import csv

    from kiosk.base.errors import KioskError

    try:
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(rows)
    except OSError as error:
        raise KioskError("receipts.csv", path=str(file), reason=disk_reason(error)) from error
