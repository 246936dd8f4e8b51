"""Several packs answer as one programme; an event, theme or venue in two of them is shown once."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from kiosk.authoring.building import write_database
from kiosk.base.model import Event, Occurrence, Reach, Theme
from kiosk.base.model import Programme as Written
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.store.calendar_queries import DatePrecision
from kiosk.store.catalogue import Catalogue
from kiosk.store.event_selection import EventFilters
from tests.unit.store.sample import (
    ALMATY,
    APRIL_9,
    ASTANA,
    CODE,
    CORNER,
    FULL,
    NOW,
    PROGRAMME,
    TALK,
    TOUR,
    text,
    when,
)

THEIRS = replace(CODE, title=text("Not this one"), theme="chess", places=(ASTANA,))
CHESS = replace(TALK, id="chess", theme="chess", places=(CORNER,), occurrences=(Occurrence(APRIL_9),))
MAY = replace(FULL, id="may", occurrences=(Occurrence(when("2016-05", "2016-05-01", "2016-05-31")),))
WINTER = replace(TALK, id="winter", occurrences=(Occurrence(when("2016-01", "2016-01-01", "2016-01-31")),))
ANYWHERE = replace(TOUR, id="anywhere", reach=Reach.EVERYWHERE, places=())
CHESS_THEME = Theme("chess", text("Chess"), text("Quiet"), "#112233", "horse")
LOCAL = Written(
    replace(PROGRAMME.campaign, id="corner", title=text("Corner"), languages=("ru", "kk", "en")),
    (
        replace(PROGRAMME.themes[0], title=text("Another name"), colour="#000000"),
        CHESS_THEME,
        PROGRAMME.themes[1],
        replace(CHESS_THEME, id="empty"),
    ),
    (replace(ALMATY, name=text("Alma-Ata")), ASTANA, CORNER, *PROGRAMME.venues[2:3], *PROGRAMME.venues[4:]),
    (THEIRS, CHESS, MAY, WINTER, ANYWHERE),
)
BOTH = replace(
    PROGRAMME,
    themes=(*PROGRAMME.themes, CHESS_THEME),
    events=(*PROGRAMME.events, *LOCAL.events[1:]),
)
"""The events of both packs in a single pack."""
MOMENTS = (NOW, None, NOW + 60 * 86400)


def make_catalogue(programme: Written) -> Catalogue:
    with tempfile.TemporaryDirectory() as folder:
        write_database.write_database(programme, Path(folder) / "events.sqlite")
        return Catalogue((Path(folder) / "events.sqlite").read_bytes())


@pytest.fixture(scope="module")
def combined() -> CombinedCatalogue:
    return CombinedCatalogue((make_catalogue(PROGRAMME), make_catalogue(LOCAL)))


@pytest.fixture(scope="module")
def single() -> Catalogue:
    return make_catalogue(BOTH)


def filter_combinations() -> Iterator[EventFilters]:
    for theme, city, month, is_open, past in product(
        ("", "innovation", "friendship", "chess", "none"),
        ("", "almaty", "astana"),
        ("", "2016-04", "2016-05"),
        (False, True),
        (False, True),
    ):
        yield EventFilters(theme=theme, city=city, month=month, registration_open=is_open, past=past)


@pytest.mark.parametrize("now", MOMENTS)
def test_two_packs_answer_like_one_pack_with_all_events(
    combined: CombinedCatalogue, single: Catalogue, now: int | None
) -> None:
    for wanted in filter_combinations():
        assert combined.cards(now, **wanted) == single.cards(now, **wanted), wanted
        assert combined.count_events(now, **wanted) == single.count_events(now, **wanted), wanted
    for theme in ("", "innovation", "friendship", "chess"):
        assert combined.months(now, theme) == single.months(now, theme)
        cities = [(city.id, count) for city, count in combined.cities(now, theme)]
        assert cities == [(city.id, count) for city, count in single.cities(now, theme)]
    places = [(place.id, count) for place, count in combined.places(now)]
    assert places == [(place.id, count) for place, count in single.places(now)]
    assert combined.cards(now, reach="route") == single.cards(now, reach="route")
    assert [corner.id for corner in combined.corners()] == [corner.id for corner in single.corners()]


def test_two_packs_share_one_calendar(combined: CombinedCatalogue, single: Catalogue) -> None:
    every = tuple(DatePrecision)
    for first in (date(2016, month, 1) for month in range(1, 13)):
        last = first + timedelta(days=27)
        for venue, limit in product(("", CORNER.id, ASTANA.id), (-1, 0, 1, 2)):
            found = combined.find_occurrences(first, last, every, venue=venue, limit=limit)
            alone = single.calendar.find_occurrences(first, last, every, venue=venue, limit=limit)
            assert combined.cards_of(found) == single.cards_of(alone)
        counts = Counter(
            {count[:4]: count.occurrences for count in single.calendar.count_occurrences(first, last)}
        )
        for count in combined.count_occurrences(first, last):
            counts[count[:4]] -= count.occurrences
        assert not any(counts.values())
        for dated in (False, True):
            assert combined.next_day(first, dated=dated) == single.calendar.next_day(first, dated=dated)
        assert combined.last_day(first) == single.calendar.last_day(first)
    assert [one.event for one in combined.next_meetings(NOW, CORNER.id)] == ["code"]
    assert [one.event for one in combined.next_meetings(NOW, ASTANA.id)] == []


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize("now", MOMENTS)
def test_limit_and_offset_slice_the_whole_list(
    combined: CombinedCatalogue, now: int | None, past: bool
) -> None:
    whole = combined.cards(now, past=past)
    for limit, offset in product(range(-1, len(whole) + 2), range(len(whole) + 2)):
        end = None if limit < 0 else offset + limit
        assert combined.cards(now, limit=limit, offset=offset, past=past) == whole[offset:end]


def test_a_single_pack_answers_like_its_catalogue() -> None:
    alone, own = CombinedCatalogue((make_catalogue(LOCAL),)), make_catalogue(LOCAL)
    assert (alone.campaign(), alone.languages) == (own.campaign(), own.languages)
    assert alone.themes() == own.themes()
    for wanted in filter_combinations():
        assert alone.cards(NOW, limit=2, offset=1, **wanted) == own.cards(NOW, limit=2, offset=1, **wanted)
    assert (alone.cities(NOW), alone.months(NOW)) == (own.cities(NOW), own.months(NOW))
    assert alone.event("code") == own.event("code")


def test_the_campaign_is_that_of_the_first_pack(combined: CombinedCatalogue) -> None:
    assert combined.campaign() == PROGRAMME.campaign
    assert combined.languages == ("en", "kk", "ru")


def test_themes_come_from_the_first_pack_and_count_events_of_all(combined: CombinedCatalogue) -> None:
    innovation, friendship, chess = combined.themes()
    assert innovation == replace(PROGRAMME.themes[0], events=3 + 1)
    assert friendship == replace(PROGRAMME.themes[1], events=3 + 2)
    assert chess == replace(CHESS_THEME, events=1)


def test_an_event_in_both_packs_comes_from_the_first(combined: CombinedCatalogue) -> None:
    assert (combined.event("code"), combined.catalogue_index("code")) == (CODE, 0)
    assert [card.id for card in combined.cards(NOW, theme="chess")] == ["chess"]
    assert combined.count_events(NOW, theme="chess") == 1
    assert [card.id for card in combined.cards(NOW)].count("code") == 1
    assert combined.event("chess") == CHESS
    assert combined.catalogue_index("chess") == 1


def test_a_lower_pack_alone_shows_its_own_version_of_an_event() -> None:
    assert CombinedCatalogue((make_catalogue(LOCAL),)).event("code").title == text("Not this one")


def test_a_third_pack_has_the_lowest_precedence() -> None:
    def with_events(*events: Event) -> Catalogue:
        return make_catalogue(replace(BOTH, events=events))

    third = with_events(THEIRS, replace(CHESS, title=text("Third")), replace(MAY, id="only"))
    programme = CombinedCatalogue((with_events(CODE), with_events(CHESS), third))
    assert [programme.catalogue_index(event) for event in ("code", "chess", "only")] == [0, 1, 2]
    assert programme.count_events(None) == 3
    assert programme.event("chess").title == CHESS.title


def test_venue_names_come_from_the_first_pack(combined: CombinedCatalogue) -> None:
    found = combined.venue("almaty")
    assert found and found.name == ALMATY.name
    assert combined.venue("nowhere") is None
    for theme in ("", "chess"):
        assert {city.id: city.name for city, _ in combined.cities(NOW, theme)}["almaty"] == ALMATY.name


def test_an_unknown_event_raises_key_error(combined: CombinedCatalogue) -> None:
    with pytest.raises(KeyError):
        combined.event("none")
