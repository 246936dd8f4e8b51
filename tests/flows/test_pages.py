"""A visitor moves through the pages: past events, empty lists, going back."""

from pathlib import Path

from kiosk.app.window import KioskWindow
from tests.screen_kit import find, settle, tap, tap_targets, texts, window


def card_event_ids(shown: KioskWindow) -> list[str]:
    """The ids of the events whose cards are shown."""
    names = [item.objectName() for item in tap_targets(shown)]
    return [name.removeprefix("event-") for name in names if name.startswith("event-")]


def test_past_events_open_and_back_returns_through_the_pages(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        tap(shown, "past")
        past = card_event_ids(shown)
        assert past
        tap(shown, f"event-{past[0]}")
        assert shown.shell.page == "event"
        tap(shown, "back")
        assert card_event_ids(shown) == past
        tap(shown, "back")
        assert shown.shell.page == "theme"
        tap(shown, "back")
        assert shown.shell.page == "home"


def test_empty_lists_say_so(demo: Path) -> None:
    with window(demo, at="2030-01-01T12:00") as shown:
        tap(shown, "attract")
        assert "Nothing is announced at the moment. Do look in again!" in texts(shown)
        tap(shown, "dock-events")
        assert "Nothing coming up here" in texts(shown)
        tap(shown, "past")
        assert shown.shell.pages.past.events.count == 18
    with window(demo, at="2000-01-01T12:00") as shown:
        tap(shown, "attract")
        tap(shown, "dock-events")
        tap(shown, "past")
        assert "Nothing has taken place yet" in texts(shown)


def test_an_upcoming_event_opens_from_home(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        name = next(
            item.objectName() for item in tap_targets(shown) if item.objectName().startswith("coming-")
        )
        tap(shown, name)
        assert shown.shell.pages.event.eventId == name.removeprefix("coming-")


def test_the_idle_question_can_be_answered(demo: Path) -> None:
    with window(demo) as shown:
        tap(shown, "attract")
        shown.shell.idle_timer.ask()
        settle()
        assert "Are you still there?" in texts(shown)
        tap(shown, "stay")
        assert "Are you still there?" not in texts(shown)
        assert shown.shell.page == "home"


def test_leaving_the_event_closes_its_enlarged_code(demo: Path) -> None:
    with window(demo) as shown:
        shown.shell.openEvent("love-to-code")
        settle()
        tap(shown, "code")
        assert shown.shell.pages.event.code_viewer.enlarged
        shown.shell.goHome()
        shown.shell.openEvent("techforum")
        settle()
        assert not shown.shell.pages.event.code_viewer.enlarged
        assert find(shown, "code")


def test_every_tap_target_has_a_label(demo: Path) -> None:
    with window(demo) as shown:
        for pose in (shown.shell.showAttract, shown.shell.goHome, shown.shell.openPast):
            pose()
            settle()
            assert all(item.property("label") for item in tap_targets(shown))
