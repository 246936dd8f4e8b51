"""Narrowing a list by touch: a filter leaves what it says, and one tap takes all of them away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES, translator
from tests.flows.test_pages import cards
from tests.flows.test_touch import drag
from tests.screen_kit import centre, find, items, tap, tap_targets, texts, wait_until, window

SIZES = ["1920x1080", "1080x1920"]
CITIES = {"en": "Almaty", "kk": "Алматы", "ru": "Алматы"}


def named(shown: KioskWindow, beginning: str) -> list[QQuickItem]:
    return [item for item in tap_targets(shown) if item.objectName().startswith(beginning)]


def number(item: QQuickItem) -> int:
    """How many events a choice says it would leave."""
    return int(str(item.property("label")).rpartition(" · ")[2])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_city_and_those_it_is_for_leave_the_one_event(size: str, language: str, april: Path) -> None:
    with window(april, size, language=language) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        tap(shown, "filter-city")
        tap(shown, "choice-almaty")
        assert find(shown, "filter-city").property("label") == CITIES[language]
        tap(shown, "filter-audience")
        choice = find(shown, "choice-entrepreneurs")
        assert number(choice) == 1
        tap(shown, "choice-entrepreneurs")
        assert cards(shown) == ["central-asian-trade-forum"]
        said = translator(language)
        assert said.plural("screens.count.events", 1) in texts(shown)
        tap(shown, said.text("screens.filter.clear"))
        assert len(cards(shown)) > 1
        assert not any(item.property("chosen") for item in named(shown, "filter-"))


@pytest.mark.parametrize("size", [*SIZES, "1280x1024"])
def test_every_choice_of_every_kind_leaves_what_it_says(size: str, april: Path) -> None:
    with window(april, size) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        for kind in ("city", "month", "audience", "spoken"):
            tap(shown, f"filter-{kind}")
            choice_rows = {item.objectName(): number(item) for item in named(shown, "choice-")}
            assert choice_rows, kind
            tap(shown, f"filter-{kind}")
            assert not named(shown, "choice-")
            for choice, events in choice_rows.items():
                tap(shown, f"filter-{kind}")
                tap(shown, choice)
                assert shown.shell.theme_page.events.count == events
                assert translator("en").plural("screens.count.events", events) in texts(shown)
                tap(shown, "filter-clear")


def test_free_places_are_switched_by_one_tap(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        events = number(find(shown, "filter-free_places"))
        tap(shown, "filter-free_places")
        assert shown.shell.theme_page.events.count == events
        tap(shown, "filter-free_places")
        assert shown.shell.theme_page.events.count > events


@pytest.mark.parametrize("size", SIZES)
def test_the_filters_are_there_after_a_look_at_an_event(size: str, april: Path) -> None:
    with window(april, size) as shown:
        tap(shown, "attract")
        tap(shown, "theme-innovation")
        tap(shown, "filter-month")
        tap(shown, "choice-2016-09")
        assert cards(shown) == ["techforum"]
        tap(shown, "event-techforum")
        assert "Moved from June 2016" in texts(shown)
        tap(shown, "Русский")
        tap(shown, "back")
        assert cards(shown) == ["techforum"]
        assert find(shown, "filter-month").property("label") == "Сентябрь"


def test_choices_come_into_sight_above_a_list_that_was_dragged(april: Path) -> None:
    with window(april, "1280x1024") as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        card = centre(find(shown, f"event-{cards(shown)[0]}"))
        drag(shown, card, *(card - QPoint(0, 5 * step) for step in range(1, 9)), pause=50)
        wait_until(lambda: not list_(shown).property("moving"))
        assert not list_(shown).property("atYBeginning")
        tap(shown, "filter-city")
        top = list_(shown).mapToScene(QPointF(0, 0)).y()
        assert top < centre(find(shown, "filter-city")).y() < centre(named(shown, "choice-")[0]).y()
        assert list_(shown).property("atYBeginning")


def list_(shown: KioskWindow) -> QQuickItem:
    (found,) = (item for item in items(shown) if item.inherits("QQuickListView"))
    return found


def test_the_next_visitor_finds_no_filter(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        tap(shown, "filter-city")
        tap(shown, "choice-almaty")
        shown.shell.showAttract()
        tap(shown, "attract")
        tap(shown, "dock-events")
        assert not find(shown, "filter-city").property("chosen")
