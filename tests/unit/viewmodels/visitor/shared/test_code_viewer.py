"""The code viewer: tabs, the counted pager, and what stays when the codes change."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.base import qr_code
from kiosk.events.event_codes import EventCode
from kiosk.viewmodels.visitor.shared.code_viewer import CodeViewer
from tests.unit.viewmodels.sessions import field_values, make_session

REGISTER = EventCode("register", "https://kz.usembassy.gov/code", "kz.usembassy.gov", "20 places")
TEXTS = [EventCode("text", payload, "", "Needs no internet") for payload in ("one", "two", "three")]
ENTRY = EventCode("calendar", "BEGIN:VEVENT", "", "9 April")
CANCELLED = EventCode("cancelled", "STATUS:CANCELLED", "", "If you have already added this event")


@pytest.fixture
def viewer() -> Iterator[CodeViewer]:
    viewer = CodeViewer(make_session())
    viewer.show([REGISTER, ENTRY, CANCELLED, *TEXTS])
    yield viewer


def test_the_first_code_is_shown_and_each_kind_has_a_tab(viewer: CodeViewer) -> None:
    assert field_values(viewer.code_tabs.rows, "label") == ["Registration", "Calendar", "As text"]
    assert (viewer.kind, viewer.title, viewer.payload) == (
        "register",
        "Register on your phone",
        REGISTER.payload,
    )
    assert (viewer.host, viewer.note) == ("kz.usembassy.gov", "20 places")
    assert viewer.modules == len(qr_code.qr_matrix(REGISTER.payload))
    assert viewer.position == ""


def test_the_codes_of_one_kind_are_counted(viewer: CodeViewer) -> None:
    viewer.select("text")
    shown = []
    for _ in range(4):
        shown.append((viewer.position, viewer.payload))
        viewer.step(1)
    assert shown == [("1 / 3", "one"), ("2 / 3", "two"), ("3 / 3", "three"), ("1 / 3", "one")]
    viewer.step(-2)
    assert viewer.position == "3 / 3"


def test_what_is_cancelled_stands_among_the_dates_and_says_so(viewer: CodeViewer) -> None:
    viewer.select("calendar")
    assert (viewer.title, viewer.position) == ("Add to your calendar", "1 / 2")
    viewer.step(1)
    assert (viewer.title, viewer.position) == ("Cancelled: correct your calendar", "2 / 2")


def test_the_code_shown_stays_as_far_as_there_is_one(viewer: CodeViewer) -> None:
    viewer.select("text")
    viewer.step(2)
    viewer.enlarge(True)
    viewer.show([ENTRY, *TEXTS[:2]])
    assert (viewer.position, viewer.payload, viewer.enlarged) == ("2 / 2", "two", True)
    viewer.show([ENTRY])
    assert (viewer.kind, viewer.payload, viewer.enlarged) == ("calendar", ENTRY.payload, False)


def test_without_codes_there_is_nothing(viewer: CodeViewer) -> None:
    viewer.reset()
    assert viewer.code_tabs.rows == []
    assert (viewer.kind, viewer.title, viewer.payload, viewer.modules) == ("", "", "", 0)
    assert (viewer.host, viewer.note, viewer.position) == ("", "", "")
    viewer.step(1)
    assert viewer.payload == ""


def test_another_kind_and_a_larger_code_are_uses(viewer: CodeViewer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(viewer.used, timeout=1000):
        viewer.select("text")
    with qtbot.waitSignal(viewer.used, timeout=1000):
        viewer.enlarge(True)
    with qtbot.assertNotEmitted(viewer.used):
        viewer.select("text")
        viewer.step(1)
        viewer.enlarge(False)
