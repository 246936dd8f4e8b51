"""The rows of a preview: the same in every language, limited in number, and counted in full."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.base.model import Programme, Status
from kiosk.i18n.translator import LANGUAGES
from kiosk.preview.change_list import MAX_LINES, MAX_ROWS, build_sections, rows_to_json
from kiosk.preview.preview_text import preview_lines
from kiosk.preview.programme_diff import ChangeKind
from kiosk.preview.standing import Standing
from tests.unit.preview.changed_events import CHANGED_EVENTS
from tests.unit.preview.test_preview_text import make_preview
from tests.unit.store.sample import CODE, CORNER, PROGRAMME, TALK


def make_rows(before: Programme, after: Programme, standing: Standing = Standing.NEWER) -> dict[str, Any]:
    return rows_to_json(make_preview(before, after, standing))


def test_a_row_has_its_kind_and_texts_in_every_language() -> None:
    cancelled = replace(TALK.occurrences[0], status=Status.CANCELLED)
    after = replace(PROGRAMME, events=(replace(TALK, occurrences=(cancelled,)),))
    assert make_rows(replace(PROGRAMME, events=(TALK,)), after) == {
        "rows": [
            {
                "kind": "cancelled",
                "title": {
                    "kk": "Talk k · 2016 жылғы 5 наурыз",
                    "ru": "Talk r · 5 марта 2016 года",
                    "en": "Talk e · 5 March 2016",
                },
                "lines": [],
            }
        ],
        "counts": {"cancelled": 1},
    }


@pytest.mark.parametrize("what", CHANGED_EVENTS)
def test_every_change_has_as_many_lines_in_each_language(what: str) -> None:
    name, value, _ = CHANGED_EVENTS[what]
    after = replace(PROGRAMME, events=(replace(CODE, **{name: value}),))
    found = make_rows(replace(PROGRAMME, events=(CODE,)), after)
    rows = [row for row in found["rows"] if row["kind"] != "untranslated"]
    assert rows[0]["lines"]
    for row in found["rows"]:
        for said in (row["title"], *row["lines"]):
            assert tuple(said) == LANGUAGES
            assert all(said.values())


def test_programme_themes_and_venues_have_rows() -> None:
    theme, *others = PROGRAMME.themes
    moved = replace(CORNER, latitude=1.0, longitude=2.0)
    after = replace(
        PROGRAMME,
        campaign=replace(PROGRAMME.campaign, hashtag="#26"),
        themes=(replace(theme, colour="#000000"), *others),
        venues=tuple(moved if venue == CORNER else venue for venue in PROGRAMME.venues),
    )
    found = make_rows(PROGRAMME, after)
    assert found["counts"] == {"programme": 2, "venue": 1, "untranslated": 2}
    assert [(row["kind"], row["title"]["en"]) for row in found["rows"][:3]] == [
        ("programme", "The programme as a whole"),
        ("programme", f"Theme changed: {theme.title['en']}"),
        ("venue", "Place changed: Corner e"),
    ]
    (line,) = found["rows"][2]["lines"]
    assert line["en"] == "Position on the map: changed"


def test_an_untranslated_row_names_its_texts() -> None:
    found = make_rows(PROGRAMME, replace(PROGRAMME, events=(replace(TALK, body={"ru": "Текст"}),)))
    missing = [row["lines"][0]["ru"] for row in found["rows"] if row["kind"] == "untranslated"]
    assert missing == ["Нет на английском: Текст", "Нет на казахском: Текст"]
    assert found["counts"]["untranslated"] == 2


def test_long_sections_show_the_first_rows_and_count_all() -> None:
    many = tuple(replace(TALK, id=f"talk-{place}") for place in range(MAX_ROWS + 3))
    found = make_rows(PROGRAMME, replace(PROGRAMME, events=many), Standing.FIRST)
    assert (len(found["rows"]), found["counts"]) == (MAX_ROWS, {"new": MAX_ROWS + 3})


def test_a_row_with_many_changes_shows_the_first_lines() -> None:
    times = tuple(replace(one, status=Status.FULL) for one in CODE.occurrences) * (MAX_LINES + 4)
    found = make_rows(
        replace(PROGRAMME, events=(replace(CODE, occurrences=CODE.occurrences[:1]),)),
        replace(PROGRAMME, events=(replace(CODE, occurrences=times),)),
    )
    lines = [line["en"] for row in found["rows"] if row["kind"] != "untranslated" for line in row["lines"]]
    assert len(lines) <= MAX_LINES + 1
    assert lines[-1].startswith("and ")


def test_lines_and_rows_have_the_same_texts() -> None:
    later = replace(CODE, hashtags=())
    after = replace(PROGRAMME, events=(later, replace(TALK, id="new")))
    preview = make_preview(PROGRAMME, after)
    for language in LANGUAGES:
        said = "\n".join(preview_lines(preview, language))
        for section in build_sections(preview, language):
            assert section.kind in (*ChangeKind, "programme", "venue", "untranslated")
            for row in section.rows:
                assert all(part in said for part in (row.title, *row.lines))
