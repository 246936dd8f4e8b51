"""Makes title, summary and body of an event from the texts that a file has of it."""

import re
import unicodedata
from typing import NamedTuple

from kiosk.authoring.imports.assembly.html_text import Link, plain_text
from kiosk.authoring.source.repair.characters import CHARACTERS
from kiosk.base.text import BROKEN, INVISIBLE, MAX_MARKS, RARE, TEXT_LIMITS, is_mark

_MENDED = str.maketrans({letter: instead for letter, (_, instead) in CHARACTERS.items()})
_HEADING = 50
"""Characters; a paragraph with fewer is a heading, a greeting or a name."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=\S)")


class EventTexts(NamedTuple):
    """The three texts within their limits, '' for none, and the links that stood in them."""

    title: str
    summary: str
    body: str
    links: tuple[Link, ...]
    is_derived: bool
    """Whether the summary is the begin of the body, because the file has none."""
    is_shortened: bool


def event_texts(title: str, subtitle: str, summary: str, body: str) -> EventTexts:
    """The texts of an event, without HTML.

    The summary is the subtitle, else the file's summary, else the first sentences of the body. What does not
    fit into it stands in the body, which has nothing that the summary says whole.
    """
    plain = [plain_text(text) for text in (title, subtitle, summary, body)]
    links = tuple(dict.fromkeys(link for text in plain for link in text.links))
    heading, below, short, long = (clean(text.text) for text in plain)
    heading, below = one_line(heading), one_line(below)
    lead = below or one_line(short) or one_line(long)
    brief = first_sentences(lead if below or short else long)
    parts = [
        part for part in (below if brief != below else "", short, long) if part and one_line(part) != brief
    ]
    if short and long.startswith(short) and short in parts:
        parts.remove(short)
    whole = "\n\n".join(parts)
    fitting = shorten(heading, TEXT_LIMITS["title"]), shorten(whole, TEXT_LIMITS["body"])
    is_derived = bool(whole and not below and not short)
    return EventTexts(fitting[0], brief, fitting[1], links, is_derived, fitting != (heading, whole))


def clean(text: str) -> str:
    """The text in NFC with what is pasted from other programs mended, and without what no pack may hold."""
    mended = unicodedata.normalize("NFC", text.replace("\t", " ").translate(_MENDED))
    if not RARE.search(mended):
        return mended.strip()
    kept: list[str] = []
    marks = 0
    for letter in mended:
        marks = marks + 1 if is_mark(letter) else len(_marks_of(letter))
        if marks <= MAX_MARKS and (letter == "\n" or unicodedata.category(letter)[0] != "C"):
            kept.append(letter)
    return BROKEN.sub("", INVISIBLE.sub("", "".join(kept))).strip()


def _marks_of(letter: str) -> str:
    return "".join(filter(is_mark, unicodedata.normalize("NFD", letter)))


def can_be_shown(text: str) -> bool:
    """Whether the plain text has a letter, a digit or a sign."""
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in plain_line(text))


def plain_line(text: str) -> str:
    """The text without HTML and line breaks."""
    return one_line(clean(plain_text(text).text))


def one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())


def shorten(text: str, most: int) -> str:
    """The text, or as many whole sentences or words of it as `most` characters hold, with '…' at the end."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    ends = [found.end() for found in re.finditer(r"[.!?]\s|\n", head)]
    if ends and ends[-1] > most // 2:
        return head[: ends[-1]].rstrip() + "…"
    return (head.rsplit(None, 1)[0] if " " in head else head).rstrip(" ,;:–-") + "…"


def first_sentences(text: str) -> str:
    """As many whole sentences as a summary holds, of the first paragraph that is more than a heading."""
    most = TEXT_LIMITS["summary"]
    paragraphs = [one_line(part) for part in text.split("\n\n")]
    first = next((part for part in paragraphs if len(part) >= _HEADING), paragraphs[0])
    kept = ""
    for sentence in _SENTENCE_END.split(first):
        if len(kept) + len(sentence) + 1 > most:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or shorten(first, most)
