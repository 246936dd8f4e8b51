"""The staff page Flyers: preview, printing with CUPS, saving to a stick, reprinting outdated flyers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.app.window import KioskWindow
from kiosk.viewmodels.staff.flyers.page import FlyersPage
from tests.appearance.rules import find_faults
from tests.cups import CupsServer, cups, needs_cups
from tests.pdf_kit import render_pdf
from tests.printer_driver import LETTER, add_printer_with_media
from tests.screen_kit import centre, click, find, is_dead, run_cli, settle, tap, texts, wait_until, window
from tests.staff_page import staff_page
from tests.stick import Stick

__all__ = ["cups"]
MAX_DIFFERENCE = 6.0
"""The largest mean difference of one page drawn by two programs, of 255."""


@contextmanager
def open_flyers_page(
    library: Path, size: str = "1280x1024", **settings: object
) -> Iterator[tuple[KioskWindow, FlyersPage]]:
    """Open the page Flyers and wait for its first preview."""
    with staff_page(library, "flyers", FlyersPage, size, **settings) as (shown, flyers):
        wait_until_drawn(flyers)
        yield shown, flyers


def wait_until_drawn(flyers: FlyersPage) -> None:
    wait_until(lambda: flyers._preview_reply and not flyers.isDrawing, lambda: flyers.problem)
    settle()


def wait_until_job_ends(flyers: FlyersPage) -> None:
    wait_until(lambda: not flyers.flyer_job.is_running, lambda: flyers.flyer_job.message)
    settle()


def read_preview(flyers: FlyersPage, index: int = 0) -> "np.typing.NDArray[np.uint8]":
    return np.asarray(Image.open(flyers._pages[index]).convert("L"))


def mean_difference(first: "np.typing.NDArray[np.uint8]", second: "np.typing.NDArray[np.uint8]") -> float:
    """The mean difference, of 255, of two pictures of equal proportions and any size."""
    assert first.shape[0] / first.shape[1] == pytest.approx(second.shape[0] / second.shape[1], abs=0.005)
    resized = [
        Image.fromarray(picture).resize((400, 566), Image.Resampling.BOX) for picture in (first, second)
    ]
    return float(np.mean(np.abs(np.asarray(resized[0], int) - np.asarray(resized[1], int))))


@needs_cups
def test_the_preview_matches_the_printed_flyer(library: Path, cups: CupsServer) -> None:
    print_folder = cups.add_scripted_printer("Office", "")
    with open_flyers_page(library, printer="Office") as (shown, flyers):
        for name, value in (("language", "kk"), ("paper", "A5"), ("kind", "event")):
            flyers.choose(name, value)
        wait_until_drawn(flyers)
        first = read_preview(flyers)
        flyers.chooseEvent(2)
        wait_until_drawn(flyers)
        picture = read_preview(flyers)
        assert mean_difference(first, picture) > MAX_DIFFERENCE
        tap(shown, "more")
        tap(shown, "print")
        wait_until_job_ends(flyers)
        assert flyers.flyer_job.message == "2 pages were printed."
        (file,) = print_folder.glob("*.pdf")
        (printed,) = render_pdf(file)
        assert mean_difference(picture, printed) < MAX_DIFFERENCE
        assert mean_difference(first, printed) > MAX_DIFFERENCE


@needs_cups
def test_outdated_flyers_are_listed_and_printed_again(library: Path, cups: CupsServer, demo: Path) -> None:
    print_folder = cups.add_scripted_printer("Office", "")
    with open_flyers_page(library, printer="Office") as (shown, flyers):
        assert shown.background
        assert flyers.outdated_flyers.headline == ""
        for option, value in (("subject", "all"), ("paper", "4xA6")):
            flyers.choose(option, value)
        wait_until_drawn(flyers)
        tap(shown, "print")
        wait_until_job_ends(flyers)
        wait_until(lambda: flyers.outdated_flyers.headline == "")
        run_cli("install", demo.parent / "april-update.kpack", "--library", library)
        shown.background.generation_watcher.check()
        wait_until(lambda: shown.shell.session.programme and shown.shell.session.programme.generation == 2)
        wait_until(lambda: flyers.outdated_flyers.headline)
        wait_until_drawn(flyers)
        settle()
        reasons = {row.title: row.why for row in flyers.outdated_flyers.rows.rows}
        assert {title.split("“")[1].split("”")[0] for title in reasons} == {
            "Creating a Relationship", "Global Health", "TechForum",
        }  # fmt: skip
        before = len(list(print_folder.glob("*.pdf")))
        tap(shown, "renew")
        wait_until_job_ends(flyers)
        wait_until(lambda: flyers.outdated_flyers.headline == "", lambda: flyers.flyer_job.message)
        assert len(list(print_folder.glob("*.pdf"))) == before + 1


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
@pytest.mark.parametrize("size", ["1280x1024", "1080x1920"])
def test_k03_repeated_taps_on_one_more_meet_nothing_else(library: Path, language: str, size: str) -> None:
    with open_flyers_page(library, size) as (shown, flyers):
        shown.shell.setLanguage(language)
        settle()
        wait_until(lambda: not is_dead(shown, centre(find(shown, "more"))))
        point = centre(find(shown, "more"))
        for _ in range(30):
            click(shown, point)
            assert centre(find(shown, "more")) == point
        assert flyers._choice.copies == 31
        assert not flyers.flyer_job.is_running and flyers.flyer_job.message == ""


@needs_cups
def test_j24_staff_choose_a_paper_that_the_printer_takes(library: Path, cups: CupsServer) -> None:
    printed = cups.add_scripted_printer("Office", "")
    add_printer_with_media("Office", library.parent, LETTER, f"script:{printed}")
    with open_flyers_page(library, printer="Office") as (shown, flyers):
        flyers.choose("paper", "A4")
        wait_until_drawn(flyers)
        tap(shown, "print")
        wait_until_job_ends(flyers)
        assert flyers.flyer_job.message == (
            "“Office” cannot print on A4 paper, only on Letter. "
            "Choose one of these sizes, or another printer."
        )
        assert find(shown, "flyer-line").property("text") == flyers.flyer_job.message
        assert not list(printed.glob("*.pdf"))
        flyers.choose("paper", "Letter")
        wait_until_drawn(flyers)
        tap(shown, "print")
        wait_until_job_ends(flyers)
        assert not flyers.flyer_job.hasFailed
        assert len(list(printed.glob("*.pdf"))) == 1


@needs_cups
def test_j24_a_visitor_is_sent_to_the_librarian(library: Path, cups: CupsServer) -> None:
    add_printer_with_media("Hall", library.parent, LETTER, "file:///dev/null")
    settings = library.parent / "kiosk.toml"
    settings.write_text('visitor_prints = "on"\nprinter = "Hall"\n')
    with window(library, "1080x1920", settings=settings) as shown:
        shown.start_background()
        shown.shell.openEvent("techforum")
        settle()
        tap(shown, "print-flyer")
        wait_until(lambda: not shown.shell.pages.event.print_state.busy)
        message = shown.shell.pages.event.print_state.message
        assert message == "It could not be printed. Please ask the librarian."


def test_without_a_printer_the_page_shows_an_error(
    library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    with open_flyers_page(library) as (shown, flyers):
        tap(shown, "print")
        wait_until_job_ends(flyers)
        assert flyers.flyer_job.hasFailed
        assert find(shown, "flyer-line").property("text") == flyers.flyer_job.message != ""


def test_the_flyer_is_saved_on_the_stick(library: Path) -> None:
    with open_flyers_page(library) as (shown, flyers), Stick(library.parent, "FOR-THE-SHOP") as stick:
        stick.plug_in()
        wait_until(lambda: flyers.canSave)
        settle()
        shown.shell.setLanguage("ru")
        tap(shown, "save")
        wait_until_job_ends(flyers)
        (saved,) = stick.path.glob("*.pdf")
        assert saved.name in flyers.flyer_job.message
        assert saved.read_bytes() == flyers._pdf.read_bytes()


def test_a_flyer_that_cannot_be_made_is_explained(library: Path) -> None:
    with open_flyers_page(library) as (shown, flyers):
        flyers.choose("subject", "week")
        wait_until_drawn(flyers)
        assert find(shown, "flyer-trouble").property("text").startswith("Nothing is announced for this week")
        assert not flyers.canPrint


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920", "1280x1024", "1366x768", "3840x2160"])
def test_the_page_keeps_the_layout_rules(library: Path, size: str) -> None:
    with open_flyers_page(library, size) as (shown, flyers):
        found = []
        for option in ("event", "theme", "all"):
            flyers.choose("subject", option)
            for language in ("kk", "ru", "en"):
                shown.shell.setLanguage(language)
                settle()
                found += [f"{option} {language}: {fault}" for fault in find_faults(shown.view.rootObject())]
        assert not found, "\n".join(found)


@needs_cups
def test_a_visitor_prints_one_flyer(library: Path, cups: CupsServer) -> None:
    print_folder = cups.add_scripted_printer("Hall", "")
    settings = library.parent / "kiosk.toml"
    settings.write_text('visitor_prints = "on"\nprinter = "Hall"\nlanguage = "kk"\n')
    with window(library, "1080x1920", settings=settings, language=None) as shown:
        shown.start_background()
        shown.shell.goHome()
        shown.shell.openEvent("techforum")
        settle()
        tap(shown, "print-flyer")
        wait_until(lambda: not shown.shell.pages.event.print_state.busy)
        assert shown.shell.pages.event.print_state.message == "Принтерден алыңыз."
        (file,) = print_folder.glob("*.pdf")
        (printed,) = render_pdf(file, 50)
        assert printed.shape == (414, 292)  # A5
        tap(shown, "print-flyer")
        assert "кітапханашыдан" in shown.shell.pages.event.print_state.message
        assert len(list(print_folder.glob("*.pdf"))) == 1
        assert not list(find_faults(shown.view.rootObject()))


def test_visitors_cannot_print_by_default(library: Path) -> None:
    with window(library, "1080x1920") as shown:
        shown.shell.openEvent("techforum")
        settle()
        assert "Print a flyer" not in texts(shown)
