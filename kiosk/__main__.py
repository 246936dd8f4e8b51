"""The `kiosk` command: finds the command asked for and turns how it ends into an exit code."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from kiosk import __version__
from kiosk.base.errors import KioskError
from kiosk.cli.commands import command_modules

FAILED = 1
BUG = 70
"""EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
"""128 + SIGINT, as shells say it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is done, 1 an expected failure told in one sentence, 2 wrong usage, 70 a bug."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    args = parser(given[0] if given else "").parse_args(given, Namespace(words=given))
    try:
        return run_command(args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone; Python would complain once more while it shuts down
        # (docs.python.org/3/library/signal.html, note on SIGPIPE)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception:
        import traceback

        traceback.print_exc()
        return BUG


def parser(word: str = "") -> ArgumentParser:
    """The command line's grammar: that of the command `word`, or of all commands."""
    top = ArgumentParser(prog="kiosk", description="A reading room's programme on a touch screen.")
    top.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for module in command_modules(word):
        module.register(commands)
    return top


def run_command(args: Namespace) -> int:
    """The exit code of the command that was asked for, once its output is out."""
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
    sys.stdout.flush()
    return code


def report_failure(error: KioskError, args: Namespace) -> int:
    """Say what is wrong, to people and to programs."""
    from kiosk.cli.protocol import report_error

    report_error(error, args)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
