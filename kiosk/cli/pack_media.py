"""`kiosk pack media`: gives the pictures and videos of a folder to the events of a source folder."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kiosk.cli import options

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `pack media`."""
    matching = verbs.add_parser("media", help="give the pictures and videos of a folder to events")
    matching.add_argument(
        "source", type=options.path_argument, metavar="SRC", help="the folder with pack.toml"
    )
    matching.add_argument(
        "folder", type=options.path_argument, metavar="DIR", help="the folder of pictures and videos"
    )
    matching.set_defaults(handler=match, changes=True)
    options.add_json(matching)


def match(args: Namespace) -> int:
    """Copy the files into the source folder and name them in its events; print those that are left out."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from kiosk.authoring.matching.match_media import match_media
    from kiosk.authoring.source.folder import read_source_folder
    from kiosk.authoring.source.problems import SourceProblems
    from kiosk.authoring.writing.write_source import write_source
    from kiosk.base.errors import KioskError
    from kiosk.base.output import print_json, print_lines
    from kiosk.cli.findings import findings_json, print_findings
    from kiosk.i18n.translator import system_language, translator

    if not args.folder.is_dir():
        raise KioskError("authoring.media_folder", folder=args.folder)
    raw = read_source_folder(args.source)
    if raw.problems:
        raise SourceProblems(raw.problems)
    with TemporaryDirectory() as work:
        warnings = match_media(raw, args.folder, Path(work))
        write_source(raw, args.source)
    if args.json:
        print_json({"files": sorted(raw.files)} | findings_json(warnings))
        return 0
    print_findings(warnings)
    sentences = translator(system_language())
    print_lines(sentences.plural("authoring.media_matched", len(raw.files), folder=args.source))
    return 0
