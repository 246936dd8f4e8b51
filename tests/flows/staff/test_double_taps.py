"""Double taps on staff pages: each counts once, and buttons that undo each other never share a place."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from kiosk.app.window import KioskWindow
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.staff.area import PAGES
from tests.librarian import Librarian, librarian, target_name
from tests.screen_kit import (
    centre,
    click,
    copy_library,
    find,
    is_dead,
    settle,
    tap,
    tap_targets,
    texts,
    wait_until,
    wait_until_ready,
    window,
)

COUNTED = {
    "fewer": "one copy less for each tap",
    "more": "one copy more for each tap",
    "more-events": "more rows come above it, it moves on",
    "page-before": "turns the pages of a preview",
    "page-next": "turns the pages of a preview",
    "key-": "digits of the PIN, and of the number of persons who attended",
    "month-": "one month further for each tap",
    "Up": "scrolls",
    "More": "scrolls",
    "Қазақша": "a language; the same one again changes nothing",
    "Русский": "a language; the same one again changes nothing",
    "English": "a language; the same one again changes nothing",
}
"""Targets of the staff area for which two taps are two, and why; a name or its beginning."""
UNDOING = [
    ("install", "cancel"), ("install", "go-back"), ("confirm", "refuse"), ("confirm", "cancel"),
    ("fine", "cancel"), ("fine", "go-back"), ("go-back", "confirm"), ("cancel", "go-forward"),
]  # fmt: skip
"""Pairs of buttons of the page Programmes that undo each other or lead in opposite directions."""


@pytest.fixture
def stick(demo: Path, tmp_path: Path) -> Path:
    """A stick with the April update."""
    folder = tmp_path / "MISSION-KZ"
    folder.mkdir()
    shutil.copy(demo.parent / "april-update.kpack", folder)
    return folder


@pytest.fixture
def staff(demo: Path, tmp_path: Path) -> Iterator[Librarian]:
    with librarian(copy_library(demo, tmp_path / "library")) as staff:
        yield staff


def is_counted(name: str) -> bool:
    return any(name == known or (known.endswith("-") and name.startswith(known)) for known in COUNTED)


def kinds(staff: Librarian) -> list[str]:
    """The names of the targets on the screen; of options and other rows of one kind, only the first."""
    found: dict[str, str] = {}
    names = [target_name(target) for target in tap_targets(staff.shown) if target.isEnabled()]
    for name in names:
        if names.count(name) == 1:
            found.setdefault(
                name.split("-")[0] if name.startswith(("option-", "event-", "rail-")) else name, name
            )
    return [name for name in found.values() if not is_counted(name)]


def test_k03_every_target_of_every_staff_page_counts_a_double_tap_once(staff: Librarian, stick: Path) -> None:
    """Every one is `once`, or is in the list of those that count."""
    staff.plug_in(stick)
    staff.open("packs")
    staff.wait_for("preview")
    seen = set()
    for page in ["packs", "packs", *PAGES, "pin", "keep"]:
        {"pin": staff.area.open, "keep": lambda: staff.area.show_new_pin(first=False, pin="482915")}.get(
            page, lambda page=page: staff.area.show(page)
        )()
        settle()
        for target in tap_targets(staff.shown):
            name = target_name(target)
            assert target.property("once") or is_counted(name), f"{name} on {page}"
            seen.add(name)
    assert {"install", "print", "health-again", "new-pin", "leave", "rail-packs", "kept", "key-1"} <= seen


@pytest.mark.parametrize("page", [page for page in PAGES if page != "packs"])
def test_k03_a_double_tap_is_one_tap(staff: Librarian, page: str) -> None:
    """Both taps come within a second, the second one where something else may have come up."""
    staff.open(page)
    for number, name in enumerate(kinds(staff)):
        staff.open(page)
        wait_until(lambda: not staff.background.findChildren(ChildProcess))  # its reply makes targets anew
        settle()
        if name in [target_name(target) for target in tap_targets(staff.shown) if target.isEnabled()]:
            assert staff.double_tap(name, pause=(0, 300, 600)[number % 3]) == [name]


def test_k03_double_taps_all_the_way_through_an_installation(staff: Librarian, stick: Path) -> None:
    """Install, Done, back, and forward again, with two taps everywhere: nothing is undone or skipped."""
    places: dict[str, QRectF] = {}

    def note_places() -> None:
        for target in tap_targets(staff.shown):
            corner = target.mapToScene(target.boundingRect().topLeft())
            places[target_name(target)] = QRectF(corner, target.boundingRect().size())

    def double_tap(name: str, pause: int = 200) -> None:
        note_places()
        assert staff.double_tap(name, pause) == [name]
        note_places()

    staff.plug_in(stick)
    staff.open("packs")
    staff.wait_for("preview")
    double_tap("install")
    staff.wait_for_outcome()
    assert not staff.background.job.cancelled
    assert "The new programme is on show" in texts(staff.shown)
    assert [version for _, version in staff.shown_versions] == [2]
    double_tap("fine")
    staff.wait_for("offers")
    double_tap("go-back")
    assert staff.packs._state() == "question"
    double_tap("refuse")
    assert [version for _, version in staff.shown_versions] == [2]
    double_tap("go-back")
    double_tap("confirm")
    staff.wait_for_outcome()
    assert "The programme before is on show again" in texts(staff.shown)
    assert [version for _, version in staff.shown_versions] == [1]
    double_tap("fine")
    staff.pull_out()
    staff.wait_for("empty")
    double_tap("go-forward")
    double_tap("confirm")
    staff.wait_for_outcome()
    assert [version for _, version in staff.shown_versions] == [2]
    note_places()
    assert {name for pair in UNDOING for name in pair} <= set(places)
    assert [pair for pair in UNDOING if places[pair[0]].intersects(places[pair[1]])] == []


def test_k03_a_button_that_comes_up_by_itself_takes_no_tap_yet(staff: Librarian, stick: Path) -> None:
    """A preview ends while staff are about to tap: 'Install' comes up under their finger."""
    staff.open("packs")
    staff.plug_in(stick)
    wait_until(lambda: staff.packs._state() == "preview")
    settle()
    assert [item for item in find(staff.shown, "install").childItems() if item.objectName() == "fresh"]
    staff.tap("install")  # waits until it is ready
    staff.wait_for_outcome()
    assert [version for _, version in staff.shown_versions] == [2]


def test_k03_visitors_who_tap_quickly_are_not_slowed(demo: Path) -> None:
    """Where nothing is changed, the next tap counts at once, also in the same place."""
    with window(demo) as shown:
        tap(shown, "attract")
        wait_until_ready(shown)
        for page in ("theme", "map", "calendar", "home"):
            point = centre(find(shown, {"theme": "dock-events"}.get(page, f"dock-{page}")))
            click(shown, point)
            assert not is_dead(shown, point)
            assert shown.shell.page == page


def test_k03_buttons_of_visitors_that_undo_themselves_count_a_double_tap_once(demo: Path) -> None:
    """The heart, the code that is enlarged, and the button that closes it: the second tap comes at once."""
    with window(demo) as shown:
        tap(shown, "attract")
        shown.shell.openEvent("maker-space")
        settle()
        double_click(shown, "heart")
        assert shown.shell.pages.tray.marked == ["maker-space"]
        double_click(shown, "Tap the code to enlarge it")
        assert shown.shell.pages.event.code_viewer.property("enlarged")
        double_click(shown, "close")
        assert not shown.shell.pages.event.code_viewer.property("enlarged")


def double_click(shown: KioskWindow, name: str) -> None:
    """Tap the place of an item twice at once."""
    wait_until_ready(shown)
    wait_until(lambda: not is_dead(shown, centre(find(shown, name))))
    point = centre(find(shown, name))
    for _ in range(2):
        click(shown, point)
