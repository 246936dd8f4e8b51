"""Divides plain text among as few QR codes as phones can read, an event in one of them where it fits."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

MAX_BYTES = 450
"""Bytes of UTF-8 of one code: version 16 with correction M, 89 modules with the quiet zone (ISO/IEC 18004,
table 7). On screens of 24 inches a module is then a millimetre or more, which phones read from 60 cm."""
_BETWEEN = "\n\n"
_BULLET = "• "
"""Begins each block, and so each page: no title makes a code that phones act upon (`https:`, `WIFI:`)."""


class TextBlock(NamedTuple):
    """The text of one event: a title and lines; `closing` are lines that others may end with as well."""

    lines: Sequence[str]
    closing: Sequence[str] = ()


def text_pages(blocks: Iterable[TextBlock]) -> list[str]:
    """The blocks, in order: pages of at most MAX_BYTES, an empty line between blocks.

    Neighbours on a page with the same closing lines are followed by these once. A block too long for a page
    goes on on the next, below its title again.
    """
    pages: list[list[TextBlock]] = []
    for part in (part for block in blocks for part in _divide(block)):
        if pages and _fits(_write([*pages[-1], part])):
            pages[-1].append(part)
        else:
            pages.append([part])
    return [_write(page) for page in pages]


def _write(page: Sequence[TextBlock]) -> str:
    """The text of a page."""
    texts: list[str] = []
    for closing, blocks in groupby(page, lambda block: tuple(block.closing)):
        titles = ["\n".join(block.lines) for block in blocks]
        end = "\n".join(closing)
        texts += [*titles, end] if titles[1:] and end else [f"{text}\n{end}".rstrip("\n") for text in titles]
    return _BETWEEN.join(texts)


def _divide(block: TextBlock) -> list[TextBlock]:
    lines = [_BULLET + block.lines[0], *block.lines[1:]]
    if _fits("\n".join([*lines, *block.closing])):
        return [TextBlock(lines, block.closing)]
    heading = next(_wrap(lines[0], MAX_BYTES // 3))
    room = MAX_BYTES - len(f"{heading}\n".encode())
    parts = [""]
    for piece in (piece for line in [*lines, *block.closing] for piece in _wrap(line, room)):
        if _fits(longer := f"{parts[-1]}\n{piece}".lstrip("\n")):
            parts[-1] = longer
        else:
            parts.append(f"{heading}\n{piece}")
    return [TextBlock([part]) for part in parts]


def _wrap(line: str, room: int) -> Iterator[str]:
    """The line in pieces of at most `room` bytes, broken at spaces where there are any."""
    while len(line.encode()) > room:
        start = line.encode()[:room].decode(errors="ignore")
        piece = start.rpartition(" ")[0].strip() or start
        yield piece
        line = line.removeprefix(piece).lstrip(" ")
    yield line


def _fits(text: str) -> bool:
    return len(text.encode()) <= MAX_BYTES
