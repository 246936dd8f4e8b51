"""Which event a file's name stands for."""

from pathlib import Path

import pytest

from kiosk.authoring.matching.event_names import EventNames
from kiosk.authoring.matching.names import name_key
from kiosk.authoring.source.raw_source import Entry
from kiosk.authoring.source.toml_documents import TomlDocument

TITLES = {
    "love-to-code": {"en": "“Love to Code” Tech Tour", "ru": "Технотур «Love to Code»"},
    "open-day": {"ru": "День открытых дверей", "kk": "Ашық есік күні", "en": "Open day"},
    "club-2": {"ru": "Шахматный клуб", "kk": "Шахмат үйірмесі"},
    "yurt": {"kk": "Қазақ үйі", "ru": "Юрта"},
    "lecture-a": {"en": "Lecture"},
    "lecture-b": {"en": "Lecture"},
    "journalism": {"en": "Journalism"},
    "journalism-school": {"en": "School"},
    "broken": "no table",
}


@pytest.fixture(scope="module")
def names() -> EventNames:
    document = TomlDocument("events", {}, "")
    return EventNames({id: Entry(id, {"title": title}, document) for id, title in TITLES.items()})


@pytest.mark.parametrize(
    ("name", "id", "number"),
    [
        ("love-to-code.jpg", "love-to-code", 0),
        ("Love_to_Code-2.JPG", "love-to-code", 2),
        ("02 love to code (3).png", "love-to-code", 3),
        ("2016-04-03_love-to-code.jpg", "love-to-code", 0),
        ("love-to-code-cover.jpg", "love-to-code", 0),
        ("Технотур «Love to Code».jpg", "love-to-code", 0),
        ("День открытых дверей.jpg", "open-day", 0),
        ("den otkrytykh dverei 4.jpg", "open-day", 4),
        ("Den-otkritih-dverey.jpg", "open-day", 0),
        ("den otkrytyh dverej.jpg", "open-day", 0),
        ("АШЫҚ ЕСІК КҮНІ.jpg", "open-day", 0),
        ("ashyq esik kuni.jpg", "open-day", 0),
        ("club-2.jpg", "club-2", 0),
        ("club-2-1.jpg", "club-2", 1),
        ("Shakhmatnyj klub.jpg", "club-2", 0),
        ("Юрта.jpg", "yurt", 0),
        ("Yurta 2.jpg", "yurt", 2),
        ("Qazaq üyi.jpg", "yurt", 0),
        ("open-day/IMG_2231.jpg", "open-day", 0),
        ("journalism.jpg", "journalism", 0),
        ("journalism-school.jpg", "journalism-school", 0),
        ("journalism-school-hall.jpg", "journalism-school", 0),
    ],
)
def test_a_name_like_the_id_or_a_title_is_certain(names: EventNames, name: str, id: str, number: int) -> None:
    match = names.find(Path("pictures", name))
    assert (match.ids, match.number, match.is_certain) == ((id,), number, True)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Lecture.jpg", ("lecture-a", "lecture-b")),
        ("lecture-a-and-b.jpg", ()),
        ("День открытых дверей в библиотеке.jpg", ("open-day",)),
        ("love-to-kode.jpg", ("love-to-code",)),
        ("club.jpg", ("club-2",)),
        ("journalism-sch.jpg", ("journalism", "journalism-school")),
    ],
)
def test_a_name_that_is_only_alike_is_doubtful(names: EventNames, name: str, ids: tuple[str, ...]) -> None:
    match = names.find(Path("pictures", name))
    assert not match.is_certain or not ids
    if ids:
        assert match.ids == ids


@pytest.mark.parametrize("name", ["IMG_2231.jpg", "DSC00042.JPG", "1.jpg", "….jpg", "Безымянный.png"])
def test_a_name_of_no_event_finds_none(names: EventNames, name: str) -> None:
    assert names.find(Path("pictures", name)).ids == ()


def test_an_empty_source_has_no_names() -> None:
    assert EventNames({}).find(Path("pictures/love-to-code.jpg")).ids == ()


def test_a_text_without_letters_has_no_key() -> None:
    assert name_key("… – №") == name_key("") == ""
