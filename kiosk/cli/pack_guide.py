"""`kiosk pack guide`: writes the way from a workbook to a stick as one page."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kiosk.cli import options

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `pack guide`."""
    guide = verbs.add_parser("guide", help="write one page that tells how a stick is made")
    guide.add_argument("file", type=options.path_argument, metavar="FILE", help="the PDF to write")
    guide.add_argument("--language", choices=("kk", "ru", "en"), help="its language (default: the system's)")
    guide.set_defaults(handler=write_guide, changes=True)


def write_guide(args: Namespace) -> int:
    """Write the page; KioskErrors of `export_file`."""
    from kiosk.authoring.building.signing_time import parse_signing_time
    from kiosk.authoring.publishing_guide import make_guide
    from kiosk.base.export.export_file import export_file
    from kiosk.base.output import print_lines
    from kiosk.i18n.translator import system_language, translator

    export_file(args.file, make_guide(args.language or system_language(), parse_signing_time("")[0]))
    print_lines(translator(system_language()).text("guide.made", file=args.file))
    return 0
