"""Staff go back to the previous programme, and forward again, without a stick."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.librarian import Librarian, librarian
from tests.screen_kit import copy_library, texts, wait_until


@pytest.fixture
def staff(april: Path, tmp_path: Path) -> Iterator[Librarian]:
    """Staff at a kiosk that shows number 2, with number 1 before it."""
    with librarian(copy_library(april, tmp_path / "library")) as staff:
        yield staff


def shown_numbers(staff: Librarian) -> list[int]:
    return [version for _, version in staff.shown_versions]


def has_text(staff: Librarian, *parts: str) -> bool:
    return all(any(part in text for text in texts(staff.shown)) for part in parts)


def test_k04_going_back_names_both_and_the_newer_one_is_shown_again_without_a_stick(staff: Librarian) -> None:
    staff.open("packs")
    staff.tap("go-back")
    assert has_text(staff, "Go back to the earlier programme?", "can be shown again")
    assert has_text(staff, "Visitors see now: “25 Years Together”, No. 2 of 2 April 2016.")
    assert has_text(staff, "Visitors would see: “25 Years Together”, No. 1 of 1 April 2016.")
    staff.tap("refuse")
    assert shown_numbers(staff) == [2]
    staff.tap("go-back")
    staff.tap("confirm")
    staff.wait_for_outcome()
    assert (shown_numbers(staff), has_text(staff, "The programme before is on show again")) == ([1], True)
    staff.tap("fine")
    assert has_text(staff, "Still on this kiosk: “25 Years Together”, No. 2 of 2 April 2016.")
    assert not [text for text in texts(staff.shown) if text.startswith("Back to No")]
    staff.tap("go-forward")
    assert has_text(staff, "Show the newer programme again?", "No. 1 of 1 April", "No. 2 of 2 April")
    staff.tap("confirm")
    staff.wait_for_outcome()
    assert (shown_numbers(staff), has_text(staff, "The newer programme is on show again")) == ([2], True)


def test_k04_a_stick_says_the_truth_about_what_is_on_show(
    staff: Librarian, april: Path, tmp_path: Path
) -> None:
    """Number 1 is on show again: the stick with it does not say that it is older."""
    stick = tmp_path / "STICK"
    stick.mkdir()
    shutil.copy(april.parent / "25-years-together.kpack", stick)
    staff.open("packs")
    staff.plug_in(stick)
    wait_until(
        lambda: has_text(staff, "is pack is number 1 and older than number 2"), lambda: texts(staff.shown)
    )
    staff.tap("go-back")
    staff.tap("confirm")
    staff.wait_for_outcome()
    staff.tap("fine")
    wait_until(lambda: has_text(staff, "This is the programme on show already"), lambda: texts(staff.shown))
    assert not has_text(staff, "older")


def test_k04_the_question_is_forgotten_when_staff_leave(staff: Librarian) -> None:
    staff.open("packs")
    staff.tap("go-back")
    staff.tap("leave")
    staff.open("packs")
    assert staff.packs._state() == "empty"
    assert shown_numbers(staff) == [2]
