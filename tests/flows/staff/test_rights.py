"""Staff see what a publisher asks for beside what it may do, and allow it or leave it."""

import shutil
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.library.trust.trusted_roots import read_trusted_roots
from kiosk.programme.shown_programme import open_library
from kiosk.viewmodels.staff import area
from kiosk.viewmodels.staff.packs.page import PacksPage
from tests.rights_kit import GREEDY, TwoPublishers
from tests.screen_kit import application, run_cli, tap, texts, wait_until
from tests.source_builder import TALK_TOML
from tests.staff_page import staff_page
from tests.stick import Stick

pytestmark = pytest.mark.xdist_group("screen")
ELSEWHERE = {"events/talk.toml": TALK_TOML.replace("corner-almaty", "almaty")}


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TwoPublishers:
    monkeypatch.setattr(area, "IDLE_LIMIT", 600_000)  # on a busy machine a child takes long
    application()
    two = TwoPublishers(tmp_path)
    run_cli("pin", "new", "--library", two.library)
    run_cli("keys", "set-rights", two.folder / "a-corner", *GREEDY)
    return two


def make_share(two: TwoPublishers) -> tuple[Path, Path]:
    """A share that installs by itself, and the settings file that names it."""
    share, settings = two.folder / "share", two.folder / "kiosk.toml"
    share.mkdir()
    settings.write_text(f'language = "en"\nshare = "{share}"\nshare_install = "automatic"\n', "utf-8")
    return share, settings


def has_text(shown: KioskWindow, part: str) -> bool:
    return any(part in text for text in texts(shown))


def wait_for(shown: KioskWindow, *parts: str) -> None:
    wait_until(lambda: all(has_text(shown, part) for part in parts), lambda: texts(shown))


def shown_publishers(two: TwoPublishers) -> list[str]:
    return [pack.publisher for pack in open_library(two.library).packs]


def requests(two: TwoPublishers) -> list[bool]:
    """Of the Corner and of the mission, whether they ask for more."""
    return [root.request is not None for root in read_trusted_roots(two.library)]


@pytest.mark.parametrize("size", ["1280x1024", "1080x1920"])
def test_j02_staff_allow_what_a_refused_pack_asks_for_and_install_it(two: TwoPublishers, size: str) -> None:
    with Stick(two.folder, "CORNER", [two.build("a-corner", 1, **ELSEWHERE)]) as stick:
        stick.plug_in()
        with staff_page(two.library, "packs", PacksPage, size) as (shown, page):
            wait_for(shown, "“A Corner” asks for more", "Asked for: evil.example, kz.usembassy.gov")
            wait_for(shown, "does not allow “A Corner” the place “almaty”")
            assert has_text(shown, "Today: corner-almaty") and has_text(shown, "Asked for: any")
            assert not page.canInstall
            tap(shown, "rights-allow")
            wait_until(lambda: page.state == "preview", lambda: texts(shown))
            assert not page.request.isShown
            tap(shown, "install")
            wait_until(lambda: shown_publishers(two) == ["a-corner", "mission"], lambda: texts(shown))
    assert requests(two) == [False, False]


def test_j02_staff_leave_a_request_and_install_within_the_rights(two: TwoPublishers) -> None:
    share, settings = make_share(two)
    shutil.copy(two.build("a-corner", 1), share)
    with staff_page(two.library, "packs", PacksPage, settings=settings) as (shown, page):
        wait_for(shown, "“A Corner” asks for more", "Ask the publisher by telephone")
        assert shown_publishers(two) == ["mission"]
        wait_until(lambda: page.state == "preview", lambda: texts(shown))
        tap(shown, "rights-not-now")
        assert not page.request.isShown
        tap(shown, "install")
        wait_until(lambda: shown_publishers(two) == ["mission", "a-corner"], lambda: texts(shown))
    assert open_library(two.library).packs[1].rank == 10


def test_j02_what_waits_on_the_share_is_told_to_staff(two: TwoPublishers) -> None:
    share, settings = make_share(two)
    shutil.copy(two.build("a-corner", 1, **ELSEWHERE), share)
    with staff_page(two.library, "packs", PacksPage, settings=settings) as (shown, page):
        wait_for(shown, "“A Corner” asks for more")
        assert shown.shell.packAvailable
        assert page.background.job.kind is None
    assert shown_publishers(two) == ["mission"]


def test_j02_a_request_that_changed_meanwhile_is_not_allowed(two: TwoPublishers) -> None:
    share, settings = make_share(two)
    run_cli("keys", "set-rights", two.folder / "a-corner", "--rank", 9)
    first = two.build("a-corner", 1)
    run_cli("keys", "set-rights", two.folder / "a-corner", "--rank", 0)
    second = two.build("a-corner", 2)
    shutil.copy(first, share / "corner.kpack")
    with staff_page(two.library, "packs", PacksPage, settings=settings) as (shown, _):
        wait_for(shown, "“A Corner” asks for more", "Install No. 1")
        shutil.copy(second, share / "corner.kpack")
        tap(shown, "rights-allow")
        wait_for(shown, "asks for something else than was shown")
    assert next(root for root in read_trusted_roots(two.library) if root.publisher == "a-corner").rank == 10
