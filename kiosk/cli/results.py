"""Prints the result of a command: as the last line of its progress, as JSON, or as text."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence

from kiosk.base.output import print_json, print_lines
from kiosk.cli.protocol import write_done
from kiosk.i18n.translator import system_language


def print_result(
    args: Namespace, to_json: Callable[[], Mapping[str, object]], to_lines: Callable[[str], Sequence[str]]
) -> int:
    """Print what --progress, --json or neither asks for; return the exit code 0.

    `to_lines` gets the language of the user's environment.
    """
    if args.progress:
        write_done(to_json())
    elif args.json:
        print_json(to_json())
    else:
        print_lines(*to_lines(system_language()))
    return 0
