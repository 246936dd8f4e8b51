"""Queries in other letters, keyboard layouts and endings, and with typing errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.search.fold import fold
from kiosk.search.highlight import Piece, make_excerpt, mark_matches
from kiosk.search.keyboard_layout import switch_layout
from kiosk.search.query import correct_words, parse_query
from kiosk.search.stemming import stem, strip_endings
from kiosk.search.transliteration import to_cyrillic, to_latin
from kiosk.search.vocabulary import Vocabulary

WORDS = """китап салем достык кызылорда казакстан шымкент жулдыз гарышкер оскемен усть наурыз хакатон щука
    ежик чтение бродвеи техфорум techforum spelling love code music ультрамарафон астана июнь"""
TERMS = sorted(WORDS.split())
VOCABULARY = Vocabulary(TERMS, [1] * len(TERMS))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kitap", "китап"), ("salem", "салем"), ("dostyk", "достык"), ("dostıq", "достык"),
        ("qyzylorda", "кызылорда"), ("kyzylorda", "кызылорда"), ("qazaqstan", "казакстан"),
        ("shymkent", "шымкент"), ("zhuldyz", "жулдыз"), ("juldyz", "жулдыз"), ("ǵaryshker", "гарышкер"),
        ("öskemen", "оскемен"), ("ust", "усть"), ("nauryz", "наурыз"), ("hakaton", "хакатон"),
        ("khakaton", "хакатон"), ("shchuka", "щука"), ("yozhik", "ежик"), ("chtenie", "чтение"),
        ("4tenie", "чтение"), ("brodvey", "бродвеи"), ("iyun", "июнь"), ("жүлдыз", "жулдыз"),
    ],
)  # fmt: skip
def test_latin_letters_are_transliterated(typed: str, meant: str) -> None:
    term = fold(typed)
    assert meant in (to_cyrillic(term, VOCABULARY.has_prefix) if term.isascii() else [term])


@pytest.mark.parametrize(("typed", "meant"), [("спеллинг", "spelling"), ("лав", "lov"), ("мюзик", "music")])
def test_cyrillic_letters_are_transliterated(typed: str, meant: str) -> None:
    assert meant in to_latin(typed, VOCABULARY.has_prefix)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz4'", min_size=1, max_size=20))
def test_readings_are_prefixes_of_terms(typed: str) -> None:
    assert all(VOCABULARY.has_prefix(reading) for reading in to_cyrillic(typed, VOCABULARY.has_prefix))
    assert len(to_cyrillic(typed, lambda _: True)) <= 40


@pytest.mark.parametrize(
    ("typed", "meant"), [("rbnfg", "китап"), (",hjldtq", "бродвей"), ("зрщещ", "photo"), ("r3nfg", "кітап")]
)
def test_switched_keyboard_layout(typed: str, meant: str) -> None:
    assert switch_layout(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("маусымда", "маусым"),
        ("китапханаларда", "китапхан"),
        ("книги", "книг"),
        ("школе", "школ"),
        ("ада", ""),
    ],
)
def test_endings_are_stripped_one_by_one(typed: str, meant: str) -> None:
    assert meant in [*strip_endings(typed), ""]
    assert all(typed.startswith(form) and len(form) >= 4 for form in strip_endings(typed))
    assert stem("маусымда") == "маусым"


def edit_distance(one: str, other: str) -> int:
    """The optimal string alignment distance, by plain recursion."""
    if not one or not other:
        return len(one) + len(other)
    least = min(
        edit_distance(one[1:], other[1:]) + (one[0] != other[0]),
        edit_distance(one[1:], other) + 1,
        edit_distance(one, other[1:]) + 1,
    )
    if len(one) > 1 and len(other) > 1 and one[:2] == other[1::-1]:
        least = min(least, edit_distance(one[2:], other[2:]) + 1)
    return least


@given(
    st.lists(st.text("абв", min_size=1, max_size=5), min_size=1, max_size=6, unique=True),
    st.text("абв", min_size=3, max_size=6),
)
def test_similar_prefixes_have_the_least_edit_distance(terms: list[str], typed: str) -> None:
    prefixes = {term[:length] for term in terms for length in range(1, len(term) + 1)}
    by_slips = {prefix: edit_distance(typed, prefix) for prefix in prefixes}
    allowed = [most for most in range(1, min(len(typed) // 3, 2) + 1) if min(by_slips.values()) <= most]
    expected = {prefix for prefix, found in by_slips.items() if allowed and found <= allowed[0]}
    assert set(Vocabulary(sorted(terms), [1] * len(terms)).similar_prefixes(typed)) == expected


def test_the_likeliest_correction_comes_first() -> None:
    vocabulary = Vocabulary(["астр", "маст", "мастер", "мастика"], [9, 1, 5, 9])
    assert vocabulary.similar_prefixes("мастр")[0] == "маст"
    assert Vocabulary(["астр", "мастер"], [9, 1]).similar_prefixes("мастр")[0] == "мастер"
    assert vocabulary.similar_prefixes("аб") == []


def test_terms_are_found_by_a_later_part() -> None:
    assert VOCABULARY.terms_containing("марафон") == ["ультрамарафон"]
    assert VOCABULARY.terms_containing("китап") == []


def readings_of(typed: str) -> list[tuple[str, ...]]:
    return [word.readings for word in parse_query(typed, VOCABULARY)]


def test_a_query_is_parsed_into_known_words() -> None:
    assert readings_of("Kitap") == [("китап",)]
    assert readings_of("the китап и rbnfg") == [("китап",), ("китап",)]
    assert readings_of("и") == [("и",)]
    assert readings_of("tech forum") == [("techforum", "техфорум")]
    assert readings_of("lovecode") == [("love",), ("code",)]
    assert readings_of("lovethecode") == [("love",), ("code",)]
    assert readings_of("китапка") == [("китап",)]
    assert readings_of("марафон") == [("ультрамарафон",)]
    assert readings_of(" ,. ") == []
    assert len(readings_of("китап " * 20)) == 8


def test_the_former_name_of_a_city_is_read_as_the_present_one() -> None:
    for typed in ("нур-султан", "Нурсултан", "nur-sultan", "нур султан", "нурсу"):
        assert readings_of(typed) == [("астана",)], typed
    assert readings_of("нурс") == [()]
    assert readings_of("алма-ата") == [(), ()]  # nothing is known in Almaty
    with_former = Vocabulary(["алмаата", "алматы"], [1, 1])
    assert [word.readings for word in parse_query("алмаата", with_former)] == [("алмаата",)]


def test_a_hyphen_is_kept_in_the_other_keyboard_layout() -> None:
    assert readings_of("ecnm-jcrtvty") == [("усть",), ("оскемен",)]
    assert readings_of("jcrtvty") == [("оскемен",)]
    assert readings_of("-crtvty") == [("оскемен",)]


def test_an_unknown_word_is_corrected_if_possible() -> None:
    typed = parse_query("хокатон китап", VOCABULARY)
    assert [word.readings for word in typed] == [(), ("китап",)]
    assert [word.readings for word in correct_words(typed, VOCABULARY)] == [("хакатон",), ("китап",)]
    assert [word.readings for word in correct_words(parse_query("hokaton", VOCABULARY), VOCABULARY)] == [
        ("хакатон",)
    ]
    assert correct_words(parse_query("ъъъъъъъ китап", VOCABULARY), VOCABULARY) == ()


@given(st.text(max_size=30) | st.text("kitapкітап ,4-", max_size=30))
def test_anything_can_be_typed(typed: str) -> None:
    assert all(word.term and fold(word.term) == word.term for word in parse_query(typed, VOCABULARY))


def test_marked_pieces_join_to_the_text() -> None:
    assert mark_matches("Кітап клубы", {"ки", "китап"}) == (Piece("Кітап", True), Piece(" клубы", False))
    assert mark_matches("", {"ки"}) == ()


def test_an_excerpt_is_a_line_around_the_match() -> None:
    text = "слово " * 50 + "\nКітап " + "слово " * 50
    pieces = make_excerpt(text, {"китап"})
    said = "".join(piece.text for piece in pieces)
    assert Piece("Кітап", True) in pieces and said.startswith("… слово") and said.endswith("слово …")
    assert "\n" not in said and len(said) < 120
    assert make_excerpt(text, {"нет"}) == ()
    assert make_excerpt("Кітап", {"кит"}) == (Piece("Кіт", True), Piece("ап", False))
