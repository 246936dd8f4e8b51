"""After a programme has changed, the page and the rail lead to the flyers on the wall that are wrong now."""

import shutil
from pathlib import Path

import pytest

from kiosk.viewmodels.staff.area import StaffArea
from tests.appearance.rules import find_faults
from tests.cups import CupsServer, cups, needs_cups
from tests.librarian import librarian
from tests.screen_kit import run_cli, settle, texts, wait_until

__all__ = ["cups"]
pytestmark = needs_cups


def print_all(library: Path) -> None:
    """Print every event of the demo programme on small flyers, and hang them on the wall."""
    flyers = library.parent / "flyers.pdf"
    common = ("--library", library, "--at", "2016-04-03T14:20")
    run_cli("flyer", "--all", "-o", flyers, "--print", *common)


@pytest.mark.parametrize("size", ["1280x1024", "1080x1920"])
def test_k07_an_installation_leads_to_the_wrong_flyers(
    library: Path, cups: CupsServer, demo: Path, tmp_path: Path, size: str
) -> None:
    cups.add_scripted_printer("Office", "")
    print_all(library)
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(demo.parent / "april-update.kpack", stick)
    with librarian(library, size) as staff:
        staff.open()
        wait_until(lambda: staff.background.outdated_sheets._child is None)
        assert rail_number(staff.area) == ""
        staff.plug_in(stick)
        staff.wait_for("preview")
        staff.tap("install")
        staff.wait_for_outcome()
        wait_until(lambda: rail_number(staff.area) == "3", lambda: rail_number(staff.area))
        for language in ("kk", "ru", "en"):
            staff.shown.shell.setLanguage(language)
            settle()
            assert not list(find_faults(staff.shown.view.rootObject()))
        assert "3 flyers on the wall are wrong now" in texts(staff.shown)
        staff.tap("wrong-flyers")
        assert staff.area.page == "flyers"
        wait_until(lambda: "3 flyers on the wall are wrong now" in texts(staff.shown))
        staff.tap("renew")
        wait_until(lambda: rail_number(staff.area) == "")
        staff.tap("rail-packs")
        assert "See these flyers" not in texts(staff.shown)


def rail_number(area: StaffArea) -> str:
    (number,) = [row.number for row in area.rail.rows if row.page == "flyers"]
    return number
