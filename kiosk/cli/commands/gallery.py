"""`kiosk gallery`: draws every screen and state to PNG files."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.base.output import print_lines
from kiosk.cli import options

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
    parser.set_defaults(handler=gallery, changes=True)


def gallery(args: Namespace) -> int:
    """Draw the pictures and print their number and folder."""
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.app import run, window
    from kiosk.app.window_size import parse_size
    from kiosk.gallery.draw import draw_gallery

    sizes = [size for size in map(parse_size, args.size or SIZES) if size]
    shown = run.open_session(args.library, args.settings, args.at, None)
    window.prepare_qt("software")
    application = window.create_application(["kiosk"])
    languages = args.language or list(shown.settings.languages)
    count = sum(1 for _ in draw_gallery(shown, args.folder, sizes, languages, args.stick))
    print_lines(f"{count} pictures in {args.folder}")
    del application
    return 0
