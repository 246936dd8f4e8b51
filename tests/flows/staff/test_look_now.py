"""The network folder on the page Programmes: when it was looked at, what came of it, 'Look now'."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.base.clock import BUILD_DATE
from kiosk.library.install import install
from kiosk.viewmodels.background import child_process, share_poller
from kiosk.viewmodels.background.share_poller import SharePoller
from tests.faulty_share import FaultyShare
from tests.librarian import Librarian, librarian
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import LOCAL
from tests.screen_kit import run_cli, texts, wait_until

HOUR = 60 * 60 * 1000


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher(LOCAL, BUILD_DATE))
    install(kit.folder, kit.pack(1), reserve=0)
    run_cli("pin", "new", "--library", kit.folder)
    return kit


@pytest.fixture
def share(tmp_path: Path) -> Iterator[FaultyShare]:
    with FaultyShare(tmp_path / "net") as share:
        yield share


@pytest.fixture
def staff(kit: LibraryKit, share: FaultyShare, tmp_path: Path) -> Iterator[Librarian]:
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'language = "en"\nshare = "{share.folder}"\nshare_install = "ask"\n', "utf-8")
    with librarian(kit.folder, at=None, settings=settings) as staff:
        staff.open("packs")
        wait_until(lambda: not poller(staff).is_polling)
        yield staff


def poller(staff: Librarian) -> SharePoller:
    assert staff.background.share
    return staff.background.share


def look(staff: Librarian) -> None:
    staff.tap("look-now")
    wait_until(lambda: not poller(staff).is_polling)


def has_text(staff: Librarian, part: str) -> bool:
    return any(part in text for text in texts(staff.shown))


def test_k08_staff_look_at_the_share_now(staff: Librarian, kit: LibraryKit, share: FaultyShare) -> None:
    """Nothing there, something there, not reachable; each with the time of the look."""
    assert has_text(staff, "Network folder “share”, last looked at: ")
    assert has_text(staff, "There was nothing newer.")
    share.set_mode("EIO")
    look(staff)
    assert has_text(staff, "cannot be read just now")
    poller(staff).failures = 9  # as after hours without a network
    poller(staff)._schedule()
    assert poller(staff)._poll_timer.remainingTime() > HOUR / 2
    share.set_mode("sound")
    kit.pack(2).rename(share.source / "2.kpack")
    look(staff)
    staff.wait_for("preview")
    assert has_text(staff, "A newer programme is there.")
    staff.tap("install")
    staff.wait_for_outcome()
    assert staff.shown_versions == [("local", 2)]


def test_k08_a_share_that_hangs_is_told(
    staff: Librarian, share: FaultyShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_process, "CANCEL_DELAY", 300)
    share.set_mode("hang-readdir")
    staff.tap("look-now")
    assert has_text(staff, "Looking at the network folder “share”…")
    assert not staff.packs.share.property("canLook")
    poller(staff)._silence_timer.start(500)
    wait_until(lambda: poller(staff).look is share_poller.Look.SILENT or not poller(staff).is_polling)
    assert has_text(staff, "It did not answer.") or has_text(staff, "has not come back yet")
    share.set_mode("sound")
    poller(staff)._silence_timer.setInterval(share_poller.SILENCE_LIMIT)
    wait_until(lambda: not poller(staff).is_polling)
    look(staff)
    assert has_text(staff, "There was nothing newer.")


def test_k08_a_look_that_is_stopped_says_so(staff: Librarian, share: FaultyShare) -> None:
    """A pack from a stick is installed first."""
    share.set_mode("hang-readdir")
    staff.tap("look-now")
    poller(staff).cancel()
    share.set_mode("sound")
    wait_until(lambda: not poller(staff).is_polling)
    assert has_text(staff, "It was stopped")


def test_k08_a_pack_that_cannot_be_installed_is_told(
    staff: Librarian, kit: LibraryKit, share: FaultyShare
) -> None:
    kit.publisher.change_manifest(corners=("elsewhere",))
    kit.pack(2).rename(share.source / "2.kpack")
    look(staff)
    assert not has_text(staff, "There was nothing newer.")
    assert has_text(staff, "This pack is meant for other reading rooms (elsewhere).")
