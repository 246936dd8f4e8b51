"""The `kiosk` command: runs the command asked for and turns its outcome into an exit code."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from kiosk import __version__
from kiosk.base import cancellation
from kiosk.base.output import flush_output, prepare_streams, run_in_utf8
from kiosk.cli.commands import command_modules
from kiosk.cli.exit_code import exit_code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (`kiosk.cli.exit_code`).

    Without `arguments` it runs the command of this process and handles its signals; afterwards these are
    ignored, so that the exit code stays.
    """
    if arguments is not None:
        return _run(list(arguments))
    cancellation.listen()
    run_in_utf8()
    try:
        return _run(sys.argv[1:])
    finally:
        cancellation.ignore_signals()


def _run(words: list[str]) -> int:
    prepare_streams()
    try:
        args = parser(words[0] if words else "").parse_args(words, Namespace(words=words))
    except SystemExit as help_or_refusal:
        code = int(help_or_refusal.code or 0)
        raise SystemExit(exit_code(lambda: _flush(code), Namespace())) from None
    return exit_code(lambda: args.handler(args), args)


def _flush(code: int) -> int:
    """Write out what the parser has printed, and return the code."""
    flush_output()
    return code


def parser(word: str = "") -> ArgumentParser:
    """The parser of the command `word`, or of all commands."""
    top = ArgumentParser(prog="kiosk", description="A reading room's programme on a touch screen.")
    top.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for module in command_modules(word):
        module.register(commands)
    return top


if __name__ == "__main__":
    sys.exit(main())
