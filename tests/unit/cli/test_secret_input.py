"""What is typed in secret: on a real terminal, or as lines of standard input."""

import os
import pty
import sys
from argparse import Namespace
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from select import select

import pytest

from kiosk.base.cancellation import Cancelled
from kiosk.cli import secret_input
from kiosk.cli.secret_input import ask_passphrase, choose_passphrase, passphrase_chooser
from tests.packs_builder import refused

GOOD = "jurt kompas lampa oqiğa"


class Terminal:
    """A terminal that is standard input."""

    def __init__(self) -> None:
        self.main, self.descriptor = pty.openpty()

    def type(self, *lines: str) -> None:
        os.write(self.main, "".join(f"{line}\n" for line in lines).encode())

    def type_visibly(self, word: str) -> str:
        """Type a word that the terminal shows; all that it has shown until then."""
        self.type(word)
        shown = b""
        while word.encode() not in shown:
            assert select([self.main], [], [], 10)[0], shown
            shown += os.read(self.main, 4096)
        return shown.decode()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    terminal = Terminal()
    with os.fdopen(terminal.descriptor, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield terminal
    os.close(terminal.main)


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Make standard input no terminal, with this data."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))


def type_when_asked(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Type a line at each time of waiting."""
    left = list(lines)
    monkeypatch.setattr(secret_input, "wait_for_typing", lambda: terminal.type(left.pop(0)))


def test_a_terminal_does_not_show_what_is_typed(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_when_asked(terminal, monkeypatch, GOOD)
    assert ask_passphrase(Path("root-1.pem")) == f"{GOOD}\n"
    assert "root-1.pem" in capsys.readouterr().err
    assert "kompas" not in terminal.type_visibly("seen")


def test_a_new_passphrase_is_typed_twice_on_a_terminal(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_when_asked(terminal, monkeypatch, GOOD, f" {GOOD}")
    assert choose_passphrase(()) == GOOD
    type_when_asked(terminal, monkeypatch, GOOD, f"{GOOD}!")
    with refused("keys.passphrase.different"):
        choose_passphrase(())


def test_a_request_to_end_shows_typing_again(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def cancel() -> None:
        raise Cancelled

    monkeypatch.setattr(secret_input, "wait_for_typing", cancel)
    with pytest.raises(Cancelled):
        ask_passphrase(Path("root-1.pem"))
    assert terminal.type_visibly("seen")


def test_lines_of_a_pipe_are_typed_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, f"{GOOD}\nbad\n".encode())
    assert ask_passphrase(Path("root-1.pem")) == f"{GOOD}\n"
    with refused("keys.passphrase.short"):
        choose_passphrase(())
    with refused("keys.passphrase.none"):
        choose_passphrase(())


@pytest.mark.parametrize(
    ("protect", "plain", "must", "is_asked"),
    [
        (False, False, False, False),
        (True, False, False, True),
        (False, False, True, True),
        (False, True, True, False),
    ],
)
def test_without_a_terminal_new_keys_are_protected_where_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, protect: bool, plain: bool, must: bool, is_asked: bool
) -> None:
    pipe(monkeypatch, f"{GOOD}\n".encode())
    choose = passphrase_chooser(Namespace(protect=protect, plain=plain), (), must_protect=must)
    assert choose() == (GOOD if is_asked else "")


def test_on_a_terminal_new_keys_are_protected_unless_they_are_to_be_plain(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_when_asked(terminal, monkeypatch, GOOD, GOOD)
    assert passphrase_chooser(Namespace(protect=False, plain=False), ())() == GOOD
    assert passphrase_chooser(Namespace(protect=False, plain=True), ())() == ""
