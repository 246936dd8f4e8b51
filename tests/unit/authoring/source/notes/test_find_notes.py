"""What will look wrong on the screen is told, and nothing else."""

from pathlib import Path

import pytest

from kiosk.authoring.source.problems import Severity
from tests.source_builder import TALK_TOML, find_problems, write_source

TITLE, SUMMARY = 'en = "A talk"\nkk = "Әңгіме"\nru = "Беседа"', 'en = "A short talk"'
BODY = 'en = "Come and listen."\nkk = "Келіп тыңдаңыз."\nru = "Приходите послушать."'
RUSSIAN = "Приходите все, кто хочет узнать больше об открытом коде"
NOTES = [
    (SUMMARY, 'en = "A <b>short</b> talk"', ("summary.en", "text_html", "<b>")),
    (SUMMARY, 'en = "Tea &nbsp; talk"', ("summary.en", "text_html", "&nbsp;")),
    (SUMMARY, 'en = "See https://example.org/a."', ("summary.en", "text_address", "https://example.org/a")),
    (SUMMARY, 'en = "See (www.example.org)"', ("summary.en", "text_address", "www.example.org")),
    (SUMMARY, 'en = "See example.org/talk, please"', ("summary.en", "text_address", "example.org/talk")),
    (SUMMARY, 'en = "Balloons \\U0001F388 and cake"', ("summary.en", "text_letters", "🎈")),
    (BODY, BODY.replace("Приходите послушать.", "Мәтін осы жерде"), ("body.ru", "text_kazakh", "Мәтін")),
    (BODY, BODY.replace("Келіп тыңдаңыз.", RUSSIAN), ("body.kk", "text_russian", None)),
    (BODY, BODY.replace("Келіп тыңдаңыз.", "Вечер для всех"), ("body.kk", "text_russian", None)),
    (BODY, BODY.replace("Келіп тыңдаңыз.", "Come and listen."), ("body.kk", "text_same", None)),
    (BODY, BODY.replace("Come and listen.", "A short talk"), ("body.en", "text_repeated", None)),
    (TITLE, TITLE.replace("Беседа", "Короткая беседа"), ("summary.ru", "text_repeated", None)),
    ("[title]", '[contact]\nname = { en = "Ann", kk = "Анна", ru = "Анна" }\n[title]',
     ("contact", "contact_unseen", None)),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "note"), NOTES)
def test_what_will_look_wrong_is_told(
    old: str, new: str, note: tuple[str, str, str | None], tmp_path: Path
) -> None:
    assert old in TALK_TOML
    folder = write_source(tmp_path, {"events/talk.toml": TALK_TOML.replace(old, new)})
    (found,) = find_problems(folder)
    assert (found.place.file, found.severity) == ("events/talk.toml", Severity.WARNING)
    field, code, value = note
    assert (found.field, found.code) == (field, code)
    assert value is None or value in (found.detail.get("value"), found.detail.get("letters"))


GOOD = [
    (SUMMARY, 'en = "Tea & talk, 3 < 5 > 2, AT&T"'),
    (SUMMARY, 'en = "Code.org, ann@example.org, 24/7 and/or 1/2"'),
    (SUMMARY, 'en = "Café – “10 °C”, № 5, 100 €"'),
    (TITLE, TITLE.replace("Әңгіме", "TechForum").replace("Беседа", "TechForum")),
    (BODY, BODY.replace("Приходите послушать.", "Расскажем о музее Қасым и его истории в городе.")),
    (BODY, BODY.replace("Келіп тыңдаңыз.", "Бал, нан, шай")),
]


@pytest.mark.parametrize(("old", "new"), GOOD)
def test_what_is_right_is_not(old: str, new: str, tmp_path: Path) -> None:
    assert old in TALK_TOML
    folder = write_source(tmp_path, {"events/talk.toml": TALK_TOML.replace(old, new)})
    assert find_problems(folder) == ()


def test_an_event_that_stands_there_twice_is_told(tmp_path: Path) -> None:
    other_day = TALK_TOML.replace("04-09T", "04-10T")
    changes = {"events/talk-2.toml": TALK_TOML.replace("A talk", "a Talk "), "events/talk-3.toml": other_day}
    (found,) = find_problems(write_source(tmp_path, changes))
    assert (found.place.file, found.code) == ("events/talk.toml", "event_duplicate")
    assert found.detail == {"other": "talk-2"}
