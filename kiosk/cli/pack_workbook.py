"""`kiosk pack template` and `kiosk pack convert`: workbooks to fill in, and source folders of them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options
from kiosk.cli.findings import findings_json, print_findings, report_problems

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from kiosk.authoring.source.raw_source import RawSource


def register(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `pack template` and `pack convert`."""
    making = verbs.add_parser("template", help="make a workbook to fill in")
    making.add_argument("file", type=options.path_argument, metavar="FILE", help="the .xlsx to write")
    making.add_argument(
        "--programme",
        type=options.path_argument,
        metavar="SRC",
        help="the source whose events are in it, or new (the default)",
    )
    making.set_defaults(handler=make_template, changes=True)

    converting = verbs.add_parser(
        "convert", help="write a workbook as a source folder, or the other way round"
    )
    converting.add_argument("source", type=options.path_argument, metavar="SRC", help="what is read")
    converting.add_argument(
        "target", type=options.path_argument, metavar="DST", help="the folder or .xlsx to write"
    )
    converting.set_defaults(handler=convert, changes=True)
    options.add_json(making, converting)


def make_template(args: Namespace) -> int:
    """Write a workbook: a new one, or one of a programme."""
    from datetime import date

    from kiosk.authoring.source.problems import SourceProblems
    from kiosk.authoring.workbook.programme_workbook import new_workbook
    from kiosk.i18n.translator import system_language

    if args.programme and str(args.programme) != "new":
        try:
            return _to_workbook(_read(args.programme, None, args), args.file, args)
        except SourceProblems as problems:
            return report_problems(problems, args, {})
    _save(args.file, new_workbook(date.today(), system_language()))
    _print(args, {"file": str(args.file), "events": 0})
    return 0


def convert(args: Namespace) -> int:
    """Write a source as a workbook or as a folder; with an error in it nothing is written."""
    from kiosk.authoring.source.problems import SourceProblems
    from kiosk.authoring.source_reader import is_workbook

    try:
        if is_workbook(args.target):
            return _to_workbook(_read(args.source, None, args), args.target, args)
        return _to_folder(_read(args.source, args.target, args), args)
    except SourceProblems as problems:
        return report_problems(problems, args, {})


def _read(subject: Path, beside: Path | None, args: Namespace) -> "RawSource":
    """The source; SourceProblems when a part of it would be lost."""
    from kiosk.authoring.source.problems import SourceProblems, sort_problems
    from kiosk.authoring.source_reader import read_source

    has_settings = beside is not None and (beside / "pack.toml").exists()
    raw = read_source(subject, beside if has_settings else None)
    problems = sort_problems(raw.problems)
    if raw.pack is None or any(problem.is_error for problem in problems):
        raise SourceProblems(problems)
    if not args.json:
        print_findings(problems)
    return raw


def _to_workbook(raw: "RawSource", file: Path, args: Namespace) -> int:
    from kiosk.authoring.workbook.programme_workbook import programme_workbook
    from kiosk.authoring.writing.copy_media import copy_media
    from kiosk.i18n.translator import system_language

    _save(file, programme_workbook(raw, system_language()))
    copy_media(raw, file.parent)
    _print(args, {"file": str(file), "events": len(raw.events)})
    return 0


def _to_folder(raw: "RawSource", args: Namespace) -> int:
    from kiosk.authoring.writing.write_source import write_source
    from kiosk.i18n.translator import system_language, translator

    written = write_source(raw, args.target)
    counts = {
        "added": len(written.added),
        "changed": len(written.changed),
        "unchanged": len(written.unchanged),
        "gone": len(written.gone),
    }
    if args.json:
        print_json({"folder": str(args.target)} | counts | findings_json(written.notes))
    else:
        print_findings(written.notes)
        sentences = translator(system_language())
        print_lines(sentences.text("workbook.written", folder=str(args.target), **counts))
    return 0


def _save(file: Path, data: bytes) -> None:
    """Write a new file; one that is there may hold somebody's work."""
    from kiosk.base.errors import KioskError
    from kiosk.base.export.export_file import export_file

    if file.suffix.lower() != ".xlsx":
        raise KioskError("workbook.suffix", file=file.name)
    if file.exists():
        raise KioskError("workbook.exists", file=str(file))
    export_file(file, data)


def _print(args: Namespace, facts: dict[str, object]) -> None:
    from kiosk.i18n.translator import system_language, translator

    if args.json:
        print_json(facts)
    else:
        print_lines(translator(system_language()).text("workbook.made", **facts))
