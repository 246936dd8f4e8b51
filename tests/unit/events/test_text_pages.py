"""Plain text in codes: what each page holds, and that an independent reader decodes exactly that."""

import numpy
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.base import qr_code
from kiosk.base.text import TEXT_LIMITS, check_text
from kiosk.events.text_pages import MAX_BYTES, TextBlock, text_pages
from tests.qr_reader import read_qr

CLUB, TALK = TextBlock(("Club", "6 April")), TextBlock(("Talk", "9 April", "Almaty"))


def lines_of(kind: str) -> st.SearchStrategy[str]:
    """Any text of this kind that a pack may have."""
    letters = st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("қазақ ағылшын 😀")
    return st.text(letters, min_size=1, max_size=TEXT_LIMITS[kind]).filter(
        lambda words: not check_text(words, kind) and words.strip() == words
    )


CLOSINGS = lines_of("name")
"""Few of them, so that events share them."""
BLOCKS = st.tuples(lines_of("title"), lines_of("name"), lines_of("address"))


def decode(text: str) -> str:
    """What a reader that has no part in making the code reads from it, two pixels a module."""
    dark = numpy.array([*map(list, qr_code.qr_matrix(text))], dtype=bool)
    pixels = numpy.kron(numpy.where(dark, 0, 255), numpy.ones((2, 2))).astype(numpy.uint8)
    (code,) = read_qr(pixels)
    return code.text


def test_short_texts_share_a_page() -> None:
    assert text_pages([CLUB, TALK]) == ["• Club\n6 April\n\n• Talk\n9 April\nAlmaty"]
    assert text_pages([]) == []


def test_what_neighbours_end_with_stands_there_once() -> None:
    asked = ("Questions: Aizhan", "+7 727")
    club, talk = CLUB._replace(closing=asked), TALK._replace(closing=asked)
    end = "Questions: Aizhan\n+7 727"
    assert text_pages([club]) == [f"• Club\n6 April\n{end}"]
    assert text_pages([club, talk]) == [f"• Club\n6 April\n\n• Talk\n9 April\nAlmaty\n\n{end}"]
    assert text_pages([club, TALK]) == [f"• Club\n6 April\n{end}\n\n• Talk\n9 April\nAlmaty"]
    shared = f"• Club\n6 April\n\n• Talk\n9 April\nAlmaty\n\n{end}"
    assert text_pages([club, talk, TextBlock(("All",))]) == [f"{shared}\n\n• All"]
    other = TALK._replace(closing=("Questions: Dana",))
    assert text_pages([club, other]) == [
        f"• Club\n6 April\n{end}\n\n• Talk\n9 April\nAlmaty\nQuestions: Dana"
    ]


def test_a_text_that_does_not_fit_any_more_begins_the_next_page() -> None:
    long = TextBlock(("Long", "x" * (MAX_BYTES - len("• Long\n".encode()))))
    assert text_pages([CLUB, long, TALK]) == ["• " + "\n".join(one.lines) for one in (CLUB, long, TALK)]


def test_a_text_too_long_for_a_page_goes_on_below_its_first_line() -> None:
    first, second = ("Алматы " * 30).strip(), ("Астана " * 30).strip()
    assert text_pages([TextBlock(("Club", first, second))]) == [f"• Club\n{first}", f"• Club\n{second}"]


def test_a_line_too_long_for_a_page_is_broken_at_a_space() -> None:
    words = ("Қазақстан " * 60).strip()
    pages = text_pages([TextBlock(("Club", words))])
    assert len(pages) == 3 and all(page.startswith("• Club\nҚазақстан") for page in pages)
    assert " ".join(page.removeprefix("• Club\n") for page in pages) == words


@settings(max_examples=60)
@given(st.lists(BLOCKS, min_size=1, max_size=4), st.lists(CLOSINGS, max_size=2), st.booleans())
def test_nothing_is_lost_and_every_page_can_be_scanned(
    texts: list[tuple[str, ...]], closings: list[str], together: bool
) -> None:
    """All events end alike, or each second one does."""
    blocks = [TextBlock(text, closings if together or place % 2 else ()) for place, text in enumerate(texts)]
    pages = text_pages(blocks)
    assert all(len(page.encode()) <= MAX_BYTES and decode(page) == page for page in pages)
    assert all(page.startswith("• ") for page in pages)
    shown = "\n\n".join(pages)
    for block in blocks:
        text, closing = "• " + "\n".join(block.lines), "\n".join(block.closing)
        if len(f"{text}\n{closing}".encode()) <= MAX_BYTES:
            assert any(text in page and closing in page for page in pages)
    words = iter(shown.split())
    assert all(word in words for text in texts for word in " ".join(text).split() if len(word) < 40)
