"""`kiosk pin`: makes, sets, checks and unlocks the PIN of the staff area."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.base.errors import KioskError
from kiosk.base.output import print_errors, print_json, print_lines
from kiosk.cli import options

MAX_TYPED_BYTES = 80
"""The most bytes that are read of what is typed."""


def register(commands: Any) -> None:
    """Add `pin new`, `pin set`, `pin check` and `pin unlock`."""
    pin: ArgumentParser = commands.add_parser("pin", help="make, check or unlock the PIN of the staff area")
    verbs = pin.add_subparsers(metavar="VERB", required=True)
    making = verbs.add_parser("new", help="make a new PIN and print it, this once")
    making.set_defaults(handler=new)
    setting = verbs.add_parser("set", help="read a PIN from standard input and make it the PIN")
    setting.add_argument("--first", action="store_true", help="only if this kiosk never had a PIN")
    setting.set_defaults(handler=set_pin, changes=True)
    checking = verbs.add_parser("check", help="read a PIN from standard input and check it")
    checking.set_defaults(handler=check)
    unlocking = verbs.add_parser("unlock", help="allow attempts again after too many wrong PINs")
    unlocking.set_defaults(handler=unlock, changes=True)
    options.add_library_and_settings(making, setting, checking, unlocking)
    options.add_json(making, setting, checking)


def new(args: Namespace) -> int:
    """Make a PIN and print it; it can never be read again."""
    from kiosk.cli.secret_input import disable_core_dumps
    from kiosk.pin import staff_pin

    disable_core_dumps()
    folder = options.library_folder(args)
    new_pin = staff_pin.create(folder)
    if args.json:
        print_json({"pin": new_pin, "library": str(folder)})
    else:
        from kiosk.i18n.translator import system_language, translator

        sentences = translator(system_language())
        print_lines(sentences.text("pin.shown", pin=f"{new_pin[:3]} {new_pin[3:]}", folder=folder))
        print_lines(sentences.text("pin.keep"))
    return 0


def set_pin(args: Namespace) -> int:
    """Make the PIN on standard input the PIN, once staff have written it down."""
    from kiosk.cli.secret_input import disable_core_dumps
    from kiosk.i18n.translator import system_language, translator
    from kiosk.pin import staff_pin

    disable_core_dumps()
    folder = options.library_folder(args)
    if not staff_pin.set_pin(folder, _read_pin(), only_first=args.first):
        raise KioskError("pin.not_first")
    if args.json:
        print_json({"library": str(folder)})
    else:
        print_lines(translator(system_language()).text("pin.set", folder=folder))
    return 0


def check(args: Namespace) -> int:
    """Check the PIN on standard input; on an empty line, print whether an attempt is allowed."""
    from kiosk.cli.secret_input import disable_core_dumps
    from kiosk.pin import staff_pin

    disable_core_dumps()
    typed = _read_pin()
    library = options.library_folder(args)
    verdict = staff_pin.check(library, typed) if typed else staff_pin.status(library)
    if args.json:
        print_json(verdict._asdict())
    else:
        from kiosk.i18n.translator import system_language
        from kiosk.pin.pin_message import pin_message

        (print_lines if verdict.right else print_errors)(pin_message(verdict, system_language()))
    return 0 if verdict.right else 1


def unlock(args: Namespace) -> int:
    """Reset the count of wrong PINs."""
    from kiosk.i18n.translator import system_language, translator
    from kiosk.pin import staff_pin

    folder = options.library_folder(args)
    staff_pin.unlock(folder)
    print_lines(translator(system_language()).text("pin.unlocked", folder=folder))
    return 0


def _read_pin() -> str:
    """The PIN typed on standard input, without spaces."""
    import sys

    from kiosk.cli.terminal import wait_for_typing

    wait_for_typing()
    return "".join(sys.stdin.buffer.readline(MAX_TYPED_BYTES).decode("utf-8", "replace").split())
