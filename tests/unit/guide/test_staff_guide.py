"""The staff guide is one readable A4 page, quotes the screen exactly, and has no secret on it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2.raw
import pytest
from pypdfium2 import PdfDocument, PdfPage

from kiosk.__main__ import main
from kiosk.base.settings import Settings
from kiosk.guide.staff_guide import count_pages, make_guide
from kiosk.i18n.translator import translator
from tests.pdf_kit import page_text
from tests.screen_kit import demo

__all__ = ["demo"]

A4 = (595, 842)
LEAST_SIZE = 10
"""Points: what can be read at arm's length."""
NAME = {
    "kk": "Алматыдағы Американ бұрышы",
    "ru": "Американский уголок в Алматы",
    "en": "American Corner Almaty",
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        library=tmp_path / "library",
        corner_name=dict(NAME),
        technician="+77012345678",
        opening_hours="Mo-Fr 10:00-19:00; Sa 10:00-16:00",
        share=Path("/mnt/programme"),
    )


def pages(settings: Settings) -> list[PdfPage]:
    return list(PdfDocument(make_guide(settings, 0)))


def font_sizes(page: PdfPage) -> Iterator[float]:
    """The size in points of every letter and digit."""
    text = page.get_textpage()
    for place in range(text.count_chars()):
        if chr(pypdfium2.raw.FPDFText_GetUnicode(text, place)).isalnum():
            yield pypdfium2.raw.FPDFText_GetFontSize(text, place)


@pytest.mark.parametrize("share_install", ["automatic", "ask"])
def test_three_languages_fit_one_a4_in_readable_letters(settings: Settings, share_install: str) -> None:
    (page,) = pages(replace(settings, share_install=share_install))
    assert tuple(map(round, page.get_size())) == A4
    assert min(font_sizes(page)) >= LEAST_SIZE - 0.01
    text = page_text(page)
    assert all(name in text for name in NAME.values())
    assert "+7 701 234 56 78" in text and "Sat 10:00–16:00, Sun closed" in text


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_it_quotes_the_buttons_of_the_screen(settings: Settings, language: str) -> None:
    (page,) = pages(replace(settings, languages=(language,), language=language))
    text, words = page_text(page), translator(language).text
    for label in (
        words("staff.leave"), words("staff.page.packs"), words("staff.share.look"), words("flyers.print"),
        words("staff.page.health"), words("choices.power.off.yes"), words("staff.install", version="…"),
    ):  # fmt: skip
        assert label in text


def test_fewer_languages_have_larger_letters(settings: Settings) -> None:
    sizes = [
        min(font_sizes(*pages(replace(settings, languages=languages))))
        for languages in (("ru",), ("kk", "ru"), ("kk", "ru", "en"))
    ]
    assert sizes[0] > sizes[1] > sizes[2]


def test_a_long_name_of_the_corner_fits_too(settings: Settings) -> None:
    names = {
        "kk": "Павлодардағы С. Торайғыров атындағы кітапхананың Американ бұрышы",
        "ru": "Американский уголок Павлодарской областной библиотеки имени С. Торайгырова",
        "en": "American Corner at the S. Toraighyrov Library of Pavlodar",
    }
    (page,) = pages(replace(settings, corner_name=names))
    assert min(font_sizes(page)) >= LEAST_SIZE - 0.01
    assert all(name in page_text(page) for name in names.values())


def test_where_one_page_has_no_room_each_language_has_its_own(settings: Settings) -> None:
    long = {code: ", ".join([name] * 20) for code, name in NAME.items()}
    found = pages(replace(settings, corner_name=long))
    assert [name in page_text(page) for page, name in zip(found, NAME.values(), strict=True)] == [True] * 3
    assert all(min(font_sizes(page)) >= LEAST_SIZE for page in found)


def test_without_share_number_hours_and_programme_it_is_whole(settings: Settings) -> None:
    (page,) = pages(Settings(library=settings.library))
    text = page_text(page)
    assert "American Corner" in text and "Call the technician" in text
    assert "network" not in text and "+" not in text
    assert not settings.library.exists()


def test_the_programme_names_the_corner(demo: Path, settings: Settings) -> None:
    (page,) = pages(replace(settings, library=demo, corner="american-corner-almaty", corner_name={}))
    assert "Алматыдағы Американ бұрышы" in page_text(page)


def test_a_damaged_library_keeps_nobody_from_help(settings: Settings) -> None:
    settings.library.mkdir()
    (settings.library / "state.db").write_bytes(b"damaged")
    (page,) = pages(replace(settings, corner_name={}))
    assert "American Corner" in page_text(page)


def test_every_letter_lies_on_the_page(settings: Settings) -> None:
    for one in (settings, replace(settings, technician="", share=None)):
        (page,) = pages(one)
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert min(box[0] for box in boxes) > 0 and max(box[2] for box in boxes) < A4[0]
        assert min(box[1] for box in boxes if box[3] > box[1]) > 15


def test_the_command_writes_it_or_refuses(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ("--library", str(settings.library))
    assert main(["guide", *library, "-o", str(tmp_path / "guide.pdf")]) == 0
    assert count_pages((tmp_path / "guide.pdf").read_bytes()) == 1
    assert "guide.pdf" in capsys.readouterr().out
    assert main(["guide", *library]) == 1
    assert "-o FILE or --print" in capsys.readouterr().err
    assert main(["guide", *library, "-o", str(tmp_path / "none" / "guide.pdf")]) == 1
    assert "is not there" in capsys.readouterr().err
