"""Asks for what must not be seen: on the terminal without echo, else a line of standard input."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kiosk.base.sentence_ids import SentenceId
from kiosk.cli.terminal import wait_for_typing

MAX_TYPED_BYTES = 4096
"""The most bytes that are read of one line."""


def disable_core_dumps() -> None:
    """Disable core dumps: the memory of this process may hold what is typed."""
    if sys.platform != "win32":
        from resource import RLIMIT_CORE, getrlimit, setrlimit

        setrlimit(RLIMIT_CORE, (0, getrlimit(RLIMIT_CORE)[1]))


def ask_passphrase(file: Path) -> str:
    """What a person types as the passphrase of the key `file`; '' at the end of standard input."""
    return _read_secret("keys.passphrase.ask", file=str(file))


def passphrase_chooser(
    args: Namespace, known_words: Iterable[str], *, must_protect: bool = False
) -> Callable[[], str]:
    """A function that asks for the passphrase of new keys by `options.add_protection`.

    It returns '' for keys without one. Raises KioskErrors of `check_passphrase`, 'keys.passphrase.none' and
    'keys.passphrase.different'.
    """
    if args.plain or not (args.protect or must_protect or sys.stdin.isatty()):
        return str
    return partial(choose_passphrase, tuple(known_words))


def choose_passphrase(known_words: Iterable[str]) -> str:
    """A new, good passphrase, on a terminal typed twice."""
    from kiosk.authoring.keys.passphrase import LEAST_LENGTH, check_passphrase, normalise_passphrase
    from kiosk.base.errors import KioskError

    typed = normalise_passphrase(_read_secret("keys.passphrase.choose", least=LEAST_LENGTH))
    if not typed:
        raise KioskError("keys.passphrase.none")
    check_passphrase(typed, known_words)
    if sys.stdin.isatty() and normalise_passphrase(_read_secret("keys.passphrase.repeat")) != typed:
        raise KioskError("keys.passphrase.different")
    return typed


def read_line(prompt: SentenceId, **values: object) -> str:
    """One line as it is typed, '' at the end; on a terminal after `prompt`."""
    disable_core_dumps()
    if not sys.stdin.isatty():
        return sys.stdin.buffer.readline(MAX_TYPED_BYTES).decode("utf-8", "replace")
    from kiosk.base.output import print_errors
    from kiosk.i18n.translator import system_language, translator

    print_errors(translator(system_language()).text(prompt, **values))
    wait_for_typing()
    return sys.stdin.readline()


def _read_secret(prompt: SentenceId, **values: object) -> str:
    """The same without showing what is typed."""
    if not sys.stdin.isatty():
        return read_line(prompt, **values)
    if sys.platform == "win32":
        from getpass import getpass

        from kiosk.i18n.translator import system_language, translator

        return getpass(translator(system_language()).text(prompt, **values) + " ")
    with _hidden_typing():
        return read_line(prompt, **values)


@contextmanager
def _hidden_typing() -> Iterator[None]:
    """The terminal does not show what is typed meanwhile; not for Windows."""
    import termios

    shown = termios.tcgetattr(sys.stdin)
    hidden = shown.copy()
    hidden[3] &= ~termios.ECHO
    termios.tcsetattr(sys.stdin, termios.TCSADRAIN, hidden)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, shown)
