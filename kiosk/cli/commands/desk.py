"""`kiosk desk`: the window of a press officer, its shortcut, and the two commands that it runs."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `desk`, `desk shortcut`, `desk work` and `desk draw`."""
    parser: ArgumentParser = commands.add_parser("desk", help="check a programme and make the stick")
    options.add_library_and_settings(parser)
    parser.add_argument("--language", choices=("kk", "ru", "en"), help="the language of the window")
    parser.add_argument("--size", metavar="WxH", help="the size of the window")
    parser.set_defaults(handler=show)
    verbs = parser.add_subparsers(metavar="VERB", help="a shortcut, and what the window starts for its work")
    shortcut = verbs.add_parser("shortcut", help="make the desk something to double-click")
    shortcut.set_defaults(handler=make_shortcut, changes=True)
    working = verbs.add_parser("work", help="do one job of the window, read from standard input")
    working.set_defaults(handler=work, progress=True)
    drawing = verbs.add_parser("draw", help="draw the preview of the window, as standard input asks")
    drawing.add_argument("folder", type=options.path_argument, metavar="DIR", help="where the pictures go")
    drawing.set_defaults(handler=draw, progress=True)


def show(args: Namespace) -> int:
    """Show the window until it is closed."""
    from kiosk.app.desk_window import run_desk

    return run_desk(options.load_settings(args), args.language, args.size)


def make_shortcut(args: Namespace) -> int:
    """Write the shortcuts and print where they are."""
    from kiosk.base.output import print_lines
    from kiosk.desk.shortcut import write_shortcuts
    from kiosk.i18n.translator import system_language, translator

    named = (("--library", args.library), ("--settings", args.settings))
    options = [word for name, path in named if path for word in (name, str(path.absolute()))]
    files = write_shortcuts(options, system_language())
    listed = ", ".join(map(str, files))
    print_lines(translator(system_language()).text("desk.shortcut.made", files=listed))
    return 0


def work(args: Namespace) -> int:
    """Do one job; what takes long to import is imported before the job is there."""
    import sys

    from kiosk.cli.protocol import progress_reporter, write_done
    from kiosk.desk.jobs import run_job

    if line := sys.stdin.readline():
        with progress_reporter(args) as report:
            done = run_job(line, report)
        write_done(done)
    return 0


def draw(args: Namespace) -> int:
    """Draw a picture for each line of standard input until that is closed."""
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.cli.protocol import write_line
    from kiosk.gallery.live_preview import draw_live

    draw_live(args.folder, lambda facts: write_line("progress", facts))
    return 0
