"""Turns the HTML of a description into plain paragraphs, and collects the links in it."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

_BLOCK = (
    "address|article|aside|blockquote|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre"
    "|section|table|tr|ul"
)
_INLINE = "a|abbr|b|br|code|em|i|img|li|q|s|small|span|strike|strong|sub|sup|u"
_IS_HTML = re.compile(
    rf"</?(?:{_BLOCK}|{_INLINE})(?:\s[^<>]*)?/?>|&(?:nbsp|amp|lt|gt|quot|#\d+);", re.IGNORECASE
)
_UNSEEN = ("script", "style", "template", "title", "head")


_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


class Link(NamedTuple):
    """A link of a text, and the line that it stands in."""

    address: str
    line: str = ""


class PlainText(NamedTuple):
    """A text without markup: paragraphs are divided by an empty line. `links` are in order."""

    text: str
    links: tuple[Link, ...] = ()


def plain_text(text: str) -> PlainText:
    """The text without HTML; one that has none keeps its lines. Addresses in it are links too."""
    if not _IS_HTML.search(text):
        plain = _tidy(text)
        return PlainText(plain, tuple(_find_links(plain, [])))
    reader = _TextReader(keeps_lines=not re.search(r"<(?:p|br|div|li)\b", text, re.IGNORECASE))
    reader.feed(text)
    reader.close()
    plain = _tidy("".join(reader.parts))
    return PlainText(plain, tuple(_find_links(plain, reader.links)))


def _find_links(text: str, anchors: Sequence[tuple[str, str]]) -> Iterator[Link]:
    """Each link once: the anchors, which are targets with their words, and the addresses in the text."""
    lines = text.split("\n")
    found = [(address.rstrip(".,;:!?)]»”"), address) for address in _ADDRESS.findall(text)]
    known: set[str] = set()
    for target, words in (*anchors, *found):
        if target not in known:
            known.add(target)
            yield Link(target, next((line for line in lines if words and words in line), words))


def _tidy(text: str) -> str:
    """Lines without spaces at their ends, and at most one empty line between two."""
    lines = [" ".join(line.split()) for line in re.split(r"\r\n|[\n\r\u2028\u2029]", text)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _TextReader(HTMLParser):
    def __init__(self, *, keeps_lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._anchor: tuple[str, int] | None = None
        self._keeps_lines = keeps_lines
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n– ")
        elif _is_block(tag):
            self.parts.append("\n\n")
        elif tag == "a" and (target := dict(attrs).get("href") or "").startswith(("http://", "https://")):
            self._anchor = target, len(self.parts)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag == "a" and self._anchor:
            target, start = self._anchor
            self.links.append((target, " ".join("".join(self.parts[start:]).split())))
            self._anchor = None
        if _is_block(tag):
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data if self._keeps_lines else re.sub(r"\s+", " ", data))


def _is_block(tag: str) -> bool:
    return bool(re.fullmatch(_BLOCK, tag))
