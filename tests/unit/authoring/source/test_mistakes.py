"""Every mistake in a source folder is found at once, with its line."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.authoring.source.load_source import load_source
from kiosk.authoring.source.problems import SourceProblems
from kiosk.i18n.translator import translator
from tests.source_builder import (
    FILES,
    FULL_EVENT_TOML,
    PACK_TOML,
    TALK_TOML,
    THEMES_TOML,
    VENUES_TOML,
    find_problems,
    problem_places,
    write_source,
)

EVENT, TITLE = "events/talk.toml", '\n[title]\nen = "A talk"'
EVENT_MISTAKES: list[tuple[str, str, list[tuple[int, str, str]]]] = [
    ('theme = "innovation"', 'theme = "inovation"', [(1, "theme", "theme_unknown")]),
    ('theme = "innovation"', "theme = 5", [(1, "theme", "not_text")]),
    ('theme = "innovation"', "", [(0, "theme", "missing")]),
    ('icon = "code"', 'icon = "coda"', [(2, "icon", "icon")]),
    ('places = ["corner-almaty"]', 'places = ["astana"]', [(4, "places[1]", "venue_unknown")]),
    ('places = ["corner-almaty"]', 'places = ["almaty", "almaty"]', [(4, "places[2]", "twice")]),
    ('places = ["corner-almaty"]', 'places = "almaty"', [(4, "places", "not_list")]),
    ('places = ["corner-almaty"]', 'reach = "route"', [(4, "reach", "route_short")]),
    ('places = ["corner-almaty"]', 'reach = "far"', [(4, "reach", "choice")]),
    ('places = ["corner-almaty"]', 'audience = ["dogs"]', [(4, "audience[1]", "choice")]),
    ('places = ["corner-almaty"]', 'spoken = ["English"]', [(4, "spoken[1]", "language")]),
    ('places = ["corner-almaty"]', 'spoken = ["en", "en"]', [(4, "spoken", "twice")]),
    ('places = ["corner-almaty"]', 'hashtags = ["USKZ25"]', [(4, "hashtags[1]", "hashtag")]),
    ('places = ["corner-almaty"]', 'hashtags = ["#a b"]', [(4, "hashtags[1]", "hashtag")]),
    ('places = ["corner-almaty"]', 'free = "yes"', [(4, "free", "not_bool")]),
    ('places = ["corner-almaty"]', 'place = "almaty"', [(4, "place", "unknown_key")]),
    ('places = ["corner-almaty"]', 'source = "http://kz.usembassy.gov/"', [(4, "source", "link_http")]),
    ('places = ["corner-almaty"]', 'source = "https://example.org/"', [(4, "source", "link_host")]),
    ('places = ["corner-almaty"]', 'status = "gone"', [(4, "status", "choice")]),
    ('places = ["corner-almaty"]', 'status = "moved"', [(4, "status", "moved_from")]),
    ('places = ["corner-almaty"]', 'original = "2016-06"', [(4, "original", "moved_not")]),
    (TITLE, '\n[title]\nen = ""', [(7, "title.en", "text_blank")]),
    (TITLE, f'\n[title]\nen = "{"x" * 121}"', [(7, "title.en", "text_long")]),
    (TITLE, '\n[title]\nen = "A\\u202Etalk"', [(7, "title.en", "text_invisible")]),
    (TITLE, '\n[title]\nen = "A\\ttalk"', [(7, "title.en", "repaired_spaces")]),
    (TITLE, '\n[title]\nen = "A\\ntalk"', [(7, "title.en", "repaired_one_line")]),
    (TITLE, '\n[title]\nen = "\\u00e9\\u0301\\u0301"', [(7, "title.en", "text_marks")]),
    ("[body]\nen =", '[body]\nen = ""\n[audience_note]\nen =',
     [(16, "body", "languages_missing"), (17, "body.en", "text_blank")]),
    (TITLE, "\n[title]", [(6, "title", "languages_missing")]),
    ("[title]", "title = {}\n[audience_note]", [(6, "title", "text_missing")]),
    (TITLE, f'{TITLE}\nde = "Rede"', [(8, "title.de", "language_extra")]),
    ("[body]", "[contact]\n[body]", [(16, "contact", "contact_empty")]),
    ("[body]", '[contact]\nphone = "250 76 12"\n[body]', [(17, "contact.phone", "phone")]),
    ("[body]", '[contact]\nemail = "a@b"\n[body]', [(17, "contact.email", "email")]),
    ("[body]", "[registration]\nplaces = 0\n[body]",
     [(16, "registration.url", "missing"), (17, "registration.places", "too_small")]),
    ("[body]", '[[media]]\nkind = "video"\nfile = "media/x.mp4"\n[body]',
     [(16, "media[1]", "video_poster"), (16, "media[1].alt", "alt_missing"),
      (18, "media[1].file", "media_missing")]),
    ("[body]", '[[media]]\nkind = "film"\nfile = "media/x.mp4"\n[body]',
     [(16, "media[1].alt", "alt_missing"), (17, "media[1].kind", "choice"),
      (18, "media[1].file", "media_missing")]),
    ("[body]", '[[media]]\nkind = "picture"\nfile = "../x.png"\n[body]',
     [(16, "media[1].alt", "alt_missing"), (18, "media[1].file", "media_missing"),
      (18, "media[1].file", "media_name")]),
    ('when = "2016-04-09T11:00/2016-04-09T14:00"', "", [(0, "when", "when_missing")]),
    ('when = "2016-04-09T11:00/2016-04-09T14:00"', "when = 2016", [(3, "when", "when_quotes")]),
    ('when = "2016-04-09T11:00/2016-04-09T14:00"', 'when = "soon"', [(3, "when", "when_form")]),
    ('when = "2016-04-09T11:00/2016-04-09T14:00"', 'when = "2016-02-30"', [(3, "when", "when_date")]),
    ('when = "2016-04-09T11:00/2016-04-09T14:00"', 'when = "2216"', [(3, "when", "when_year")]),
    ('when = "2016-04-09T11:00/2016-04-09T14:00"', 'when = "2017/2016"', [(3, "when", "when_order")]),
    ('when = "2016-04-09T11:00/2016-04-09T14:00"',
     'when = "2016"\nstatus = "moved"\noriginal = "2016"', [(5, "original", "moved_nowhere")]),
    ("[body]", '[[occurrence]]\nwhen = "2016"\nvenue = "x"\n[body]',
     [(3, "when", "when_double"), (18, "occurrence[1].venue", "venue_unknown")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), EVENT_MISTAKES)
def test_a_mistake_in_an_event_is_located(
    old: str, new: str, expected: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    assert old in TALK_TOML
    folder = write_source(tmp_path, {EVENT: TALK_TOML.replace(old, new)})
    assert problem_places(folder) == [(EVENT, *place) for place in expected]


OTHER_MISTAKES = [
    ("pack.toml", PACK_TOML.replace('"small"', '"Small"'), 1, "id", "slug"),
    ("pack.toml", PACK_TOML.replace("version = 3", "version = true"), 2, "version", "not_number"),
    ("pack.toml", PACK_TOML.replace("2016-04-01", '"2016-04-01"'), 3, "updated", "not_date"),
    ("pack.toml", PACK_TOML.replace('"ru"]', '"ru", "de"]'), 4, "languages[4]", "choice"),
    ("pack.toml", PACK_TOML.replace("Asia/Almaty", "../Almaty"), 5, "zone", "zone"),
    ("pack.toml", PACK_TOML.replace("#USKZ25", "#"), 6, "hashtag", "hashtag"),
    ("pack.toml", PACK_TOML.replace("title =", "titel ="), 0, "title", "missing"),
    ("pack.toml", f'corners = ["Almaty"]\n{PACK_TOML}', 1, "corners[1]", "corner"),
    ("pack.toml", f"corners = []\n{PACK_TOML}", 1, "corners", "list_short"),
    ("themes.toml", THEMES_TOML.replace("#0A6C9B", "blue"), 2, "innovation.colour", "colour"),
    ("themes.toml", THEMES_TOML.replace("#0A6C9B", "#FFCC00"), 2, "innovation.colour", "contrast"),
    ("themes.toml", f"{THEMES_TOML}\n[Two]\n", 7, "Two", "slug"),
    ("venues.toml", VENUES_TOML.replace('"corner"', '"room"'), 8, "corner-almaty.kind", "choice"),
    (
        "venues.toml",
        VENUES_TOML.replace('city = "almaty"', 'city = "x"'),
        9,
        "corner-almaty.city",
        "city_unknown",
    ),
    ("venues.toml", f'{VENUES_TOML}\n[b]\nkind = "city"\ncity = "almaty"\n', 15, "b.city", "city_of_city"),
    ("venues.toml", VENUES_TOML.replace("43.25", "91.0"), 3, "almaty.latitude", "too_large"),
    ("venues.toml", VENUES_TOML.replace("longitude = 76.91\n", ""), 3, "almaty.latitude", "half_a_point"),
    ("venues.toml", VENUES_TOML.replace("latitude", "lattitude"), 3, "almaty.lattitude", "unknown_key"),
    ("venues.toml", f"x = 1\n{VENUES_TOML}", 1, "x", "not_table"),
    ("events/Talk.toml", TALK_TOML, 0, "", "slug"),
    (
        "events/full.toml",
        FULL_EVENT_TOML.replace('opens = "2016-03-01"', 'opens = "2016-05"'),
        0,
        "",
        "registration_order",
    ),
    ("themes.toml", 'a = "b\n', 1, "", "toml"),
    ("themes.toml", "[a]\n[a]\n", 2, "", "toml"),
    ("themes.toml", b"\xff\xfe", 0, "", "file_encoding"),
    ("themes.toml", None, 0, "", "nothing"),
    ("pack.toml", None, 0, "", "file_unreadable"),
]


@pytest.mark.parametrize(("name", "content", "line", "field", "code"), OTHER_MISTAKES)
def test_a_mistake_in_another_table_is_located(
    name: str, content: str | bytes | None, line: int, field: str, code: str, tmp_path: Path
) -> None:
    found = find_problems(write_source(tmp_path, {name: content}))
    same = [one for one in found if one.code == code]
    assert same and same[0].place.file == name
    if line:
        assert (same[0].place.line, same[0].field) == (line, field)


def test_all_mistakes_are_found_at_once(tmp_path: Path) -> None:
    folder = write_source(
        tmp_path,
        {
            "themes.toml": THEMES_TOML.replace("#0A6C9B", "#FFFFFF").replace("rocket-launch", "rocket-lunch"),
            "events/talk.toml": TALK_TOML.replace("A talk", "").replace("2016-04-09T11:00", "never"),
            "events/full.toml": FULL_EVENT_TOML.replace("/register", "").replace("https", "http"),
            "events/third.toml": "theme = ",
        },
    )
    assert [(file, code) for file, _, _, code in problem_places(folder)] == [
        ("events/full.toml", "link_http"),
        ("events/full.toml", "link_http"),
        ("events/full.toml", "link_http"),
        ("events/talk.toml", "when_form"),
        ("events/talk.toml", "text_blank"),
        ("events/third.toml", "toml"),
        ("themes.toml", "contrast"),
        ("themes.toml", "icon"),
    ]


VALUES = st.recursive(
    st.one_of(
        st.integers(-5, 5),
        st.booleans(),
        st.floats(),
        st.dates(),
        st.text(max_size=5),
        st.sampled_from(["2016", "almaty", "moved", "#a", "media/x.png", "https://kz.usembassy.gov/"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_gives_a_programme_or_problems(data: st.DataObject, tmp_path: Path) -> None:
    """Values of every type in every field of every table."""
    name = data.draw(st.sampled_from(sorted(FILES)))
    whole = tomllib.loads(FILES[name])
    table = data.draw(
        st.sampled_from([whole, *(value for value in whole.values() if isinstance(value, dict))])
    )
    table[data.draw(st.sampled_from([*table, "original", "media", "occurrence", "base"]))] = data.draw(VALUES)
    text = "".join(f"{key} = {to_toml(value)}\n" for key, value in whole.items())
    shutil.rmtree(tmp_path / "source", ignore_errors=True)
    try:
        load_source(write_source(tmp_path / "source", {name: text}))
    except SourceProblems as error:
        assert error.problems and translator("kk").text(error.code, **error.detail)


def to_toml(value: object) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{to_toml(key)} = {to_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(to_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool) else str(value)
