"""Prints what was found in the source of a pack."""

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kiosk.base.errors import KioskError
from kiosk.base.output import print_errors, print_json, print_lines

if TYPE_CHECKING:
    from kiosk.authoring.source.problems import Problem, SourceProblems


def print_findings(problems: "Sequence[Problem]", *, every: bool = False) -> None:
    """Print the problems to stderr, grouped by cause, in the user's language."""
    from kiosk.authoring.findings.finding_lines import finding_lines
    from kiosk.i18n.translator import system_language, translator

    print_errors(*finding_lines(problems, translator(system_language()), every=every))


def findings_json(problems: "Sequence[Problem]") -> dict[str, Any]:
    """The problems and their groups for --json."""
    from kiosk.authoring.findings.finding_facts import finding_facts
    from kiosk.i18n.translator import system_language, translator

    return finding_facts(problems, translator(system_language()))


def report_problems(problems: "SourceProblems", args: Namespace, facts: dict[str, Any]) -> int:
    """Print why no pack can be made; with --json `facts` too, else the command line ends with the error."""
    from kiosk.i18n.translator import system_language, translator

    if not args.json:
        print_findings(problems.problems, every=getattr(args, "all", False))
        raise problems
    error = {"code": problems.code, "message": translator(system_language()).error(problems)}
    print_json({"error": error} | findings_json(problems.problems) | facts)
    return 1


def write_page(args: Namespace, problems: "Sequence[Problem]") -> None:
    """Write the page of `--page`, if given; KioskError 'findings.page_kind' for an unknown suffix."""
    if not args.page:
        return
    from kiosk.authoring.findings.page import html_page, pdf_page
    from kiosk.base.export.export_file import export_file
    from kiosk.i18n.translator import system_language, translator

    makers = {".pdf": pdf_page, ".html": html_page}
    if args.page.suffix.lower() not in makers:
        raise KioskError("findings.page_kind", file=str(args.page))
    name, sentences = args.subject.resolve().name, translator(args.language or system_language())
    export_file(args.page, makers[args.page.suffix.lower()](name, problems, sentences))


def show_matrix(args: Namespace) -> dict[str, Any]:
    """Print which texts of the source are there in which language, with `--matrix`; its facts with --json."""
    from kiosk.authoring.findings.matrix import matrix_facts, matrix_lines, source_languages, text_matrix
    from kiosk.authoring.source_reader import read_source

    if not args.matrix:
        return {}
    source = read_source(args.subject)
    rows, languages = text_matrix(source), source_languages(source)
    if args.json:
        return {"matrix": matrix_facts(rows, languages)}
    print_lines(*matrix_lines(rows, languages))
    return {}
