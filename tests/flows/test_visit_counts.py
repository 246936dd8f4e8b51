"""Visit counts: a visit is counted exactly, a rehearsal not at all."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.window import KioskWindow
from kiosk.store.visit_counts import read_counts
from kiosk.visits.tally import Tally
from tests.flows.visitor import run_kiosk
from tests.screen_kit import AT, copy_library, run_cli, tap, window

DAY = "2016-04-03"
TAPPED_ITEMS = (
    *("attract", "theme-innovation", "event-love-to-code"),
    *("Tap the code to enlarge it", "close", "Tap the code to enlarge it", "close"),
    *("Қазақша", "back", "dock-home", "theme-friendship", "back", "theme-innovation", "event-love-to-code"),
    *("Русский", "back", "event-techforum", "code-contact", "code-register", "Русский"),
)


def read_visit_counts(library: Path) -> dict[tuple[str, str], int]:
    """All counts of the library by metric and subject, without the days."""
    return {key[1:]: number for key, number in read_counts(library / "visits.db", "0000", "9999").items()}


def test_a_visit_counts_its_events_codes_and_languages(demo: Path, tmp_path: Path, qtbot: QtBot) -> None:
    tally = Tally(tmp_path / "visits.db", lambda: DAY)
    with window(demo, idle_seconds=3600, countdown_seconds=1, attract_seconds=0.1) as shown:
        shown.shell.session.tally = tally
        for name in TAPPED_ITEMS:
            tap(shown, name)
        end_visit(shown, qtbot)
        tap(shown, "attract")
        end_visit(shown, qtbot)
    tally.close()
    assert read_visit_counts(tmp_path) == {
        ("session", ""): 2,
        ("event", "love-to-code"): 2,
        ("event", "techforum"): 1,
        ("code", "love-to-code"): 1,
        ("code", "techforum"): 1,
        ("language", "en"): 1,
        ("language", "kk"): 1,
        ("language", "ru"): 1,
    }


def end_visit(shown: KioskWindow, qtbot: QtBot) -> None:
    """Let the idle timer end the visit, and wait for the attract loop."""
    shown.shell.idle_timer.ask()
    qtbot.waitUntil(lambda: shown.shell.page == "attract", timeout=20_000)


@pytest.mark.xdist_group("xvfb")
def test_the_kiosk_counts_visits_and_a_rehearsal_does_not(demo: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    copy_library(demo, library)
    run_cli("pin", "new", "--library", library)
    for at in (AT, None):
        assert not (library / "visits.db").exists()
        with run_kiosk(tmp_path, library, "1280x1024", at=at) as visitor:
            visitor.tap("attract")
            visitor.tap("Русский")
            visitor.wait_for_match()
    assert read_visit_counts(library) == {("session", ""): 1, ("language", "ru"): 1}
