"""The card of the page Settings that prints the staff guide: with CUPS, on a stick, and all that may fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from kiosk.app.window import KioskWindow
from kiosk.viewmodels.staff.settings.guide_card import GuideCard
from kiosk.viewmodels.staff.settings.page import SettingsPage
from tests.cups import CupsServer, cups, needs_cups
from tests.mounts import fill
from tests.pdf_kit import page_text
from tests.printer_driver import LETTER, add_printer_with_media
from tests.screen_kit import find, is_enabled, settle, tap, texts, wait_until
from tests.staff_page import staff_page
from tests.stick import MOUNT_OPTIONS, Stick

__all__ = ["cups"]
pytestmark = pytest.mark.xdist_group("screen")


@contextmanager
def open_guide_card(library: Path, *lines: str) -> Iterator[tuple[KioskWindow, GuideCard]]:
    """Open the page Settings with these lines in the settings file, once nothing is being saved."""
    settings = library.parent / "kiosk.toml"
    settings.write_text("\n".join(('language = "en"', *lines)))
    with staff_page(library, "settings", SettingsPage, "1080x1920", settings=settings) as (shown, page):
        wait_until(lambda: page.guide.canPrint)
        settle()
        yield shown, page.guide


def tap_and_wait(shown: KioskWindow, card: GuideCard, name: str) -> str:
    """Tap the button and return what the card says in the end."""
    tap(shown, name)
    wait_until(lambda: not card.job.is_running, lambda: card.message)
    settle()
    return str(find(shown, "guide-line").property("text"))


def text_of(file: Path) -> str:
    (page,) = PdfDocument(file)
    return page_text(page)


@needs_cups
def test_the_page_is_printed_with_what_staff_have_typed_in(library: Path, cups: CupsServer) -> None:
    printed = cups.add_scripted_printer("Office", "")
    with open_guide_card(library, 'printer = "Office"', 'technician = "+77012345678"') as (shown, card):
        assert "No telephone number" not in card.note
        tap(shown, "option-open")
        assert not card.canPrint
        wait_until(lambda: card.canPrint)
        assert tap_and_wait(shown, card, "guide-print") == "1 page was printed."
        (file,) = printed.glob("*.pdf")
        text = text_of(file)
        assert "+7 701 234 56 78" in text
        assert "Mon–Fri 10:00–19:00" in text and "Пн–Пт 10:00–19:00" in text and "Дс–Жм 10:00–19:00" in text


@needs_cups
def test_a_double_tap_is_one_page(library: Path, cups: CupsServer) -> None:
    printed = cups.add_scripted_printer("Office", "")
    with open_guide_card(library) as (shown, card):
        tap(shown, "guide-print")
        assert not is_enabled(find(shown, "guide-print"))
        card.print()
        wait_until(lambda: not card.job.is_running)
        settle()
        assert len(list(printed.glob("*.pdf"))) == 1
        assert tap_and_wait(shown, card, "guide-print") == "1 page was printed."
        assert len(list(printed.glob("*.pdf"))) == 2


def test_without_a_printer_or_a_number_the_card_says_so(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(library.parent / "nobody"))
    with open_guide_card(library) as (shown, card):
        assert any(
            "No telephone number of the technician has been typed in yet" in one for one in texts(shown)
        )
        assert "print service is not running" in tap_and_wait(shown, card, "guide-print")
        assert card.hasFailed
        tap(shown, "rail-health")
        tap(shown, "rail-settings")
        assert card.message == "Plug in a USB stick to save the page as a PDF."


@needs_cups
def test_a_printer_without_a4_is_told(library: Path, cups: CupsServer) -> None:
    printed = cups.add_scripted_printer("Office", "")
    add_printer_with_media("Office", library.parent, LETTER, f"script:{printed}")
    with open_guide_card(library) as (shown, card):
        assert tap_and_wait(shown, card, "guide-print") == (
            "“Office” cannot print on A4 paper, and the page needs it. "
            "Save the page on a stick and print it elsewhere."
        )
        assert not list(printed.glob("*.pdf"))


@needs_cups
def test_a_printer_without_paper_is_told(library: Path, cups: CupsServer) -> None:
    cups.add_scripted_printer("Office", "echo 'STATE: +media-empty' >&2; exec sleep 60")
    with open_guide_card(library) as (shown, card):
        said = tap_and_wait(shown, card, "guide-print")
        assert said == "“Office” has no paper. Put paper in, then print again."
        assert cups.list_jobs() == []


@needs_cups
def test_printing_is_cancelled(library: Path, cups: CupsServer) -> None:
    printed = cups.add_scripted_printer("Office", "exec sleep 60")
    with open_guide_card(library) as (shown, card):
        tap(shown, "guide-print")
        wait_until(lambda: list(printed.glob("*.pdf")))
        assert tap_and_wait(shown, card, "guide-cancel") == "Cancelled: nothing more is printed."
        assert cups.list_jobs() == []
        assert card.canPrint


@pytest.mark.parametrize("trouble", ["", "full", "locked", "pulled"])
def test_the_page_is_saved_on_the_stick(library: Path, trouble: str) -> None:
    with (
        open_guide_card(library, 'corner = "american-corner-almaty"') as (shown, card),
        Stick(library.parent, "STICK") as stick,
    ):
        stick.plug_in(f"{MOUNT_OPTIONS},ro" if trouble == "locked" else MOUNT_OPTIONS)
        if trouble == "full":
            fill(stick.path)
        wait_until(lambda: card.canSave)
        settle()
        if trouble == "pulled":
            stick.unplug()
            wait_until(lambda: not card.hasStick)
            assert card.message == "Plug in a USB stick to save the page as a PDF."
            card.save()
            assert not card.job.is_running
            return
        said = tap_and_wait(shown, card, "guide-save")
        if trouble:
            part = {"full": "too little room", "locked": "write-protected"}[trouble]
            assert part in said and "nothing was saved" in said
        else:
            assert (
                said
                == "Saved on the stick: “kiosk-guide-american-corner-almaty.pdf”. You can take the stick out."
            )
            assert "Almaty" in text_of(stick.path / "kiosk-guide-american-corner-almaty.pdf")
