"""Fuzzes the gate for words of others: what comes out is bounded and safe, and passes again unchanged."""

import json
import os
import unicodedata
from collections.abc import Mapping
from random import Random

from kiosk.base.display_text import LINE_LENGTH, SENTENCE_LENGTH, SENTENCE_LINES, display_line
from kiosk.base.errors import KioskError
from kiosk.base.text import INVISIBLE, MAX_MARKS
from kiosk.i18n.translator import translator
from kiosk.viewmodels.background.child_reply import parse_line
from tests.fuzz.target import ByteMutator

LONGEST = 800
_WORDS = (
    *("Love to Code", "Әріптестік: 25 жыл бірге!", "Ёлка, ещё", "1\u202f500,00\u00a0₸ · №7", "C:\\d.kpack"),
    *("\x1b[2J", "\x1b]0;x\x07", "a\nb\r\tc", "\u202egpj.exe", "\u2066x\u2069", "e\u0301\u0302\u0303"),
    *("\u0338", "\ufeff", "\u200b", "\U000e0041", "\ue000", "\uffff", "\x85", "\x7f", "\u3164", "\u2800"),
    *("\u0488\u0489\u20dd", "{name}", "{0}", "%s", "\\x1b", "…", "\u05d0\u0627", "한", "\u1112\u1161\u11ab"),
)
_PIECES = (
    *(word.encode() for word in _WORDS),
    *(b"\xff", b"\xed\xa0\x80", b"\xc3", b"\n" * 100, b"x" * 400),
)
_KINDS_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def seeds() -> Mapping[str, bytes]:
    """Ordinary words and the worst ones."""
    pieces = (*_PIECES, b"\x1b" * LONGEST, "\u0301".encode() * 400)
    return {f"words-{number}": piece for number, piece in enumerate(pieces)}


def offer(data: bytes) -> bool:
    """The bytes are a file's name, a value and a child's reply; whether they are shown as they are."""
    words = os.fsdecode(data)
    line = display_line(words)
    assert len(line) <= LINE_LENGTH and display_line(line) == line
    _check_line(line)
    reason = KioskError("library.storage", reason=words)
    sentence = translator("kk").text("sources.refused", name=words, reason=reason)
    reply = parse_line(json.dumps({"name": words, "file": words}).encode())
    for text in (sentence, reply["name"]):
        assert len(text) <= SENTENCE_LENGTH and text.count("\n") <= SENTENCE_LINES
        _check_line(text.replace("\n", " "))
    assert os.fsencode(reply["file"]) == data
    return line == words


def _check_line(line: str) -> None:
    kinds = [unicodedata.category(letter) for letter in line]
    assert not _KINDS_UNSEEN & set(kinds) and not INVISIBLE.search(line), ascii(line)
    marks = "".join("m" if kind in ("Mn", "Me") else " " for kind in kinds)
    assert "m" * (MAX_MARKS + 1) not in marks, ascii(line)
    line.encode("utf-8")


def mutate(data: bytes, random: Random, mutate_bytes: ByteMutator) -> bytes:
    """Half of the time insert a significant piece, else change bytes."""
    if random.random() < 0.5:
        return mutate_bytes(data)
    at = random.randint(0, len(data))
    return (data[:at] + random.choice(_PIECES) * random.choice((1, 1, 1, 50)) + data[at:])[:LONGEST]
