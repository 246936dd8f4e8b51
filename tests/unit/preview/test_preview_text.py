"""The text of a preview: every change has a sentence in every language."""

from dataclasses import replace

import pytest

from kiosk.base.model import Event, Occurrence, Programme, Status, VenueKind
from kiosk.i18n.translator import LANGUAGES
from kiosk.preview.change_list import MAX_ROWS, build_sections
from kiosk.preview.change_text import first_difference
from kiosk.preview.preview import Preview
from kiosk.preview.preview_text import preview_lines
from kiosk.preview.programme_diff import ChangeKind, diff_programmes
from kiosk.preview.standing import Standing
from kiosk.programme.missing_translations import find_untranslated
from kiosk.store.records import InstalledPack
from tests.unit.preview.changed_events import CHANGED_EVENTS, MAY_1
from tests.unit.store.busy import timed
from tests.unit.store.sample import CODE, CORNER, PROGRAMME, TALK, ZONE, at
from tests.unit.store.series_sample import CLUB, WEDNESDAYS

PACK = InstalledPack(
    *("mission", "25-years", PROGRAMME.campaign.title, 2, "abc1234", "0" * 64, 1, 6, {}),
    *(("en", "kk", "ru"), (), "2016-04-02", at("2016-04-02T18:05"), at("2016-05-17T18:05")),
)


def make_preview(before: Programme, after: Programme, standing: Standing = Standing.NEWER) -> Preview:
    shown = None if standing is Standing.FIRST else replace(PACK, version=1)
    found = diff_programmes(None if standing is Standing.FIRST else before, after)
    titles = {theme.id: theme.title for one in (before, after) for theme in one.themes}
    missing = find_untranslated(after)
    return Preview(PACK, "Mission", 1_234_567, 100_001, ZONE, standing, shown, found, missing, titles)


def change_lines(after: Event, before: Event = CODE, language: str = "en") -> list[str]:
    """The lines below the title of a changed event."""
    was, now = (replace(PROGRAMME, events=(event,)) for event in (before, after))
    told = (
        section.rows
        for section in build_sections(make_preview(was, now), language)
        if section.kind in list(ChangeKind)
    )
    return [line for rows in told for row in rows for line in dict.fromkeys(row.lines)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", CHANGED_EVENTS)
def test_every_change_has_a_sentence(what: str, language: str) -> None:
    name, value, _ = CHANGED_EVENTS[what]
    changed = replace(CODE, **{name: value})
    for before, after in ((CODE, changed), (changed, CODE)):
        said = change_lines(after, before, language)
        assert said
        assert not any("{" in line or "None" in line for line in said)


EXPECTED = {
    "series": ["Repeated, new: every Wednesday, 18:00–19:30, until 25 May 2016"],
    "online": ["Online, new: https://kz.usembassy.gov/other"],
    "ages": ["Age, new: ages 8+"],
    "levels": ["Level, new: level: A2"],
    "speakers": ["Speakers, new: Жаңа"],
    "organiser": ["Organiser (Kazakh), new: Жаңа"],
    "amount": ["Price, removed: Free", "Price, new: 1–2\N{NO-BREAK SPACE}₸"],
    "waiting list": ["Waiting list: no → yes"],
    "theme": ["Theme: Innovation e → Friendship e"],
    "icon": ["Sign: changed"],
    "title": ["Title (Russian): Love to Code r → Код"],
    "title no more in Kazakh": ["Title (Kazakh), removed: Love to Code k"],
    "summary": [
        "Summary (Kazakh), corrected: “Learn k” → “Жаңа”",
        "Summary (English, Russian), removed: Learn e",
    ],
    "body": ["Text, removed: Body e"],
    "hour": ["Time (9 April 2016): 11:00–14:00 → 12:00"],
    "time gone": ["Time, removed: 2 May 2016"],
    "time more": ["Time, new: 8 May 2016"],
    "venue": ["Place at this time (2 May 2016), removed: Corner e"],
    "status": ["Status (2 May 2016): as announced → full"],
    "original": ["Time first announced (2 May 2016), new: 15 May 2016"],
    "places": ["Places: Almaty e → Astana e, Almaty e"],
    "reach": ["How places belong together: in the places named → a route from place to place"],
    "audience": ["For whom: students, teachers → everyone"],
    "spoken": ["Languages spoken, removed: English, Kazakh"],
    "price": ["Price: Free → Paid"],
    "hashtags": ["Hashtags: #USKZ25 → #USKZ25, #code"],
    "no registration": ["Registration, removed: https://kz.usembassy.gov/code"],
    "registration": ["Registration closes: 8 April 2016 → 1 May 2016", "Number of places, removed: 20"],
    "no contact": [
        "Contact, removed: Aizhan e, +7 727 250 76 12, almaty@example.org, https://kz.usembassy.gov/contact"
    ],
    "picture": ["Picture: A runner e → Жаңа"],
    "picture gone": ["Picture, removed: A runner e"],
    "picture more": ["Picture, new: A runner e"],
}


@pytest.mark.parametrize("what", EXPECTED)
def test_english_sentences_of_changes(what: str) -> None:
    name, value, _ = CHANGED_EVENTS[what]
    assert change_lines(replace(CODE, **{name: value})) == EXPECTED[what]


def test_languages_are_named_in_the_interface_language() -> None:
    spoken = replace(CODE, spoken=("ru", "de"))
    assert change_lines(spoken, language="ru") == ["Язык проведения: английский, казахский → русский, de"]


def test_a_picture_without_alt_text_is_named_by_its_file() -> None:
    silent = replace(CODE.media[0], file="media/b.jpg", alt={})
    assert change_lines(replace(CODE, media=(*CODE.media, silent))) == ["Picture, new: media/b.jpg"]
    assert change_lines(
        replace(CODE, media=(silent, *CODE.media)), replace(CODE, media=(*CODE.media, silent))
    ) == ["The order of the pictures has changed"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("one two three", "one 2 three", ("… two …", "… 2 …")),
        ("one two", "one two three", ("… two", "… two three")),
        ("one three", "one two three", ("one …", "one two …")),
        ("two", "one two", ("", "one …")),
        ("a a", "a a a", ("… a", "… a a")),
        ("one  two", "one two", ("", "")),
        ("a", "1 2 3 4 5 6 7 8 9", ("a", "1 2 3 4 5 6 7 8 …")),
    ],
)
def test_long_texts_are_shown_from_the_first_difference(
    before: str, after: str, expected: tuple[str, str]
) -> None:
    assert first_difference(before, after) == expected


def test_the_heading_gives_publisher_and_size() -> None:
    assert preview_lines(make_preview(PROGRAMME, PROGRAMME), "en")[:5] == [
        "“25 Years e”, pack No. 2, id abc1234",
        "Signed by Mission: 2 April 2016, 18:05",
        "Events: 6. Size: 1.3 MB, of which 0.2 MB would be copied.",
        "This would change against pack No. 1, which is showing now:",
        "Visitors would see no difference.",
    ]
    assert "1,3 МБ" in preview_lines(make_preview(PROGRAMME, PROGRAMME), "ru")[2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_a_sentence(standing: Standing, language: str) -> None:
    said = preview_lines(make_preview(PROGRAMME, PROGRAMME, standing), language)
    assert not any("{" in line for line in said)


def test_a_status_in_the_heading_is_not_repeated() -> None:
    before = replace(PROGRAMME, events=(TALK,))
    cancelled = replace(TALK.occurrences[0], status=Status.CANCELLED)
    after = replace(PROGRAMME, events=(replace(TALK, occurrences=(cancelled,)),))
    assert preview_lines(make_preview(before, after), "en")[4:] == [
        "Cancelled (1):",
        "  – Talk e · 5 March 2016",
    ]


def test_long_lists_of_events_show_the_first() -> None:
    many = tuple(replace(TALK, id=f"talk-{place}") for place in range(MAX_ROWS + 3))
    said = preview_lines(make_preview(PROGRAMME, replace(PROGRAMME, events=many), Standing.FIRST), "en")
    assert said[4] == f"New ({MAX_ROWS + 3}):"
    assert len(said) == 5 + MAX_ROWS + 1
    assert said[-1] == "  and 3 more"


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_of_programme_themes_and_venues_have_sentences(language: str) -> None:
    innovation, friendship = PROGRAMME.themes
    corner = replace(CORNER, kind=VenueKind.BUILDING, latitude=1.0, longitude=2.0, address={"ru": "Улица"})
    after = replace(
        PROGRAMME,
        campaign=replace(PROGRAMME.campaign, hashtag="#26", zone="Asia/Oral", languages=("kk", "ru")),
        themes=(
            replace(friendship, colour="#000000", tagline={"ru": "Новый"}),
            replace(innovation, title={"kk": "Жаңа"}),
            replace(friendship, id="partnership"),
        ),
        venues=tuple(corner if venue == CORNER else venue for venue in PROGRAMME.venues),
    )
    said = preview_lines(make_preview(PROGRAMME, after), language)
    assert not any("{" in line or "None" in line for line in said)
    position = {"en": "Position on the map", "kk": "Картадағы орны", "ru": "Положение на карте"}[language]
    assert sum(position in line for line in said) == 1
    if language == "en":
        assert said[4:21] == [
            "The programme as a whole",
            "  Hashtag: #USKZ25 → #26",
            "  Time zone: Asia/Almaty → Asia/Oral",
            "  Languages: English, Kazakh, Russian → Kazakh, Russian",
            "  The order of the themes has changed",
            "Theme changed: Friendship e",
            "  Tagline (Russian), corrected: “Old r” → “Новый”",
            "  Tagline (English, Kazakh), removed: Old e",
            "  Colour: changed",
            "Theme changed: Жаңа",
            "  Title (Kazakh): Innovation k → Жаңа",
            "  Title (English, Russian), removed: Innovation e",
            "New theme: Friendship e",
            "Place changed: Corner e",
            "  Address (Russian), new: Улица",
            "  Kind of place: changed",
            "  Position on the map: changed",
        ]


def test_untranslated_events_are_listed_by_language() -> None:
    after = replace(PROGRAMME, events=(replace(TALK, body={"ru": "Текст"}),))
    said = preview_lines(make_preview(after, after), "en")
    assert said[5:] == [
        *("Not translated into English in full (1):", "  – Talk e", "      Not in English: Text"),
        *("Not translated into Kazakh in full (1):", "  – Talk e", "      Not in Kazakh: Text"),
    ]


def test_change_kinds_are_in_order_of_importance() -> None:
    assert list(ChangeKind)[:2] == [ChangeKind.NEW, ChangeKind.CANCELLED]
    later = replace(TALK, occurrences=(replace(TALK.occurrences[0], when=MAY_1),))
    after = replace(PROGRAMME, events=(later, replace(CODE, id="new")))
    said = [
        line for line in preview_lines(make_preview(PROGRAMME, after), "en")[4:] if not line.startswith(" ")
    ]
    assert said == ["New (1):", "Changed (1):", "No longer in the programme (5):"]


def test_a_changed_zone_is_not_a_change_of_hours() -> None:
    time = replace(CODE.occurrences[0].when, zone="Asia/Oral")
    elsewhere = replace(CODE, occurrences=(replace(CODE.occurrences[0], when=time), CODE.occurrences[1]))
    assert change_lines(elsewhere) == ["Time (9 April 2016): changed"]


def test_a_club_that_goes_on_longer_is_one_line() -> None:
    longer = replace(CLUB.series[0], until="2016-06-29")
    days = (*WEDNESDAYS, "2016-06-01", "2016-06-08", "2016-06-29")
    occurrences = (*CLUB.occurrences, *(Occurrence(timed(day, "18:00", "19:30")) for day in days[-3:]))
    after = replace(CLUB, series=(longer,), occurrences=occurrences)
    assert change_lines(after, CLUB) == [
        "Repeated: every Wednesday, 18:00–19:30, until 25 May 2016"
        " → every Wednesday, 18:00–19:30, until 29 June 2016"
    ]


def test_a_new_club_is_named_with_its_rule() -> None:
    was, now = replace(PROGRAMME, events=()), replace(PROGRAMME, events=(CLUB,))
    rows = [row.title for section in build_sections(make_preview(was, now), "kk") for row in section.rows]
    assert "Club k · сәрсенбі сайын, 18:00–19:30" in rows


def test_a_date_that_is_left_out_is_named() -> None:
    rule = replace(CLUB.series[0], left_out=("2016-05-11", "2016-05-18"))
    occurrences = tuple(one for one in CLUB.occurrences if not one.when.edtf.startswith("2016-05-11"))
    assert change_lines(replace(CLUB, series=(rule,), occurrences=occurrences), CLUB) == [
        "Repeated: not on 18 May 2016 → not on 11 May 2016 and 18 May 2016"
    ]
