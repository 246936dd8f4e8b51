"""`kiosk pin`: makes, checks and unlocks the PIN of the staff area."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.base.output import print_errors, print_json, print_lines
from kiosk.cli import options

MAX_TYPED_BYTES = 80
"""The most bytes that are read of what is typed."""


def register(commands: Any) -> None:
    """Add `pin new`, `pin check` and `pin unlock`."""
    pin: ArgumentParser = commands.add_parser("pin", help="make, check or unlock the PIN of the staff area")
    verbs = pin.add_subparsers(metavar="VERB", required=True)
    making = verbs.add_parser("new", help="make a new PIN and print it, this once")
    making.add_argument("--first", action="store_true", help="only if this kiosk never had a PIN")
    making.set_defaults(handler=new)
    checking = verbs.add_parser("check", help="read a PIN from standard input and check it")
    checking.set_defaults(handler=check)
    unlocking = verbs.add_parser("unlock", help="allow attempts again after too many wrong PINs")
    unlocking.set_defaults(handler=unlock, changes=True)
    options.add_library_and_settings(making, checking, unlocking)
    options.add_json(making, checking)


def new(args: Namespace) -> int:
    """Make a PIN and print it; it can never be read again."""
    from kiosk.pin import staff_pin

    _disable_core_dumps()
    new_pin = (staff_pin.create_first if args.first else staff_pin.create)(options.library_folder(args))
    if args.json:
        print_json({"pin": new_pin})
    elif new_pin:
        from kiosk.i18n.translator import system_language, translator

        sentences = translator(system_language())
        print_lines(sentences.text("pin.shown", pin=f"{new_pin[:3]} {new_pin[3:]}"))
        print_lines(sentences.text("pin.keep"))
    return 0


def check(args: Namespace) -> int:
    """Check the PIN on standard input; on an empty line, print whether an attempt is allowed."""
    import sys

    from kiosk.cli.terminal import wait_for_typing
    from kiosk.pin import staff_pin

    _disable_core_dumps()
    wait_for_typing()
    typed = "".join(sys.stdin.buffer.readline(MAX_TYPED_BYTES).decode("utf-8", "replace").split())
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

    staff_pin.unlock(options.library_folder(args))
    print_lines(translator(system_language()).text("pin.unlocked"))
    return 0


def _disable_core_dumps() -> None:
    """Disable core dumps: the memory of this process may hold the PIN."""
    import sys

    if sys.platform != "win32":
        from resource import RLIMIT_CORE, getrlimit, setrlimit

        setrlimit(RLIMIT_CORE, (0, getrlimit(RLIMIT_CORE)[1]))
