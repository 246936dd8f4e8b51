"""The `kiosk` command: runs the command asked for and turns its outcome into an exit code."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from kiosk import __version__
from kiosk.base.errors import KioskError
from kiosk.base.output import OutputError, prepare_streams, print_traceback, run_in_utf8
from kiosk.cli.commands import command_modules

FAILED = 1
BUG = 70
"""EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 for success, 1 for a KioskError, 2 for wrong usage, 70 for a bug.

    A command that cannot print its result has failed, except one that `changes` something: it is done.
    """
    if arguments is None:
        run_in_utf8()
    prepare_streams()
    words = sys.argv[1:] if arguments is None else list(arguments)
    args = parser(words[0] if words else "").parse_args(words, Namespace(words=words))
    try:
        return run_command(args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OutputError:
        return 0 if getattr(args, "changes", False) else FAILED
    except Exception as error:
        print_traceback(error)
        return BUG


def parser(word: str = "") -> ArgumentParser:
    """The parser of the command `word`, or of all commands."""
    top = ArgumentParser(prog="kiosk", description="A reading room's programme on a touch screen.")
    top.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for module in command_modules(word):
        module.register(commands)
    return top


def run_command(args: Namespace) -> int:
    """Run the handler; returns the exit code."""
    try:
        code: int = args.handler(args)
    except KioskError as error:
        code = report_failure(error, args)
    except MemoryError:
        code = report_failure(KioskError("sources.memory"), args)
    except KeyboardInterrupt:
        if not getattr(args, "progress", False):
            raise
        report_failure(KioskError("sources.stopped"), args)
        code = INTERRUPTED
    return code


def report_failure(error: KioskError, args: Namespace) -> int:
    """Print the error for people and for programs."""
    from kiosk.cli.protocol import report_error

    report_error(error, args)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
