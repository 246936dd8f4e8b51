"""Many packs on a stick: the one to install first is shown alone, the others are behind a button."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.base.clock import BUILD_DATE
from kiosk.library.install import install
from kiosk.library.trust.trusted_roots import add_root
from tests.flows.arrivals.kiosk import NEIGHBOUR
from tests.librarian import Librarian, librarian
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import LOCAL
from tests.screen_kit import find, items, run_cli, texts


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher(LOCAL, BUILD_DATE))
    install(kit.folder, kit.pack(1), reserve=0)
    run_cli("pin", "new", "--library", kit.folder)
    return kit


@pytest.fixture
def stick(kit: LibraryKit, tmp_path: Path) -> Path:
    """Numbers 1 to 9 of the mission, and number 40 of a publisher of lower precedence."""
    stick = tmp_path / "STICK"
    stick.mkdir()
    neighbour = LibraryKit(tmp_path / "neighbour", sample_publisher(NEIGHBOUR, BUILD_DATE))
    add_root(kit.folder, neighbour.packs / "root.json")
    neighbour.pack(40).rename(stick / "0.kpack")
    for number in range(1, 10):
        kit.pack(number).rename(stick / f"{number}.kpack")
    return stick


@pytest.fixture
def staff(kit: LibraryKit) -> Iterator[Librarian]:
    with librarian(kit.folder, at=None) as staff:
        yield staff


def test_k10_the_pack_to_install_first_is_alone_with_its_number(staff: Librarian, stick: Path) -> None:
    """It is the newest of the publisher of the highest precedence; 'Install' says its number."""
    staff.open("packs")
    staff.plug_in(stick)
    staff.wait_for("preview")
    assert "Install No. 9" in texts(staff.shown)
    assert "9 other packs" in texts(staff.shown)
    assert [item for item in items(staff.shown) if item.objectName().startswith("offer-")] == []
    place = find(staff.shown, "install").mapToScene(find(staff.shown, "install").boundingRect().center())
    assert 0 < place.y() < staff.shown.view.height()


def test_k10_another_pack_is_chosen_from_the_list(staff: Librarian, stick: Path) -> None:
    staff.open("packs")
    staff.plug_in(stick)
    staff.wait_for("preview")
    staff.tap("other-packs")
    assert staff.packs._state() == "offers"
    assert len([item for item in items(staff.shown) if item.objectName().startswith("offer-")]) == 10
    staff.tap("offer-5")
    staff.wait_for("preview")
    assert "Install No. 5" in texts(staff.shown)
    staff.tap("install")
    staff.wait_for_outcome()
    assert staff.shown_versions == [("local", 5)]
