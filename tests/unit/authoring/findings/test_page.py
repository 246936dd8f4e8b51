"""The page of findings can be printed and read in three languages."""

import pypdfium2
import pytest

from kiosk.authoring.findings.page import PLACES, html_page, pdf_page
from kiosk.authoring.source.problems import Place, Problem, Severity
from kiosk.i18n.translator import LANGUAGES, translator

FOUND = [
    *(Problem("missing", Place(f"events/{n}.toml"), "icon", {"name": "icon"}) for n in range(PLACES + 5)),
    Problem(
        "text_html",
        Place("a & b.toml", 3),
        "body.en",
        {"value": "<b>"},
        severity=Severity.WARNING,
        typed="🎈",
    ),
]


def pdf_text(data: bytes) -> tuple[str, tuple[float, float]]:
    """The text of all pages, and the size of the first one in points."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        return "\n".join(pages), document[0].get_size()
    finally:
        document.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_holds_every_group_on_a4(language: str) -> None:
    sentences = translator(language)
    words, size = pdf_text(pdf_page("june", FOUND, sentences))
    assert size == pytest.approx((595.3, 841.9), abs=0.1)
    joined = " ".join(words.split())
    for sentence in (sentences.text("findings.errors", n=PLACES + 5), sentences.text("findings.rest", n=5)):
        assert sentence in joined
    assert "events/39.toml" in joined and "events/40.toml" not in joined and "U+1F388" in joined


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_html_holds_the_same_as_text(language: str) -> None:
    page = html_page("<june>", FOUND, translator(language)).decode()
    assert f'<html lang="{language}">' in page
    assert "&lt;june&gt;" in page and "<june>" not in page
    assert "“&lt;b&gt;”" in page or "«&lt;b&gt;»" in page
    assert "a &amp; b.toml:3" in page and "🎈" in page


def test_a_page_of_a_sound_source_says_so() -> None:
    nothing = translator("en").text("findings.nothing")
    assert nothing in html_page("june", [], translator("en")).decode()
    assert nothing in pdf_text(pdf_page("june", [], translator("en")))[0]
