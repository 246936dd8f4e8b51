"""`kiosk run`: shows the programme on the screen."""

from argparse import ArgumentParser, Namespace
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.cli import options
from kiosk.cli.exit_code import exit_code

if TYPE_CHECKING:
    from kiosk.supervisor.link import SupervisorLink


def register(commands: Any) -> None:
    """Add `run` to the command line."""
    parser: ArgumentParser = commands.add_parser("run", help="show the programme full screen")
    options.add_library_and_settings(parser)
    parser.add_argument("--at", metavar="TIME", help="rehearse: behave as if it were 2016-04-03T14:20")
    parser.add_argument("--language", choices=("kk", "ru", "en"), help="the language a visitor meets first")
    parser.add_argument("--size", metavar="WxH", help="a window of this size instead of the full screen")
    parser.set_defaults(handler=run)


def run(args: Namespace) -> int:
    """Show the programme until the window is closed, by a process that is started again when it crashes."""
    from kiosk.app.window_size import parse_sides
    from kiosk.supervisor.supervise import supervise

    if args.size:
        parse_sides(args.size)
    return supervise(partial(_show, args))


def _show(args: Namespace, link: "SupervisorLink") -> int:
    import gc

    gc.disable()  # nothing made before the first picture is garbage: `app` turns the collector on after it

    def show() -> int:
        from kiosk.app.qt_imports import import_qt

        import_qt()
        from kiosk.app import run

        return run.run(args.library, args.settings, args.at, args.language, args.size, link)

    return exit_code(show, args)
