"""A visitor filters the list of events: a filter leaves as many as it says, one tap clears all filters."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.app.window import KioskWindow
from kiosk.i18n.translator import LANGUAGES, translator
from tests.flows.gestures import drag
from tests.flows.test_pages import card_event_ids
from tests.screen_kit import centre, find, items, tap, tap_targets, texts, wait_until, window

SIZES = ["1920x1080", "1080x1920"]
ALMATY = {"en": "Almaty", "kk": "Алматы", "ru": "Алматы"}


def targets_with_prefix(shown: KioskWindow, prefix: str) -> list[QQuickItem]:
    return [item for item in tap_targets(shown) if item.objectName().startswith(prefix)]


def event_count(item: QQuickItem) -> int:
    """The number of events in the label of a choice."""
    return int(str(item.property("label")).rpartition(" · ")[2])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_filters_for_city_and_audience_combine(size: str, language: str, april: Path) -> None:
    with window(april, size, language=language) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        tap(shown, "filter-city")
        tap(shown, "choice-almaty")
        assert find(shown, "filter-city").property("label") == ALMATY[language]
        tap(shown, "filter-audience")
        choice = find(shown, "choice-entrepreneurs")
        assert event_count(choice) == 1
        tap(shown, "choice-entrepreneurs")
        assert card_event_ids(shown) == ["central-asian-trade-forum"]
        translations = translator(language)
        assert translations.plural("screens.count.events", 1) in texts(shown)
        tap(shown, translations.text("screens.filter.clear"))
        assert len(card_event_ids(shown)) > 1
        assert not any(item.property("chosen") for item in targets_with_prefix(shown, "filter-"))


@pytest.mark.parametrize("size", [*SIZES, "1280x1024"])
def test_each_choice_leaves_as_many_events_as_its_label_says(size: str, april: Path) -> None:
    with window(april, size) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        for kind in ("city", "month", "audience", "spoken"):
            tap(shown, f"filter-{kind}")
            choices = {item.objectName(): event_count(item) for item in targets_with_prefix(shown, "choice-")}
            assert choices, kind
            tap(shown, f"filter-{kind}")
            assert not targets_with_prefix(shown, "choice-")
            for choice, events in choices.items():
                tap(shown, f"filter-{kind}")
                tap(shown, choice)
                assert shown.shell.pages.theme.events.count == events
                assert translator("en").plural("screens.count.events", events) in texts(shown)
                tap(shown, "filter-clear")


def test_the_filter_for_free_places_is_switched_by_one_tap(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        events = event_count(find(shown, "filter-free_places"))
        tap(shown, "filter-free_places")
        assert shown.shell.pages.theme.events.count == events
        tap(shown, "filter-free_places")
        assert shown.shell.pages.theme.events.count > events


@pytest.mark.parametrize("size", SIZES)
def test_going_back_from_an_event_keeps_the_filters(size: str, april: Path) -> None:
    with window(april, size) as shown:
        tap(shown, "attract")
        tap(shown, "theme-innovation")
        tap(shown, "filter-month")
        tap(shown, "choice-2016-09")
        assert card_event_ids(shown) == ["techforum"]
        tap(shown, "event-techforum")
        assert "Moved from June 2016" in texts(shown)
        tap(shown, "Русский")
        tap(shown, "back")
        assert card_event_ids(shown) == ["techforum"]
        assert find(shown, "filter-month").property("label") == "Сентябрь"


def test_opening_a_filter_scrolls_back_to_its_choices(april: Path) -> None:
    with window(april, "1280x1024") as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        start = centre(find(shown, f"event-{card_event_ids(shown)[0]}"))
        drag(shown, start, *(start - QPoint(0, 5 * step) for step in range(1, 9)), pause=50)
        wait_until(lambda: not event_list(shown).property("moving"))
        assert not event_list(shown).property("atYBeginning")
        tap(shown, "filter-city")
        top = event_list(shown).mapToScene(QPointF(0, 0)).y()
        assert (
            top
            < centre(find(shown, "filter-city")).y()
            < centre(targets_with_prefix(shown, "choice-")[0]).y()
        )
        assert event_list(shown).property("atYBeginning")


def event_list(shown: KioskWindow) -> QQuickItem:
    (the_list,) = (item for item in items(shown) if item.inherits("QQuickListView"))
    return the_list


def test_filters_are_cleared_for_the_next_visitor(april: Path) -> None:
    with window(april) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        tap(shown, "filter-city")
        tap(shown, "choice-almaty")
        shown.shell.showAttract()
        tap(shown, "attract")
        tap(shown, "dock-events")
        assert not find(shown, "filter-city").property("chosen")
