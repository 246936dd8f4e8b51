"""The demo programme says everything once: a summary is not repeated in the text below it."""

import re
import tomllib
from pathlib import Path

import pytest

from kiosk.i18n.translator import LANGUAGES

MOST = 0.5
"""The largest share of a summary's words that may come again."""
STEM = 5
"""Letters that tell a word in all its endings."""


def stems(text: str) -> set[str]:
    """The beginnings of the words of four letters and more."""
    return {word[:STEM].lower() for word in re.findall(r"\w{4,}", text)}


def repeated(summary: str, body: str) -> float:
    """The share of the words of `summary` that are in `body` too, 0 to 1."""
    words = stems(summary)
    return len(words & stems(body)) / max(1, len(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_repeats_its_summary(language: str, checkout: Path) -> None:
    files = sorted((checkout / "data/25-years-together/events").glob("*.toml"))
    assert len(files) == 18
    events = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in files}
    shares = {
        name: repeated(event["summary"][language], event["body"][language]) for name, event in events.items()
    }
    assert {name: share for name, share in shares.items() if share > MOST} == {}


def test_a_repeated_summary_is_found() -> None:
    summary = "A festival of films, music and stories by people from Kazakhstan."
    assert repeated(summary, "People from Kazakhstan present films, music and stories.") > MOST
    assert repeated(summary, "It celebrates the friendship of two countries.") <= MOST
