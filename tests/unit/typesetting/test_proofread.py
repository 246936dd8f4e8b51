"""A finished PDF is proofread."""

import pytest

from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.proofread import count_pages, proofread, render_colour_page, render_grey_page
from kiosk.typesetting.sheet import MIN_CODE_SIDE
from kiosk.typesetting.typeset import typeset
from tests.flyer_kit import find_codes
from tests.packs_builder import refused
from tests.unit.typesetting.sample import (
    URL,
    sample_code,
    sample_document,
    sample_list,
    sample_row,
    sample_sheet,
)


@pytest.mark.parametrize("ink", Ink)
def test_every_code_is_read_at_both_resolutions(ink: Ink) -> None:
    pdf = typeset(sample_document(sample_list(*[sample_row()] * 9), template="list", ink=ink))
    reported: list[tuple[int, int]] = []
    proofread(pdf, [URL] * 9, lambda *progress: reported.append(progress))
    assert reported == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_missing_or_different_code_is_refused() -> None:
    pdf = typeset(sample_document())
    with refused("flyers.unreadable", n=1, dots=150):
        proofread(pdf, [URL, URL])
    with refused("flyers.unreadable", n=1, dots=150):
        proofread(pdf, [URL + "x"])


def test_an_unreadable_code_is_refused() -> None:
    """More dark modules are left out of the drawing than error correction Q can restore."""
    code = sample_code()
    stained = code._replace(path=code.path[: len(code.path) // 3])
    with refused("flyers.unreadable", n=1, dots=150):
        proofread(typeset(sample_document(sample_sheet(code=stained))), [URL])


def test_a_code_of_very_many_modules_grows_until_it_can_be_read() -> None:
    payload = "https://kz.usembassy.gov/" + "a" * 480
    for paper in (Paper.A4, Paper.A5):
        pdf = typeset(sample_document(sample_sheet(code=sample_code(payload)), paper=paper))
        proofread(pdf, [payload])
        assert find_codes(pdf)[0].right - find_codes(pdf)[0].left == pytest.approx(
            sample_code(payload).least, abs=0.1
        )


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_code_has_its_size_at_600_dots(paper: Paper) -> None:
    (found,) = find_codes(typeset(sample_document(paper=paper)), dpi=600)
    wanted = 36 if paper is Paper.A4 else MIN_CODE_SIDE
    assert found.right - found.left == pytest.approx(wanted, abs=0.06)
    assert found.bottom - found.top == pytest.approx(wanted, abs=0.06)
    (row_code, _) = find_codes(
        typeset(sample_document(sample_list(sample_row(), sample_row()), template="list", paper=paper)),
        dpi=600,
    )
    assert row_code.right - row_code.left == pytest.approx(MIN_CODE_SIDE, abs=0.06)


def test_pages_are_rendered_in_grey_and_in_colour() -> None:
    pdf = typeset(sample_document(sample_sheet(), sample_sheet(number=2)))
    assert count_pages(pdf) == 2
    page = render_grey_page(pdf, 0, 72)
    assert (page.mode, page.size) == ("L", (596, 842))
    coloured = render_colour_page(pdf, 1, 421)
    assert (coloured.mode, coloured.size) == ("RGB", (298, 421))
