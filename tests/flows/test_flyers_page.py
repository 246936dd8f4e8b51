"""The staff page of flyers: seen, printed for real, saved on a real stick, found wrong and renewed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.app.window import KioskWindow
from kiosk.library.crash_guard import CrashGuard
from kiosk.viewmodels.staff.flyers.page import FlyersPage
from tests.appearance.rules import find_faults
from tests.cups import CupsServer, cups, needs_cups
from tests.pdf_kit import render_pdf
from tests.screen_kit import copy_library, find, run_cli, settle, tap, texts, wait_until, window
from tests.staff_page import staff_page
from tests.stick import Stick

__all__ = ["cups"]
SAME = 6.0
"""Mean difference of two drawings of one page by two programs, of 255."""


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Path:
    return copy_library(demo, tmp_path / "library")


@contextmanager
def page(
    library: Path, size: str = "1280x1024", **settings: object
) -> Iterator[tuple[KioskWindow, FlyersPage]]:
    """The page of flyers, once its first picture is there."""
    with staff_page(library, "flyers", FlyersPage, size, **settings) as (shown, flyers):
        drawn(flyers)
        yield shown, flyers


def drawn(flyers: FlyersPage) -> None:
    wait_until(lambda: flyers._preview_reply and not flyers.isDrawing, lambda: flyers.problem)
    settle()


def idle(flyers: FlyersPage) -> None:
    wait_until(lambda: not flyers.flyer_job.is_running, lambda: flyers.flyer_job.message)
    settle()


def preview(flyers: FlyersPage, place: int = 0) -> "np.typing.NDArray[np.uint8]":
    return np.asarray(Image.open(flyers._pages[place]).convert("L"))


def apart(one: "np.typing.NDArray[np.uint8]", other: "np.typing.NDArray[np.uint8]") -> float:
    """How much two pictures of one shape differ, of 255, whatever their sizes."""
    assert one.shape[0] / one.shape[1] == pytest.approx(other.shape[0] / other.shape[1], abs=0.005)
    small = [Image.fromarray(picture).resize((400, 566), Image.Resampling.BOX) for picture in (one, other)]
    return float(np.mean(np.abs(np.asarray(small[0], int) - np.asarray(small[1], int))))


@needs_cups
def test_what_is_seen_is_what_is_printed(library: Path, cups: CupsServer) -> None:
    taken = cups.add_scripted_printer("Office", "")
    with page(library, printer="Office") as (shown, flyers):
        for name, value in (("language", "kk"), ("paper", "A5"), ("kind", "event")):
            flyers.choose(name, value)
        drawn(flyers)
        first = preview(flyers)
        flyers.chooseEvent(2)
        drawn(flyers)
        picture = preview(flyers)
        assert apart(first, picture) > SAME
        tap(shown, "more")
        tap(shown, "print")
        idle(flyers)
        assert flyers.flyer_job.message == "2 pages were printed."
        (sheet,) = taken.glob("*.pdf")
        (paper,) = render_pdf(sheet)
        assert apart(picture, paper) < SAME
        assert apart(first, paper) > SAME


@needs_cups
def test_wrong_flyers_are_told_of_and_printed_again(library: Path, cups: CupsServer, demo: Path) -> None:
    taken = cups.add_scripted_printer("Office", "")
    with page(library, printer="Office") as (shown, flyers):
        assert shown.background
        assert flyers.outdated_flyers.headline == ""
        for what, value in (("subject", "all"), ("paper", "4xA6")):
            flyers.choose(what, value)
        drawn(flyers)
        tap(shown, "print")
        idle(flyers)
        wait_until(lambda: flyers.outdated_flyers.headline == "")
        run_cli("install", demo.parent / "april-update.kpack", "--library", library)
        shown.background.generation_watcher.check()
        wait_until(lambda: shown.shell.session.programme and shown.shell.session.programme.generation == 2)
        wait_until(lambda: flyers.outdated_flyers.headline)
        drawn(flyers)
        settle()
        why = {row.title: row.why for row in flyers.outdated_flyers.rows.rows}
        assert {title.split("“")[1].split("”")[0] for title in why} == {
            "Creating a Relationship", "Global Health", "TechForum",
        }  # fmt: skip
        before = len(list(taken.glob("*.pdf")))
        tap(shown, "renew")
        idle(flyers)
        wait_until(lambda: flyers.outdated_flyers.headline == "", lambda: flyers.flyer_job.message)
        assert len(list(taken.glob("*.pdf"))) == before + 1


def test_without_a_printer_the_page_says_so(
    library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    with page(library) as (shown, flyers):
        tap(shown, "print")
        idle(flyers)
        assert flyers.flyer_job.hasFailed
        assert find(shown, "flyer-line").property("text") == flyers.flyer_job.message != ""


def test_the_flyer_is_saved_on_the_stick(library: Path) -> None:
    with page(library) as (shown, flyers), Stick(library.parent, "FOR-THE-SHOP") as stick:
        stick.plug_in()
        wait_until(lambda: flyers.canSave)
        settle()
        shown.shell.setLanguage("ru")
        tap(shown, "save")
        idle(flyers)
        (saved,) = stick.path.glob("*.pdf")
        assert saved.name in flyers.flyer_job.message
        assert saved.read_bytes() == flyers._pdf.read_bytes()


def test_what_cannot_be_made_is_said(library: Path) -> None:
    with page(library) as (shown, flyers):
        flyers.choose("subject", "week")
        drawn(flyers)
        assert find(shown, "flyer-trouble").property("text").startswith("Nothing is announced for this week")
        assert not flyers.canPrint


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1366x768", "3840x2160"])
def test_the_page_keeps_the_rules_of_the_layout(library: Path, size: str) -> None:
    with page(library, size) as (shown, flyers):
        found = []
        for what in ("event", "theme", "all"):
            flyers.choose("subject", what)
            for language in ("kk", "ru", "en"):
                shown.shell.setLanguage(language)
                settle()
                found += [f"{what} {language}: {fault}" for fault in find_faults(shown.view.rootObject())]
        assert not found, "\n".join(found)


@needs_cups
def test_a_visitor_takes_a_flyer_along(library: Path, cups: CupsServer) -> None:
    taken = cups.add_scripted_printer("Hall", "")
    settings = library.parent / "kiosk.toml"
    settings.write_text('visitor_prints = "on"\nprinter = "Hall"\nlanguage = "kk"\n')
    with window(library, "1080x1920", settings=settings, language=None) as shown:
        shown.start_background(CrashGuard(library))
        shown.shell.goHome()
        shown.shell.openEvent("techforum")
        settle()
        tap(shown, "print-flyer")
        wait_until(lambda: not shown.shell.event_page.print_state.busy)
        assert shown.shell.event_page.print_state.message == "Принтерден алыңыз."
        (sheet,) = taken.glob("*.pdf")
        (paper,) = render_pdf(sheet, 50)
        assert paper.shape == (414, 292)  # A5
        tap(shown, "print-flyer")
        assert "кітапханашыдан" in shown.shell.event_page.print_state.message
        assert len(list(taken.glob("*.pdf"))) == 1
        assert not list(find_faults(shown.view.rootObject()))


def test_visitors_do_not_print_unless_the_corner_lets_them(library: Path) -> None:
    with window(library, "1080x1920") as shown:
        shown.shell.openEvent("techforum")
        settle()
        assert "Print a flyer" not in texts(shown)
