"""`kiosk pack`: builds, checks and shows packs."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_errors, print_json, print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Sequence

    from kiosk.authoring.source.problems import Problem, SourceProblems
    from kiosk.base.sentence_ids import SentenceId


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `pack build`, `pack check` and `pack show`."""
    pack = commands.add_parser("pack", help="build, check and show packs")
    verbs = pack.add_subparsers(metavar="VERB", required=True)

    making = verbs.add_parser("build", help="build a signed pack from a source folder")
    making.add_argument("source", type=options.path_argument, metavar="SRC", help="the folder with pack.toml")
    making.add_argument(
        "-o", "--out", type=options.path_argument, required=True, metavar="FILE", help="the .kpack to write"
    )
    making.add_argument(
        "--keys", type=options.path_argument, metavar="DIR", help="the publisher's keys folder"
    )
    making.add_argument(
        "--version", type=_positive_number, metavar="N", help="the pack's version (that of pack.toml)"
    )
    making.add_argument(
        "--signed-at", metavar="ISO", default="", help="when it is signed (SOURCE_DATE_EPOCH, else now)"
    )
    making.set_defaults(handler=build, changes=True)

    checking = verbs.add_parser("check", help="list every problem of a source folder or a pack")
    checking.add_argument(
        "subject", type=options.path_argument, metavar="SRC|FILE", help="a source folder or a .kpack"
    )
    checking.set_defaults(handler=check)

    showing = verbs.add_parser("show", help="print the contents of a pack, unverified")
    showing.add_argument("file", type=options.path_argument, metavar="FILE", help="a .kpack")
    showing.set_defaults(handler=show)
    options.add_json(making, checking, showing)


def build(args: Namespace) -> int:
    """Build a pack; with problems in its source, print them all and write nothing."""
    from kiosk.authoring.building import report
    from kiosk.authoring.building.build_pack import build_pack as build_pack
    from kiosk.authoring.building.signing_time import parse_signing_time
    from kiosk.authoring.source.problems import SourceProblems
    from kiosk.base.paths import default_library

    keys = args.keys or default_library() / "keys"
    try:
        signed_at, by_clock = parse_signing_time(args.signed_at)
        built = build_pack(
            args.source,
            args.out,
            keys,
            signed_at,
            args.version,
            by_clock=by_clock,
            on_warnings=lambda warnings: None if args.json else _print_warnings(warnings),
        )
    except SourceProblems as problems:
        return _report_problems(problems, args)
    facts = report.pack_facts(built.contents, built.size) | {"file": str(args.out)}
    _print_result("authoring.built", facts, built.warnings if args.json else (), args)
    return 0


def check(args: Namespace) -> int:
    """Check a source folder and print all its problems, or verify a pack as a kiosk would."""
    from kiosk.authoring.building import report
    from kiosk.authoring.building.build_pack import check_source
    from kiosk.authoring.building.inspect_pack import inspect_pack
    from kiosk.authoring.source.problems import SourceProblems

    if not args.subject.is_dir():
        _print_result(
            "authoring.pack_sound",
            report.pack_facts(inspect_pack(args.subject), args.subject.stat().st_size),
            (),
            args,
        )
        return 0
    try:
        source = check_source(args.subject)
    except SourceProblems as problems:
        return _report_problems(problems, args)
    _print_result("authoring.source_sound", {"events": len(source.programme.events)}, source.warnings, args)
    return 0


def show(args: Namespace) -> int:
    """Print the contents of a pack; no signature is verified."""
    from kiosk.authoring.building import report
    from kiosk.packs.pack_file import Pack

    with Pack(args.file) as pack:
        _print_result(
            "authoring.shown",
            report.pack_facts(pack.unverified_contents(), args.file.stat().st_size),
            (),
            args,
        )
    return 0


def _print_result(
    sentence: "SentenceId", values: dict[str, Any], warnings: "Sequence[Problem]", args: Namespace
) -> None:
    """Print `values` in a sentence, after the warnings on stderr; or all of it as one JSON object."""

    from kiosk.authoring.building import report
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    if args.json:
        facts = {"problems": report.problem_facts(warnings, sentences)}
        print_json(values | facts)
        return
    _print_warnings(warnings)
    filled = report.facts_as_text(values, sentences.language) if "title" in values else values
    print_lines(sentences.text(sentence, **filled))


def _print_warnings(warnings: "Sequence[Problem]") -> None:
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    for warning in warnings:
        print_errors(sentences.error(warning.line_text))


def _report_problems(problems: "SourceProblems", args: Namespace) -> int:
    """Print each problem of a source; without --json the command line then prints how many there are."""
    from kiosk.authoring.building import report
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    if not args.json:
        lines = (problem.line_text for problem in problems.problems)
        print_errors(*(sentences.error(line) for line in lines))
        raise problems
    error = {"code": problems.code, "message": sentences.error(problems)}
    facts = report.problem_facts(problems.problems, sentences)
    print_json({"error": error, "problems": facts})
    return 1


def _positive_number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("a whole number from 1")
    return int(text)
