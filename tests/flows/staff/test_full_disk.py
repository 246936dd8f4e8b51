"""A full stick and a full disk: each action of staff says so, and changes nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.viewmodels.staff.flyers.page import FlyersPage
from kiosk.viewmodels.staff.health.page import HealthPage
from kiosk.viewmodels.staff.month.page import MonthPage
from kiosk.viewmodels.staff.packs.page import PacksPage
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.visits.page import VisitsPage
from tests.cups import CupsServer, cups, needs_cups
from tests.mounts import fill, mounted_tmpfs
from tests.rights_kit import GREEDY, TwoPublishers
from tests.screen_kit import application, run_cli, settle, tap, texts, wait_until
from tests.staff_page import staff_page
from tests.stick import Stick

__all__ = ["cups"]
pytestmark = pytest.mark.xdist_group("screen")


def has_text(shown: object, part: str) -> bool:
    return any(part in text for text in texts(shown))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "page_type", "button"),
    [
        ("flyers", FlyersPage, "save"),
        ("health", HealthPage, "health-save"),
        ("health", HealthPage, "health-bundle"),
        ("visits", VisitsPage, "save-xlsx"),
        ("month", MonthPage, "save-xlsx"),
    ],
)
@pytest.mark.parametrize("options", ["nosuid,nodev,noexec", "nosuid,nodev,noexec,ro"])
def test_k03_nothing_is_saved_on_a_stick_that_is_full_or_locked(
    library: Path, name: str, page_type: type[StaffPage], button: str, options: str
) -> None:
    locked = options.endswith(",ro")
    with (
        Stick(library.parent, "STICK") as stick,
        staff_page(library, name, page_type) as (shown, page),
    ):
        stick.plug_in(options)
        if not locked:
            fill(stick.path)
        wait_until(lambda: page.canSave)  # type: ignore[attr-defined]
        settle()
        before = sorted(stick.path.iterdir())
        tap(shown, button)
        why = "is write-protected, so nothing was saved" if locked else "There is too little room in"
        wait_until(lambda: has_text(shown, why), lambda: texts(shown)[10:])
        assert sorted(stick.path.iterdir()) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 MB."""
    application()
    with mounted_tmpfs(tmp_path / "disk", "size=300m") as disk:
        yield disk


@needs_cups
def test_k03_on_a_full_disk_no_flyer_is_drawn_or_printed(
    demo: Path, small_disk: Path, cups: CupsServer
) -> None:
    printed = cups.add_scripted_printer("Office", "")
    library = small_disk / "library"
    shutil.copytree(demo, library, symlinks=True)
    run_cli("pin", "new", "--library", library)
    with staff_page(library, "flyers", FlyersPage, printer="Office") as (shown, flyers):
        wait_until(lambda: flyers.canPrint)
        settle()
        filler = fill(small_disk)
        tap(shown, "print")
        wait_until(lambda: not flyers.flyer_job.is_running)
        assert flyers.flyer_job.hasFailed
        assert not list(printed.glob("*.pdf"))
        flyers.choose("subject", "all")
        wait_until(lambda: flyers._preview_reply and not flyers.isDrawing)
        assert flyers.problem and not flyers.canPrint
        filler.unlink()
        flyers.choose("subject", "theme")
        wait_until(lambda: flyers.canPrint, lambda: flyers.problem)


def test_k03_on_a_full_disk_no_right_is_given(small_disk: Path) -> None:
    two = TwoPublishers(small_disk)
    run_cli("pin", "new", "--library", two.library)
    run_cli("keys", "set-rights", two.folder / "a-corner", *GREEDY)
    with Stick(two.folder, "CORNER", [two.build("a-corner", 1)], size=4 << 20) as stick:
        stick.plug_in()
        with staff_page(two.library, "packs", PacksPage) as (shown, page):
            wait_until(lambda: has_text(shown, "“A Corner” asks for more"), lambda: texts(shown))
            filler = fill(small_disk)
            settle()
            tap(shown, "rights-allow")
            wait_until(lambda: page.request.note.startswith("The disk is full"), lambda: page.request.note)
            filler.unlink()
            settle()
            tap(shown, "rights-allow")
            wait_until(lambda: not page.request.isShown, lambda: texts(shown))
