"""The background services show a new generation when no visitor is reading, whoever installed it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.base.limits import DAY
from kiosk.library.time_floor import confirm_day, read_time_floor
from kiosk.store.visit_counts import CountKey, read_counts
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.visits.tally import Tally
from tests.screen_kit import april, copy_library, demo, qapp, run_cli, settle, texts, wait_until, window

__all__ = ["april", "demo", "qapp"]


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Path:
    return copy_library(demo, tmp_path / "library")


@contextmanager
def kiosk(library: Path, **changes: object) -> Iterator[KioskWindow]:
    """A window with its background services."""
    with window(library, "1280x720", **changes) as shown:  # type: ignore[arg-type]
        shown.start_background()
        yield shown


def install_update(library: Path, demo: Path) -> None:
    """Install the April update with the command line, as a technician would."""
    run_cli("install", demo.parent / "april-update.kpack", "--library", library)


def version(shown: KioskWindow) -> int:
    programme = shown.shell.session.programme
    return programme.packs[0].version if programme else 0


def test_in_the_attract_loop_a_new_generation_is_shown_at_once(
    library: Path, demo: Path, april: Path
) -> None:
    with kiosk(library) as shown:
        install_update(library, demo)
        wait_until(lambda: version(shown) == 2)
        assert shown.shell.page == "attract"
        shown.shell.openEvent("exercise-open-evening")
        settle()
        assert "Exercise: Open Saturday" in texts(shown)


def test_a_visitor_keeps_the_programme_until_the_visit_ends(library: Path, demo: Path, april: Path) -> None:
    with kiosk(library, idle_seconds=0.2, countdown_seconds=1, attract_seconds=0.1) as shown:
        shell = shown.shell
        shell.goHome()
        shell.openEvent("love-to-code")
        install_update(library, demo)
        background = shown.background
        assert background
        wait_until(lambda: background.generation_watcher.current == 2)
        assert (shell.page, version(shown)) == ("event", 1)
        shell.registerActivity()
        wait_until(lambda: shell.page == "attract")
        assert version(shown) == 2


def test_a_new_generation_clears_the_history(library: Path, demo: Path, april: Path) -> None:
    with kiosk(library) as shown:
        shown.shell.goHome()
        shown.shell.openTheme("innovation")
        shown.shell.openEvent("techforum")
        install_update(library, demo)
        shown.shell.showAttract()
        wait_until(lambda: version(shown) == 2)
        shown.shell.goHome()
        shown.shell.back()
        assert shown.shell.page == "home"
        assert shown.shell.pages.event.view_state == ""


def test_the_first_programme_of_a_library_is_shown(library: Path, demo: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    run_cli("trust", "add", demo.parent / "keys" / "root.json", "--library", empty)
    run_cli("pin", "new", "--library", empty)
    with kiosk(empty) as shown:
        assert shown.shell.page == "unavailable"
        run_cli("install", demo.parent / "25-years-together.kpack", "--library", empty)
        wait_until(lambda: version(shown) == 1)
        assert shown.shell.page == "attract"


def test_a_removed_publisher_is_no_longer_shown(library: Path) -> None:
    with kiosk(library) as shown:
        run_cli("trust", "remove", "demo", "--library", library)
        wait_until(lambda: shown.shell.page == "unavailable")
        assert version(shown) == 0


def test_the_address_of_a_picture_names_its_generation(library: Path, demo: Path, april: Path) -> None:
    with kiosk(library) as shown:
        session = shown.shell.session
        assert session.programme
        before = session.programme.media_address("love-to-code", "media/run.jpg")
        install_update(library, demo)
        wait_until(lambda: version(shown) == 2)
        assert session.programme.media_address("love-to-code", "media/run.jpg") != before
        assert session.programme.media_path(before) == session.programme.folder / "demo/files/media/run.jpg"


def test_after_a_visit_a_child_writes_the_counts(library: Path) -> None:
    visits = library / "visits.db"
    with kiosk(library) as shown:
        shown.shell.session.tally = Tally(visits, lambda: "2016-04-03")
        shown.shell.goHome()
        shown.shell.openEvent("love-to-code")
        shown.shell.showAttract()
        wait_until(visits.is_file)
        key = CountKey("2016-04-03", "event", "love-to-code")
        wait_until(lambda: read_counts(visits, "2016", "2017").get(key) == 1)
        background = shown.background
        assert background
        wait_until(lambda: not background.findChildren(ChildProcess))


def test_a_child_that_another_one_starts_when_it_is_killed_is_killed_too(library: Path) -> None:
    started: list[ChildProcess] = []
    with kiosk(library) as shown:
        background = shown.background
        assert background

        def start_another(_: object = None) -> None:
            child = ChildProcess(("status", "--json", "--library", library), background)
            child.ended.connect(lambda _: started.append(child))
            if len(started) < 3:
                child.ended.connect(start_another)
            child.start()

        start_another()
    assert len(started) == 4


def test_j13_the_screen_judges_its_clock_by_the_time_floor_of_the_library(library: Path) -> None:
    """As recorded at the start and every hour, and also when somebody confirms another day."""
    far = int(time.time()) + 10 * DAY
    with kiosk(library, at=None) as shown:
        background, clock = shown.background, shown.shell.session.clock
        assert background
        wait_until(lambda: read_time_floor(library) > 0)
        assert clock.is_trusted
        confirm_day(library, far, far)
        background.record_time()
        wait_until(lambda: not clock.is_trusted)
        confirm_day(library, far - 30 * DAY, far)
        background.record_time()
        wait_until(lambda: clock.is_trusted)
