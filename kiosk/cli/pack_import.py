"""`kiosk pack import`: takes the events of a calendar or of another file into a source folder."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.output import print_json, print_lines
from kiosk.cli import options
from kiosk.cli.findings import findings_json, print_findings, report_problems

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from kiosk.authoring.imports.import_source import ImportResult


def register(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `pack import`."""
    importing = verbs.add_parser("import", help="take events from a calendar, schedule, web page or table")
    importing.add_argument("file", type=options.path_argument, metavar="FILE", help="the file to import")
    importing.add_argument(
        "folder", type=options.path_argument, metavar="FOLDER", help="the source folder, which may be new"
    )
    importing.add_argument(
        "--zone", default="", metavar="NAME", help="the time zone of a new folder (that of the file)"
    )
    importing.add_argument(
        "--language", default="", choices=LANGUAGES, help="the language of texts that do not show theirs"
    )
    importing.add_argument(
        "--date",
        type=_dated_word,
        action="append",
        default=[],
        metavar="WORD=DATE",
        help="the date of a word that stands for a day, as Friday=2016-04-08",
    )
    importing.add_argument(
        "--fold-themes", action="store_true", help="put topics beyond the limit of a pack into one theme"
    )
    importing.add_argument("--all", action="store_true", help="list every place of every finding")
    options.add_json(importing)
    importing.set_defaults(handler=import_file, changes=True)


def import_file(args: Namespace) -> int:
    """Import a file; print what is new and what changed, and every finding."""
    from kiosk.authoring.building.signing_time import parse_signing_time
    from kiosk.authoring.imports.import_source import import_source
    from kiosk.authoring.imports.options import ImportOptions
    from kiosk.authoring.source.problems import SourceProblems

    today = datetime.fromtimestamp(parse_signing_time("")[0], UTC).date()
    is_new = not (args.folder / "pack.toml").exists()
    wanted = ImportOptions(today, args.zone, args.language, dict(args.date), args.fold_themes)
    try:
        result = import_source(args.file, args.folder, wanted)
    except SourceProblems as problems:
        return report_problems(problems, args, {})
    _print_result(result, args, is_new=is_new)
    return 0


def _print_result(result: "ImportResult", args: Namespace, *, is_new: bool) -> None:
    from kiosk.i18n.translator import system_language, translator

    if args.json:
        print_json(result._asdict() | findings_json(result.problems))
        return
    sentences = translator(system_language())
    print_findings(result.problems, every=args.all)
    if not is_new:
        print_lines(*(sentences.text("authoring.import_added", id=id) for id in result.added))
    print_lines(
        *(
            sentences.text("authoring.import_changed", id=id, fields=", ".join(fields))
            for id, fields in result.changed.items()
        ),
        sentences.text(
            "authoring.imported",
            file=args.file.name,
            events=result.events,
            skipped=result.skipped,
            added=len(result.added),
            changed=len(result.changed),
            unchanged=len(result.unchanged),
            gone=len(result.gone),
        ),
    )


def _dated_word(text: str) -> tuple[str, date]:
    word, _, day = text.rpartition("=")
    try:
        return word.strip(), date.fromisoformat(day.strip())
    except ValueError:
        raise ArgumentTypeError("as in Friday=2016-04-08") from None
