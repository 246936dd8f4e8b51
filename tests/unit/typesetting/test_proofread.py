"""The finished PDF is looked at before it is handed over."""

import pytest

from kiosk.typesetting.order import Ink, Paper
from kiosk.typesetting.proofread import count_pages, proofread, render_colour_page, render_grey_page
from kiosk.typesetting.typeset import typeset
from tests.flyer_kit import find_codes
from tests.packs_builder import refused
from tests.unit.typesetting.sample import URL, document, drawn_code, listed, row, sheet


@pytest.mark.parametrize("ink", Ink)
def test_every_code_is_read_at_both_resolutions(ink: Ink) -> None:
    pdf = typeset(document(listed(*[row()] * 9), template="list", ink=ink))
    heard: list[tuple[int, int]] = []
    proofread(pdf, [URL] * 9, lambda *progress: heard.append(progress))
    assert heard == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_missing_or_different_code_is_refused() -> None:
    pdf = typeset(document())
    with refused("flyers.unreadable", n=1, dots=150):
        proofread(pdf, [URL, URL])
    with refused("flyers.unreadable", n=1, dots=150):
        proofread(pdf, [URL + "x"])


def test_an_unreadable_code_is_refused() -> None:
    """Dark modules are left out of the drawing: more than error correction Q can mend."""
    code = drawn_code()
    stained = code._replace(path=code.path[: len(code.path) // 3])
    with refused("flyers.unreadable", n=1, dots=150):
        proofread(typeset(document(sheet(code=stained))), [URL])


def test_a_code_of_very_many_modules_grows_until_it_can_be_read() -> None:
    payload = "https://kz.usembassy.gov/" + "a" * 480
    for paper in (Paper.A4, Paper.A5):
        pdf = typeset(document(sheet(code=drawn_code(payload)), paper=paper))
        proofread(pdf, [payload])
        assert find_codes(pdf)[0].right - find_codes(pdf)[0].left == pytest.approx(
            drawn_code(payload).least, abs=0.1
        )


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_code_is_25_millimetres_at_600_dots(paper: Paper) -> None:
    (found,) = find_codes(typeset(document(paper=paper)), dpi=600)
    wanted = 36 if paper is Paper.A4 else 36 * 148 / 210
    assert found.right - found.left == pytest.approx(wanted, abs=0.06)
    assert found.bottom - found.top == pytest.approx(wanted, abs=0.06)
    (row_code, _) = find_codes(typeset(document(listed(row(), row()), template="list", paper=paper)), dpi=600)
    assert row_code.right - row_code.left == pytest.approx(25, abs=0.06)


def test_pages_are_rendered_in_grey_and_in_colour() -> None:
    pdf = typeset(document(sheet(), sheet(mark="2")))
    assert count_pages(pdf) == 2
    page = render_grey_page(pdf, 0, 72)
    assert (page.mode, page.size) == ("L", (596, 842))
    shown = render_colour_page(pdf, 1, 421)
    assert (shown.mode, shown.size) == ("RGB", (298, 421))
