"""The standard streams of a process: UTF-8 on every system, with lines and JSON that are safe to show."""

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from kiosk.base.display_text import SENTENCE_LENGTH, UNUSUAL, display_line, display_sentence, is_visible
from kiosk.base.text import is_mark

TRACEBACK_LINES = 200
"""The most lines of a traceback that are printed: the last ones."""
_NAMES = ("stdin", "stdout", "stderr")


class OutputError(Exception):
    """Standard output cannot be written: its reader has gone, or the disk is full."""


def prepare_streams() -> None:
    """Make the standard streams UTF-8 that takes any text, whatever the locale; a closed one leads nowhere.

    A closed descriptor is occupied: else the next file opened would be the output of every child process.
    """
    for descriptor, name in enumerate(_NAMES):
        stream = getattr(sys, name)
        if stream is None:
            _occupy(descriptor)
            nowhere = Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nowhere)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def run_in_utf8() -> None:
    """Start this program again in Python's UTF-8 mode where the locale has another encoding (PEP 540).

    Else the names of files would be read in one encoding and passed to Qt and to children in another.
    """
    if sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def print_lines(*lines: str) -> None:
    """Print sentences to standard output; OutputError when it cannot be written."""
    _write(sys.stdout, "".join(f"{display_sentence(line)}\n" for line in lines))


def print_json(value: object, default: Any = None) -> None:
    """Print one line of JSON in which every character is safe to show; OutputError as in `print_lines`.

    What a program reads from it is exact: a character that people must not see raw is written as its escape.
    """
    text = json.dumps(value, ensure_ascii=False, default=default)
    _write(sys.stdout, UNUSUAL.sub(_escape_unseen, text) + "\n")


def print_ascii_json(value: object) -> None:
    """Print one line of JSON in ASCII, for a program that reads while this one runs; OutputError."""
    _write(sys.stdout, json.dumps(value) + "\n")


def print_errors(*lines: str) -> None:
    """Print sentences to standard error, if anybody listens."""
    with suppress(OutputError):
        _write(sys.stderr, "".join(f"{display_sentence(line)}\n" for line in lines))


def print_status(line: str) -> None:
    """Write a line on the terminal of standard error that the next one overwrites, if anybody listens."""
    with suppress(OutputError):
        _write(sys.stderr, f"\r{display_line(line)}\x1b[K\r")


def print_traceback(error: BaseException) -> None:
    """Print an error that is a bug, with the lines of code that led to it."""
    import traceback

    lines = "".join(traceback.format_exception(error)).splitlines()[-TRACEBACK_LINES:]
    print_errors(*(display_line(line, SENTENCE_LENGTH) for line in lines))


def flush_output() -> None:
    """Write out what others have printed, such as the help; OutputError when it cannot be written."""
    _write(sys.stdout, "")


def _escape_unseen(found: re.Match[str]) -> str:
    """The character as it is, or as JSON's escape where people do not see it as itself."""
    letter = found[0]
    return letter if is_visible(letter) and not is_mark(letter) else json.dumps(letter)[1:-1]


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError) as error:
        # what is still in the buffer would make Python complain when it ends
        # (docs.python.org/3/library/signal.html, note on SIGPIPE)
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise OutputError from error


def _occupy(descriptor: int) -> None:
    """Open the descriptor on nothing, if it is closed."""
    try:
        os.fstat(descriptor)
    except OSError:
        os.open(os.devnull, os.O_RDWR)
