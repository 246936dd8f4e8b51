"""A visitor searches by touch: in three languages, at three screen sizes; results above the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from tests.flows.gestures import drag
from tests.screen_kit import centre, find, items, settle, tap, tap_targets, texts, wait_until, window

SIZES = ["1920x1080", "1080x1920", "1280x1024"]


def open_search(shown: KioskWindow) -> None:
    tap(shown, "attract")
    tap(shown, "dock-search")


def type_in(shown: KioskWindow, word: str) -> None:
    for letter in word:
        tap(shown, "key-space" if letter == " " else f"key-{letter}")


def result_items(shown: KioskWindow) -> list[QQuickItem]:
    return [item for item in tap_targets(shown) if item.objectName().startswith("event-")]


def scene_rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def highlighted_texts(shown: KioskWindow) -> list[str]:
    """The highlighted texts of the results, from the top."""
    return [str(item.property("text")) for item in items(shown) if item.objectName() == "mark"]


def find_misplaced_highlights(shown: KioskWindow) -> list[str]:
    """Descriptions of the highlights that do not lie exactly behind their letters."""
    found = []
    for highlight in (item for item in items(shown) if item.objectName() == "mark"):
        (text_item,) = [
            item for item in highlight.parentItem().childItems() if item.inherits("QQuickTextEdit")
        ]
        text, metrics = str(highlight.property("text")), QFontMetricsF(QFont(text_item.property("font")))
        has_text_width = abs(highlight.width() - metrics.horizontalAdvance(text)) < 2
        if not (
            has_text_width
            and text
            and QRectF(0, 0, text_item.width(), text_item.height()).contains(item_rect(highlight))
        ):
            found.append(f"{text}: {item_rect(highlight)} in {text_item.width()} x {text_item.height()}")
    return found


def item_rect(item: QQuickItem) -> QRectF:
    return QRectF(item.x(), item.y(), item.width(), item.height())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "word", "event", "marked"),
    [
        ("kk", "ұлт", "spelling-bee", ["ұлт"]),
        ("kk", "тілі мұғ", "english-teaching-conference", ["тілі", "мұғ"]),
        ("ru", "опытом", "boxing-exchange", ["опытом"]),
        ("ru", "алматы", "exercise-open-evening", ["Алматы", "Алматы", "Алматы"]),
        ("en", "spac", "maker-space", ["Spac"]),
    ],
)
def test_a_word_finds_its_event_and_back_keeps_the_search(
    size: str, language: str, word: str, event: str, marked: list[str], april: Path
) -> None:
    with window(april, size, language=language) as shown:
        open_search(shown)
        for letter in word:
            type_in(shown, letter)
            assert result_items(shown) and not find_misplaced_highlights(shown)
        first = result_items(shown)[0]
        assert first.objectName() == f"event-{event}"
        assert highlighted_texts(shown)[: len(marked)] == marked
        keyboard, field = scene_rect(find(shown, "keyboard")), scene_rect(find(shown, "typed"))
        visible = scene_rect(first).intersected(scene_rect(find(shown, "results")))
        assert visible.height() >= 88 * min(shown.view.width(), shown.view.height()) / 1080 - 1
        assert field.bottom() < visible.top() and visible.bottom() <= keyboard.top()
        assert keyboard.bottom() <= scene_rect(find(shown, "dock-search")).top()
        tap(shown, first.objectName())
        assert shown.shell.pages.event.eventId == event
        tap(shown, "back")
        assert (shown.shell.page, find(shown, "typed").property("text")) == ("search", word)
        assert result_items(shown)[0].objectName() == f"event-{event}"


@pytest.mark.parametrize("size", SIZES[:2])
def test_the_keys_for_erase_shift_symbols_and_language(size: str, april: Path) -> None:
    with window(april, size, language="kk") as shown:
        open_search(shown)
        for key in ("shift", "ғ", "ұ", "erase", "symbols", "2", "5", "symbols", "space"):
            tap(shown, f"key-{key}")
        for key in ("language", "language", "t"):
            tap(shown, f"key-{key}")
        assert find(shown, "typed").property("text") == "Ғ25 t"
        tap(shown, "clear")
        assert find(shown, "typed").property("text") == ""
        assert not result_items(shown)


@pytest.mark.parametrize("size", SIZES[:2])
def test_a_typing_error_is_corrected_and_without_a_result_events_are_suggested(
    size: str, april: Path
) -> None:
    with window(april, size, language="ru") as shown:
        open_search(shown)
        type_in(shown, "боксерамм")
        tap(shown, "did-you-mean")
        assert result_items(shown)[0].objectName() == "event-boxing-exchange"
        assert highlighted_texts(shown)[0] == "боксёрами"
        tap(shown, "clear")
        type_in(shown, "цирк")
        assert "По этому запросу ничего не нашлось. Может быть, вам понравится:" in texts(shown)
        assert result_items(shown) and not highlighted_texts(shown)


def test_a_touch_that_slides_to_another_key_types_nothing(april: Path) -> None:
    with window(april) as shown:
        open_search(shown)
        start, end = (centre(find(shown, key)) for key in ("key-q", "key-w"))
        drag(shown, start, end)
        assert find(shown, "typed").property("text") == ""


def test_the_search_is_cleared_for_the_next_visitor(april: Path) -> None:
    with window(april, countdown_seconds=1, attract_seconds=60) as shown:
        open_search(shown)
        type_in(shown, "tech")
        shown.shell.idle_timer.ask()
        wait_until(lambda: shown.shell.page == "home")
        tap(shown, "dock-search")
        assert find(shown, "typed").property("text") == ""
        assert not result_items(shown)


def test_a_physical_keyboard_types_too(april: Path, qtbot: QtBot) -> None:
    with window(april) as shown:
        open_search(shown)
        shown.view.requestActivate()
        qtbot.waitUntil(shown.view.isActive)
        for key in (Qt.Key.Key_T, Qt.Key.Key_E, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Backspace):
            QTest.keyClick(shown.view, key)
        settle()
        assert find(shown, "typed").property("text") == "tec"
        assert {"event-techforum", "event-techwomen"} <= {item.objectName() for item in result_items(shown)}
