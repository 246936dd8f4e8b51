"""`kiosk power`: switches the computer off, or restarts it."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.base.output import print_json
from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `power off` and `power restart`."""
    power: ArgumentParser = commands.add_parser("power", help="switch the computer off, or restart it")
    verbs = power.add_subparsers(metavar="VERB", required=True)
    off = verbs.add_parser("off", help="switch the computer off")
    restart = verbs.add_parser("restart", help="restart the computer")
    for action, verb in (("off", off), ("restart", restart)):
        verb.set_defaults(handler=change, action=action)
    options.add_library_and_settings(off, restart)
    options.add_json(off, restart)


def change(args: Namespace) -> int:
    """Ask the system to do it; it then ends this program too."""
    from kiosk.power.change_power import change_power

    change_power(args.action)
    if args.json:
        print_json({"power": args.action})
    return 0
