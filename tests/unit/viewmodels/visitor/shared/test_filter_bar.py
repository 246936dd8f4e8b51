"""FilterBar: which filters are offered, how they combine and count, and when they are removed."""

import pytest

from kiosk.programme.facets import Filters
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.filter_bar import FilterBar
from kiosk.viewmodels.visitor.theme import ThemePage
from tests.unit.store.sample import NOW
from tests.unit.viewmodels.sessions import field_values, make_session

DAY = 86400


def open_page(session: Session | None = None, theme: str = "") -> ThemePage:
    """The page, opened at a theme."""
    page = ThemePage(session or make_session())
    page.open(theme)
    return page


def kind_labels(bar: FilterBar) -> list[str]:
    """The labels of the kinds; those of active filters in brackets."""
    return [f"[{row.label}]" if row.chosen else row.label for row in bar.kinds.rows]


def choice_labels(bar: FilterBar, kind: str) -> list[str]:
    """The labels of the choices of a kind; those that are chosen in brackets."""
    bar.toggleKind(kind)
    labels = [f"[{row.label}]" if row.chosen else row.label for row in bar.choices.rows]
    bar.toggleKind(kind)
    return labels


def choose(bar: FilterBar, kind: str, value: str) -> None:
    bar.toggleKind(kind)
    bar.toggleChoice(value)


def event_ids(page: ThemePage) -> list[str]:
    return list(field_values(page.events.rows, "eventId"))


OFFERED = ("What it offers", "Registration open · 1")


def test_only_filters_that_narrow_the_list_are_offered() -> None:
    page = open_page()
    bar = page.filter_bar
    assert kind_labels(bar) == ["City", "Month", "For whom", "In which language", *OFFERED]
    assert choice_labels(bar, "city") == ["Almaty e · 3", "Astana e · 2"]
    assert choice_labels(bar, "month") == ["April · 2", "May · 1", "June · 1"]
    choose(bar, "month", "2016-06")
    assert kind_labels(bar) == ["[June]"]


@pytest.mark.parametrize("theme", ["", "innovation", "friendship"])
def test_each_choice_leaves_as_many_events_as_its_label_says(theme: str) -> None:
    page = open_page(theme=theme)
    bar, all_event_ids = page.filter_bar, event_ids(page)
    for kind in field_values(bar.kinds.rows, "kind"):
        choices = []
        if kind != "free_places":
            bar.toggleKind(kind)
            choices = list(bar.choices.rows)
            bar.toggleKind(kind)
        for choice in choices:
            choose(bar, kind, choice.value)
            assert choice.label.endswith(f" · {len(event_ids(page))}")
            assert set(event_ids(page)) <= set(all_event_ids)
            choose(bar, kind, choice.value)
            assert event_ids(page) == all_event_ids


def test_choices_combine_and_one_tap_clears() -> None:
    page = open_page()
    bar = page.filter_bar
    choose(bar, "city", "almaty")
    choose(bar, "month", "2016-04")
    assert event_ids(page) == ["code"]
    assert kind_labels(bar)[:2] == ["[Almaty e]", "[April]"]
    assert (bar.isFiltered, bar.countText) == (True, "1 event")
    assert choice_labels(bar, "city") == ["[Almaty e · 1]", "Astana e · 1"]
    bar.clear()
    assert (bar.isFiltered, event_ids(page)) == (False, ["code", "full", "tour", "clubs"])


def test_the_filter_for_free_places_is_a_switch() -> None:
    page = open_page()
    page.filter_bar.toggleKind("free_places")
    assert event_ids(page) == ["code"]
    assert "[Registration open · 1]" in kind_labels(page.filter_bar)
    page.filter_bar.toggleKind("free_places")
    assert len(event_ids(page)) == 4


def test_a_choice_closes_the_open_kind() -> None:
    page = open_page()
    bar = page.filter_bar
    bar.toggleKind("month")
    assert [row.kind for row in bar.kinds.rows if row.isOpen] == ["month"]
    bar.toggleKind("city")
    assert [row.kind for row in bar.kinds.rows if row.isOpen] == ["city"]
    bar.toggleChoice("almaty")
    assert not bar.choices.rows
    assert not any(row.isOpen for row in bar.kinds.rows)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("kk", ["Қала", "Ай", "Кімге арналған", "Қай тілде"]),
        ("ru", ["Город", "Месяц", "Для кого", "На каком языке"]),
    ],
)
def test_the_labels_are_in_the_language_of_the_session(language: str, labels: list[str]) -> None:
    session = make_session("en")
    page = open_page(session)
    choose(page.filter_bar, "city", "astana")
    session.language = language
    page.refresh()
    assert kind_labels(page.filter_bar)[:2] == [f"[Astana {language[0]}]", labels[1]]
    page.filter_bar.clear()
    assert kind_labels(page.filter_bar)[:4] == labels


def test_the_filter_for_a_past_month_is_removed() -> None:
    time = [NOW]
    session = make_session()
    session.clock = type(session.clock)(lambda: time[0], NOW)
    page = open_page(session)
    choose(page.filter_bar, "month", "2016-04")
    time[0] += 40 * DAY
    page.refresh()
    assert (page.view_state, event_ids(page)) == (Filters(), ["tour", "clubs"])


@pytest.mark.parametrize(
    ("place", "label", "count"),
    [("astana", "[Astana e]", 2), ("corners", "[All Corners e]", 1), ("nowhere", "City", 4)],
)
def test_only_a_place_of_the_programme_is_filtered_by(place: str, label: str, count: int) -> None:
    page = ThemePage(make_session())
    page.filter_by_place(place)
    assert kind_labels(page.filter_bar)[0] == label
    assert len(event_ids(page)) == count


def test_a_place_without_upcoming_events_stays_filtered_by() -> None:
    page = ThemePage(make_session(now=NOW + 400 * DAY))
    page.filter_by_place("astana")
    assert (kind_labels(page.filter_bar), event_ids(page)) == (["[Astana e]"], [])
    assert choice_labels(page.filter_bar, "city") == ["[Astana e · 0]"]


def test_without_an_index_there_are_no_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.programme.search_index_file.SMALL_EVENTS", 0)
    page = open_page()
    assert (kind_labels(page.filter_bar), page.filter_bar.countText, len(event_ids(page))) == ([], "", 4)
