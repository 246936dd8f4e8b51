"""Notes on single texts: tags, addresses, letters that the fonts lack, the same words twice on a page."""

import re
from collections.abc import Iterator

from kiosk.authoring.source.problems import Path, Problem, Severity
from kiosk.authoring.source.raw_source import Entry
from kiosk.authoring.source.repair.name_character import quote_around
from kiosk.base.text import check_text
from kiosk.typesetting.glyphs import find_undrawable

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>]+|(?<![\w@.-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,6}/[^\s<>]*",
    re.ASCII,
)
_AFTER_ADDRESS = ".,;:!?)»”\"'"
_SIGN = re.compile("[<&/]")
"""What tags and addresses have, but for 'www.'."""
_PAGE_TEXTS = (("summary", "title"), ("body", "title"), ("body", "summary"))
"""Pairs of texts that stand on one page; the first one may be left out."""


def may_need_note(words: str) -> bool:
    """Whether `note_words` has to look closer at one of the texts in `words`; False is certain."""
    return bool(_SIGN.search(words) or "www." in words or find_undrawable(words))


def note_words(entry: Entry, path: Path, words: str) -> Iterator[Problem]:
    """Warn of what visitors would see as it stands, or not see at all."""
    if ("<" in words or "&" in words) and (tag := _TAG.search(words)):
        yield entry.make_note(Severity.WARNING, "text_html", path, value=tag[0])
    if ("/" in words or "www." in words) and (address := _ADDRESS.search(words)):
        yield entry.make_note(Severity.WARNING, "text_address", path, value=address[0].rstrip(_AFTER_ADDRESS))
    missing = [letter for letter in find_undrawable(words) if not check_text(f"a{letter}", "body")]
    if missing:
        around = quote_around(words, words.index(missing[0]))
        yield entry.make_note(
            Severity.WARNING, "text_letters", path, letters=" ".join(missing), around=around
        )


def note_repeated_texts(entry: Entry) -> Iterator[Problem]:
    """Warn of an event whose page says the same twice."""
    for name, other in _PAGE_TEXTS:
        texts, others = entry.data.get(name), entry.data.get(other)
        if isinstance(texts, dict) and isinstance(others, dict):
            for language, words in texts.items():
                if isinstance(words, str) and words.strip() and words == others.get(language):
                    yield entry.make_note(
                        Severity.WARNING, "text_repeated", (name, language), name=name, other=other
                    )
