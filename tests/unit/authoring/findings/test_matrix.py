"""The matrix says which text of which event is there in which language."""

from pathlib import Path

from kiosk.authoring.findings.matrix import matrix_facts, matrix_lines, source_languages, text_matrix
from kiosk.authoring.source.folder import read_source_folder
from tests.source_builder import TALK_TOML, write_source

RUSSIAN_BODY = 'ru = "Приходите послушать."\n'


def test_texts_are_counted_by_language(tmp_path: Path) -> None:
    changes = {
        "events/full.toml": None,
        "events/a.toml": TALK_TOML.replace('kk = "Әңгіме"\n', "").replace(
            'ru = "Приходите послушать."\n', ""
        ),
        "events/talk.toml": 'languages = ["kk", "ru"]\n' + TALK_TOML.replace('en = "A talk"\n', ""),
    }
    source = read_source_folder(write_source(tmp_path, changes))
    rows, languages = text_matrix(source), source_languages(source)
    assert list(matrix_lines(rows, languages)) == [
        "         en     kk     ru",
        "a       3/3    2/3    2/3  kk: title; ru: body",
        "talk      -    3/3    3/3",
    ]
    facts = matrix_facts(rows, languages)
    assert facts[0] == {
        "event": "a",
        "languages": ["en", "kk", "ru"],
        "texts": {
            "title": {"en": True, "kk": False, "ru": True},
            "summary": {"en": True, "kk": True, "ru": True},
            "body": {"en": True, "kk": True, "ru": False},
        },
    }
