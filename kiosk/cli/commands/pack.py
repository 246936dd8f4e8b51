"""`kiosk pack`: builds, checks and shows packs."""

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.errors import KioskError
from kiosk.base.output import print_json, print_lines
from kiosk.cli import options, pack_guide, pack_import, pack_media, pack_workbook
from kiosk.cli.findings import findings_json, print_findings, report_problems, show_matrix, write_page

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Sequence

    from kiosk.authoring.source.problems import Problem
    from kiosk.base.sentence_ids import SentenceId


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the verbs of `pack`."""
    pack = commands.add_parser("pack", help="build, check and show packs")
    verbs = pack.add_subparsers(metavar="VERB", required=True)

    making = verbs.add_parser("build", help="build a signed pack from a source folder or workbook")
    making.add_argument(
        "source", type=options.path_argument, metavar="SRC", help="a source folder or a workbook"
    )
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

    checking = verbs.add_parser("check", help="list every problem of a source or a pack")
    checking.add_argument(
        "subject",
        type=options.path_argument,
        metavar="SRC|FILE",
        help="a source folder, a workbook or a .kpack",
    )
    checking.add_argument(
        "--keys", type=options.path_argument, metavar="DIR", help="the keys folder whose rights apply"
    )
    checking.add_argument("--at", metavar="TIME", default="", help="as if it were then: 2016-04-03T14:20")
    checking.add_argument("--all", action="store_true", help="list every place of every finding")
    checking.add_argument(
        "--matrix", action="store_true", help="show which texts are there in which language"
    )
    checking.add_argument(
        "--page", type=options.path_argument, metavar="FILE", help="write a page to print, .pdf or .html"
    )
    checking.add_argument(
        "--language", choices=("kk", "ru", "en"), help="of that page (default: the system's)"
    )
    checking.set_defaults(handler=check)

    showing = verbs.add_parser("show", help="print the contents of a pack, unverified")
    showing.add_argument("file", type=options.path_argument, metavar="FILE", help="a .kpack")
    showing.set_defaults(handler=show)
    options.add_json(making, checking, showing)
    pack_media.register(verbs)
    pack_import.register(verbs)
    pack_workbook.register(verbs)
    pack_guide.register(verbs)


def build(args: Namespace) -> int:
    """Build a pack; with problems in its source, print them all and write nothing."""
    from kiosk.authoring.building import report
    from kiosk.authoring.building.build_pack import build_pack as build_pack
    from kiosk.authoring.building.signing_time import parse_signing_time
    from kiosk.authoring.source.problems import SourceProblems
    from kiosk.base.paths import default_library
    from kiosk.cli.secret_input import ask_passphrase

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
            on_warnings=lambda warnings: None if args.json else print_findings(warnings),
            ask=ask_passphrase,
        )
    except SourceProblems as problems:
        return report_problems(problems, args, {})
    facts = report.pack_facts(built.contents, built.size) | {"file": str(args.out)}
    _print_result("authoring.built", facts, built.warnings if args.json else (), args)
    return 0


def check(args: Namespace) -> int:
    """Check a source folder and print all its problems, or verify a pack as a kiosk would."""
    from kiosk.authoring.building import report
    from kiosk.authoring.building.inspect_pack import inspect_pack
    from kiosk.authoring.source_reader import is_source

    if not is_source(args.subject):
        if args.matrix or args.page:
            raise KioskError("findings.only_source", file=args.subject)
        _print_result(
            "authoring.pack_sound",
            report.pack_facts(inspect_pack(args.subject), args.subject.stat().st_size),
            (),
            args,
        )
        return 0
    return _check_source(args)


def _check_source(args: Namespace) -> int:
    from kiosk.authoring.building.build_pack import check_source
    from kiosk.authoring.building.signing_time import parse_signing_time
    from kiosk.authoring.keys.key_folder import read_root_chain
    from kiosk.authoring.source.problems import SourceProblems
    from kiosk.base.paths import default_library

    if args.keys:
        read_root_chain(args.keys)
    at = parse_signing_time(args.at)[0] if args.at else int(time.time())
    try:
        source = check_source(args.subject, args.keys or default_library() / "keys", at)
    except SourceProblems as problems:
        write_page(args, problems.problems)
        return report_problems(problems, args, show_matrix(args))
    write_page(args, source.warnings)
    facts = show_matrix(args) | {"events": len(source.programme.events)}
    _print_result("authoring.source_sound", facts, source.warnings, args)
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
        print_json(values | findings_json(warnings))
        return
    print_findings(warnings, every=getattr(args, "all", False))
    filled = report.facts_as_text(values, sentences.language) if "title" in values else values
    print_lines(sentences.text(sentence, **filled))


def _positive_number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("a whole number from 1")
    return int(text)
