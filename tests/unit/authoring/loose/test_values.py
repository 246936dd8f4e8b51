"""Addresses, numbers, prices, ages, yes and no as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.loose.amounts import FREE, read_ages, read_number, read_price
from kiosk.authoring.loose.answers import read_yes_no
from kiosk.authoring.loose.links import read_link, read_phone
from kiosk.authoring.loose.reading import Reading
from kiosk.base.links import host_of


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("www.example.org/a", "https://www.example.org/a"),
        ("kz.usembassy.gov", "https://kz.usembassy.gov"),
        ("<https://a.kz/x y>", "https://a.kz/x%20y"),
        ("HTTPS://Example.ORG/A?b=c#d", "https://example.org/A?b=c#d"),
        ("https://a.kz?x=1", "https://a.kz/?x=1"),
        ("https://site.kz/іс", "https://site.kz/%D1%96%D1%81"),
        ("http://a.kz/", "http://a.kz/"),
    ],
)
def test_an_address_is_read(text: str, link: str) -> None:
    assert read_link(text) == Reading(link, text == link)


@pytest.mark.parametrize("text", ["", "hello", "a@b.kz", "mailto:a@b.kz", "see below"])
def test_it_is_no_address(text: str) -> None:
    assert read_link(text) is None


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "N"]), max_size=40))
def test_a_plain_address_stays_as_it_is(path: str) -> None:
    link = f"https://kz.usembassy.gov/{path}"
    assert host_of(link) and read_link(link) == Reading(link)


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("8 727 250 76 12", "+7 727 250 76 12"),
        ("8(727)250-76-12", "+7(727)250-76-12"),
        ("77272507612", "+77272507612"),
        ("(8 727) 250 76 12", "+7 7272507612"),
    ],
)
def test_a_number_of_kazakhstan_gets_its_country(text: str, phone: str) -> None:
    assert read_phone(text) == Reading(phone, False)


def test_another_number_stays() -> None:
    assert read_phone("+1 202 555 0100") == Reading("+1 202 555 0100")
    assert read_phone("250 76 12") == Reading("250 76 12")
    assert read_phone("ask at the desk") is None


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("2000 тг.", "2000 KZT"),
        ("2 000 ₸", "2000 KZT"),
        ("от 1000 до 3000 тенге", "1000-3000 KZT"),
        ("1 000–3 000 теңге", "1000-3000 KZT"),
        ("$5", "5 USD"),
        ("2000", "2000 KZT"),
        ("10 eur", "10 EUR"),
    ],
)
def test_a_price_is_read(text: str, price: str) -> None:
    assert read_price(text) == Reading(price, False)
    assert read_price(price) == Reading(price)


@pytest.mark.parametrize("text", ["free", "Бесплатно", "тегін.", "0"])
def test_what_costs_nothing_is_free(text: str) -> None:
    assert read_price(text) == Reading(FREE)


@pytest.mark.parametrize("text", ["", "500 coins", "ask", "1000 2000"])
def test_it_is_no_price(text: str) -> None:
    assert read_price(text) is None


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("от 16 лет", "16+"),
        ("16 лет и старше", "16+"),
        ("16 жастан", "16+"),
        ("8–12 лет", "8-12"),
        ("8 to 12", "8-12"),
        ("до 12 лет", "0-12"),
    ],
)
def test_ages_are_read(text: str, ages: str) -> None:
    assert read_ages(text) == Reading(ages, False)
    assert read_ages(ages) == Reading(ages)


def test_a_single_age_or_a_word_is_none() -> None:
    assert read_ages("16") is None
    assert read_ages("adults") is None


def test_numbers_are_read() -> None:
    assert read_number("1 000") == Reading(1000)
    assert read_number("20.0") == Reading(20)
    assert read_number("20 мест") == Reading(20, False)
    assert read_number("many") is None


def test_yes_and_no_are_read_in_three_languages() -> None:
    assert {word: read_yes_no(word) for word in ("Yes", "да", "ИӘ", "✓")} == dict.fromkeys(
        ("Yes", "да", "ИӘ", "✓"), Reading(True)
    )
    assert read_yes_no("жоқ") == read_yes_no("Нет.") == read_yes_no("false") == Reading(False)
    assert read_yes_no("maybe") is None
