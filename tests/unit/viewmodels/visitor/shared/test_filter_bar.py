"""The filters above a list: what they combine to, what they count, and what becomes of them in time."""

import pytest

from kiosk.programme.facets import Filters
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.filter_bar import FilterBar
from kiosk.viewmodels.visitor.theme import ThemePage
from tests.unit.store.sample import NOW
from tests.unit.viewmodels.sessions import field_values, make_session

DAY = 86400


def page(visitor: Session | None = None, theme: str = "") -> ThemePage:
    """The page, opened at a theme."""
    found = ThemePage(visitor or make_session())
    found.open(theme)
    return found


def kinds(bar: FilterBar) -> list[str]:
    """The kinds, with those that narrow in brackets."""
    return [f"[{row.label}]" if row.chosen else row.label for row in bar.kinds.rows]


def choices(bar: FilterBar, kind: str) -> list[str]:
    """What a kind offers once it is tapped."""
    bar.toggleKind(kind)
    found = [f"[{row.label}]" if row.chosen else row.label for row in bar.choices.rows]
    bar.toggleKind(kind)
    return found


def choose(bar: FilterBar, kind: str, value: str) -> None:
    bar.toggleKind(kind)
    bar.toggleChoice(value)


def events(shown: ThemePage) -> list[str]:
    return list(field_values(shown.events.rows, "eventId"))


def test_only_what_would_narrow_the_list_is_offered() -> None:
    shown = page()
    bar = shown.filter_bar
    assert kinds(bar) == ["City", "Month", "For whom", "In which language", "Open for registration · 1"]
    assert choices(bar, "city") == ["Almaty e · 3", "Astana e · 2"]
    assert choices(bar, "month") == ["April · 2", "May · 1", "June · 1"]
    choose(bar, "month", "2016-06")
    assert kinds(bar) == ["[June]"]


@pytest.mark.parametrize("theme", ["", "innovation", "friendship"])
def test_each_choice_leaves_what_it_says(theme: str) -> None:
    shown = page(theme=theme)
    bar, everything = shown.filter_bar, events(shown)
    for kind in field_values(bar.kinds.rows, "kind"):
        choice_rows = []
        if kind != "free_places":
            bar.toggleKind(kind)
            choice_rows = list(bar.choices.rows)
            bar.toggleKind(kind)
        for choice in choice_rows:
            choose(bar, kind, choice.value)
            assert choice.label.endswith(f" · {len(events(shown))}")
            assert set(events(shown)) <= set(everything)
            choose(bar, kind, choice.value)
            assert events(shown) == everything


def test_choices_combine_and_one_tap_clears() -> None:
    shown = page()
    bar = shown.filter_bar
    choose(bar, "city", "almaty")
    choose(bar, "month", "2016-04")
    assert events(shown) == ["code"]
    assert kinds(bar)[:2] == ["[Almaty e]", "[April]"]
    assert (bar.isFiltered, bar.countText) == (True, "1 event")
    assert choices(bar, "city") == ["[Almaty e · 1]", "Astana e · 1"]
    bar.clear()
    assert (bar.isFiltered, events(shown)) == (False, ["code", "full", "tour", "clubs"])


def test_free_places_are_switched_and_the_others_count_with_them() -> None:
    shown = page()
    shown.filter_bar.toggleKind("free_places")
    assert events(shown) == ["code"]
    assert "[Open for registration · 1]" in kinds(shown.filter_bar)
    shown.filter_bar.toggleKind("free_places")
    assert len(events(shown)) == 4


def test_a_choice_closes_what_was_open() -> None:
    shown = page()
    bar = shown.filter_bar
    bar.toggleKind("month")
    assert [row.kind for row in bar.kinds.rows if row.isOpen] == ["month"]
    bar.toggleKind("city")
    assert [row.kind for row in bar.kinds.rows if row.isOpen] == ["city"]
    bar.toggleChoice("almaty")
    assert not bar.choices.rows
    assert not any(row.isOpen for row in bar.kinds.rows)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ["Қала", "Ай", "Кімге арналған", "Қай тілде"]),
        ("ru", ["Город", "Месяц", "Для кого", "На каком языке"]),
    ],
)
def test_they_are_said_in_the_visitor_s_language(language: str, words: list[str]) -> None:
    visitor = make_session("en")
    shown = page(visitor)
    choose(shown.filter_bar, "city", "astana")
    visitor.language = language
    shown.refresh()
    assert kinds(shown.filter_bar)[:2] == [f"[Astana {language[0]}]", words[1]]
    shown.filter_bar.clear()
    assert kinds(shown.filter_bar)[:4] == words


def test_a_month_that_is_over_falls_away() -> None:
    time = [NOW]
    visitor = make_session()
    visitor.clock = type(visitor.clock)(lambda: time[0], 0)
    shown = page(visitor)
    choose(shown.filter_bar, "month", "2016-04")
    time[0] += 40 * DAY
    shown.refresh()
    assert (shown.view_state, events(shown)) == (Filters(), ["tour", "clubs"])


@pytest.mark.parametrize(
    ("place", "named", "left"),
    [("astana", "[Astana e]", 2), ("corners", "[All Corners e]", 1), ("nowhere", "City", 4)],
)
def test_a_place_is_narrowed_to_as_long_as_the_programme_knows_it(place: str, named: str, left: int) -> None:
    shown = ThemePage(make_session())
    shown.filter_by_place(place)
    assert kinds(shown.filter_bar)[0] == named
    assert len(events(shown)) == left


def test_a_known_place_stays_when_nothing_is_on_there_any_more() -> None:
    shown = ThemePage(make_session(now=NOW + 400 * DAY))
    shown.filter_by_place("astana")
    assert (kinds(shown.filter_bar), events(shown)) == (["[Astana e]"], [])
    assert choices(shown.filter_bar, "city") == ["[Astana e · 0]"]


def test_before_there_is_an_index_there_is_nothing_to_tap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.programme.search_index_file.SMALL_EVENTS", 0)
    shown = page()
    assert (kinds(shown.filter_bar), shown.filter_bar.countText, len(events(shown))) == ([], "", 4)
