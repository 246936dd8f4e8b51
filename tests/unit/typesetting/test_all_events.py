"""On flyers of all demo events, in every language, on every paper: nothing is missing, cut or too small."""

from itertools import combinations
from pathlib import Path

import pytest

from kiosk.flyers.order import FlyerKind
from kiosk.i18n.translator import LANGUAGES
from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.sheet import MIN_CODE_SIDE, MIN_MODULE, Section, Sheet
from kiosk.typography.rules import JOINER
from kiosk.typography.typeset import typeset
from tests.flyer_kit import (
    HOURS,
    MM,
    FoundCode,
    Word,
    context_at,
    demo,
    find_codes,
    page_texts,
    typeset_unproofed,
    upcoming_event_ids,
    word_boxes,
)
from tests.screen_kit import corner_month

__all__ = ["corner_month", "demo"]

NEW_YEAR, MONDAY = "2016-01-05T10:00", "2016-04-04T10:00"
"""Times at which all 18 events of the demo, and all 14 of the made month, are upcoming."""
CASES = [
    (kind, language, paper)
    for kind in (FlyerKind.EVENT, FlyerKind.TEAR_OFF)
    for language in LANGUAGES
    for paper in Paper
    if kind is FlyerKind.EVENT or paper not in (Paper.A5, Paper.CARDS)
]
LISTS = [
    (kind, language, paper)
    for kind in (FlyerKind.THEME, FlyerKind.MONTH)
    for language in (*LANGUAGES, "kk+ru+en")
    for paper in Paper
    if paper is not Paper.CARDS
]
SUBJECTS = {
    FlyerKind.THEME: ("innovation", "friendship", "partnership"),
    FlyerKind.MONTH: ("2016-04-01", "2016-06-01"),
}
DPI = 150
DOT_SIZE = 25.4 / DPI


@pytest.mark.parametrize(("kind", "language", "paper"), CASES)
def test_nothing_is_missing_cut_hidden_or_too_small(
    demo: Path, kind: FlyerKind, language: str, paper: Paper
) -> None:
    context = context_at(demo, NEW_YEAR, corner="american-corner-almaty", corner_hours=HOURS)
    pdf, sheets = typeset_unproofed(context, kind, upcoming_event_ids(context), language, paper=paper)
    pages, read = word_boxes(pdf), page_texts(pdf)
    on_a_page = 4 if paper is Paper.CARDS else 1
    assert len(sheets) == 18 and len(pages) == len(read) == -(-18 // on_a_page)
    assert find_missing(sheets, read, on_a_page) == []
    for width, height, words in pages:
        assert find_outside(width, height, words) == []
        assert find_overlapping(words) == []
    check_codes(find_codes(pdf, dpi=DPI), sheets[:on_a_page], pages[0][2])


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3, Paper.LETTER])
def test_three_languages_fit_where_there_is_room(demo: Path, paper: Paper) -> None:
    context = context_at(demo, NEW_YEAR, corner="american-corner-almaty", corner_hours=HOURS)
    pdf, sheets = typeset_unproofed(
        context, FlyerKind.EVENT, upcoming_event_ids(context), *LANGUAGES, paper=paper
    )
    assert find_missing(sheets, page_texts(pdf), 1) == []
    for width, height, words in word_boxes(pdf):
        assert (find_outside(width, height, words), find_overlapping(words)) == ([], [])


def test_three_languages_of_a_club_fit_on_a5(corner_month: Path) -> None:
    context = context_at(corner_month, MONDAY, corner="american-corner-almaty", corner_hours=HOURS)
    pdf, sheets = typeset_unproofed(
        context, FlyerKind.EVENT, upcoming_event_ids(context), *LANGUAGES, paper=Paper.A5
    )
    pages, read = word_boxes(pdf), page_texts(pdf)
    assert len(sheets) == 14 and len(pages) == 14 and find_missing(sheets, read, 1) == []
    for width, height, words in pages:
        assert (find_outside(width, height, words), find_overlapping(words)) == ([], [])


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("first", LANGUAGES)
def test_a_month_of_three_languages_fits_on_one_a4_page(corner_month: Path, first: str, ink: Ink) -> None:
    context = context_at(corner_month, MONDAY, corner="american-corner-almaty", corner_hours=HOURS)
    languages = (first, *(one for one in LANGUAGES if one != first))
    pdf, (sheet,) = typeset_unproofed(context, FlyerKind.MONTH, ("2016-04-01",), *languages, ink=ink)
    ((width, height, words),), (page,) = word_boxes(pdf), page_texts(pdf)
    rows = [row for section in sheet.sections for row in section.rows]
    said = [part for row in rows for part in (*row.titles, *row.flags, *row.times)]
    assert len(rows) > 40 and [one for one in said if "".join(one.split()) not in page] == []
    assert (find_outside(width, height, words), find_overlapping(words)) == ([], [])


@pytest.mark.parametrize(("kind", "language", "paper"), LISTS)
def test_nothing_in_a_list_is_missing_cut_or_hidden(
    demo: Path, kind: FlyerKind, language: str, paper: Paper
) -> None:
    context = context_at(demo, NEW_YEAR, corner="american-corner-almaty", corner_hours=HOURS)
    pdf, sheets = typeset_unproofed(context, kind, SUBJECTS[kind], *language.split("+"), paper=paper)
    pages, whole = word_boxes(pdf), "".join(page_texts(pdf))
    modules: dict[str, int] = {}
    for sheet in sheets:
        rows = [row for section in sheet.sections for row in section.rows]
        words = [
            *sheet.titles,
            *sheet.subtitles,
            *(heading for one in sheet.sections for heading in printed_headings(one)),
        ]
        words += [part for row in rows for part in (*row.titles, *row.flags, *row.times, *row.places)]
        words += [row.code.words for row in rows if row.code]
        modules |= {row.code.payload: row.code.modules for row in rows if row.code}
        assert rows and [one for one in words if "".join(one.split()) not in whole] == []
    for width, height, found in pages:
        assert (find_outside(width, height, found), find_overlapping(found)) == ([], [])
    for number, (_, _, found) in enumerate(pages):
        for code in find_codes(pdf, number, DPI):
            assert find_in_quiet_zone(code, modules[code.payload], found) == []


def printed_headings(section: Section) -> tuple[str, ...]:
    """The headings of events with codes; beside those without there are the day and the weekday."""
    if section.day and not any(row.code for row in section.rows):
        return (section.day + section.weekdays[0], *section.weekdays[1:])
    return section.headings


def find_missing(sheets: tuple[Sheet, ...], read: list[str], on_a_page: int) -> list[str]:
    """The texts of the data that are not on the page letter by letter."""
    return [
        words
        for place, sheet in enumerate(sheets)
        for words in expected_texts(sheet)
        if "".join(typeset(words, sheet.languages[0]).split()).replace(JOINER, "")
        not in read[place // on_a_page]
    ]


def expected_texts(sheet: Sheet) -> list[str]:
    """All texts that must be on the sheet."""
    words = [sheet.corner, sheet.hours, sheet.theme, sheet.pack, f"№ {sheet.number}"]
    words += [sheet.code.words] if sheet.code else []
    for one in sheet.said:
        words += [one.title, one.flag, one.note, one.take, *one.text.split("\n")]
        words += [part for fact in one.facts for part in (fact.text, fact.note)]
    return words


def find_outside(width: float, height: float, words: list[Word]) -> list[Word]:
    """The words closer to the edge than printers can print."""
    edge = 2 * MM
    return [
        word for word in words
        if min(word.left, word.top, width - word.right, height - word.bottom) < edge
    ]  # fmt: skip


def find_overlapping(words: list[Word]) -> list[tuple[str, str]]:
    """Pairs of words whose letters touch; poppler's boxes include the space above and below letters."""

    def core(word: Word) -> tuple[float, float, float, float]:
        height = word.bottom - word.top
        return word.left + 0.3, word.top + height * 0.3, word.right - 0.3, word.bottom - height * 0.3

    found = []
    for one, other in combinations(words, 2):
        (a, b, c, d), (e, f, g, h) = core(one), core(other)
        if min(c, g) > max(a, e) and min(d, h) > max(b, f):
            found.append((one.text, other.text))
    return found


def check_codes(found: list[FoundCode], sheets: tuple[Sheet, ...], words: list[Word]) -> None:
    """Assert that all codes are there, large enough, of level Q, with nothing in their quiet zones."""
    wanted = {payload for sheet in sheets for payload in sheet.payloads}
    assert {code.payload for code in found} == wanted
    modules = {sheet.code.payload: sheet.code.modules for sheet in sheets if sheet.code}
    for code in found:
        side = min(code.right - code.left, code.bottom - code.top)
        assert (code.level, side > MIN_CODE_SIDE - DOT_SIZE) == ("Q", True)
        assert side / modules[code.payload] > MIN_MODULE - DOT_SIZE / modules[code.payload]
        assert find_in_quiet_zone(code, modules[code.payload], words) == []


def find_in_quiet_zone(code: FoundCode, modules: int, words: list[Word]) -> list[Word]:
    """The words that are closer than four modules to a code (ISO/IEC 18004, 6.3.8)."""
    quiet = 4 * (code.right - code.left) / modules - DOT_SIZE
    left, top = (code.left - quiet) * MM, (code.top - quiet) * MM
    right, bottom = (code.right + quiet) * MM, (code.bottom + quiet) * MM
    return [
        word for word in words
        if word.left < right and word.right > left and word.top < bottom and word.bottom > top
    ]  # fmt: skip
