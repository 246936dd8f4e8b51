"""`kiosk gallery`: draws every screen and state to PNG files."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.viewmodels.session import Session

SIZES = ["1920x1080", "1080x1920", "1280x1024", "3840x2160"]


def register(commands: Any) -> None:
    """Add `gallery` to the command line."""
    parser: ArgumentParser = commands.add_parser("gallery", help="draw every screen to PNG files")
    parser.add_argument("folder", type=options.path_argument, metavar="DIR", help="where the pictures go")
    options.add_library_and_settings(parser)
    parser.add_argument("--at", metavar="TIME", help="as if it were then: 2016-04-03T14:20")
    parser.add_argument(
        "--size", action="append", metavar="WxH", help=f"a screen size; may be repeated (default: {SIZES})"
    )
    parser.add_argument(
        "--language", action="append", choices=("kk", "ru", "en"), help="may be repeated (default: all)"
    )
    parser.add_argument(
        "--stick", type=options.path_argument, metavar="DIR", help="a folder with packs for the staff pages"
    )
    parser.add_argument(
        "--event", action="append", metavar="ID", help="only the pages of this event; may be repeated"
    )
    parser.add_argument(
        "--screen", action="append", metavar="NAME", help="only these screens, as 'home*'; may be repeated"
    )
    parser.add_argument("--missing", action="store_true", help="leave pictures that are there")
    parser.set_defaults(handler=gallery, changes=True)


def gallery(args: Namespace) -> int:
    """Draw the pictures and print their number and folder."""
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.app import run, window
    from kiosk.app.window_size import parse_size
    from kiosk.gallery.draw import draw_sessions
    from kiosk.gallery.selection import Selection
    from kiosk.gallery.sessions import gallery_sessions

    sizes = [size for size in map(parse_size, args.size or SIZES) if size]
    shown = run.open_session(args.library, args.settings, args.at, None)
    selection = Selection(args.event or (), args.screen or ())
    _require_events(shown, selection.events)
    window.prepare_qt("software")
    application = window.create_application(["kiosk"])
    languages = args.language or list(shown.settings.languages)
    sessions = gallery_sessions(shown, args.stick, selection)
    drawn = draw_sessions(sessions, args.folder, sizes, languages, only_missing=args.missing)
    count = sum(1 for _ in drawn)
    print_lines(f"{count} pictures in {args.folder}")
    del application
    return 0


def _require_events(shown: "Session", ids: "Collection[str]") -> None:
    """KioskError 'gallery.no_event' for an id that no event of the programme has."""
    from kiosk.base.errors import KioskError

    cards = shown.programme.catalogue.cards(None) if shown.programme else ()
    known = {card.id for card in cards}
    if unknown := next((id for id in ids if id not in known), ""):
        raise KioskError("gallery.no_event", event=unknown)
