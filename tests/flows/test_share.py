"""Newer packs are pulled from the share, and a share that fails or hangs does not disturb the screen."""

import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.app.window import KioskWindow
from kiosk.viewmodels.background import child_process, share_poller
from kiosk.viewmodels.background.services import BackgroundServices
from tests.faulty_share import FaultyShare
from tests.frames import record_frames
from tests.samba import Samba
from tests.screen_kit import copy_library, wait_until, window

LATE_FRAME = 100.0
"""Milliseconds for which the window may wait for anything but a processor before its next frame."""
FAULTS = ("hang-open", "hang-read", "hang-readdir", "trickle", "lie", "zeros", "half", "EIO", "ENOTCONN")


@pytest.fixture(autouse=True)
def short_intervals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the intervals and limits of minutes to parts of a second."""
    monkeypatch.setattr(share_poller, "POLL_INTERVAL", 300)
    monkeypatch.setattr(share_poller, "MAX_INTERVAL", 300)
    monkeypatch.setattr(share_poller, "SILENCE_LIMIT", 1500)
    monkeypatch.setattr(child_process, "CANCEL_DELAY", 300)


@contextmanager
def open_kiosk(library: Path, settings_file: Path) -> Iterator[tuple[KioskWindow, BackgroundServices]]:
    """Open a window on that library with those settings, and start its background services."""
    with window(library, settings=settings_file) as shown:
        shown.start_background()
        assert shown.background
        yield shown, shown.background


def write_settings(folder: Path, share: Path, install: str = "automatic") -> Path:
    file = folder / "kiosk.toml"
    file.write_text(f'language = "en"\nshare = "{share}"\nshare_install = "{install}"\n', "utf-8")
    return file


def shown_version(shown: KioskWindow) -> int:
    programme = shown.shell.session.programme
    return programme.packs[0].version if programme else 0


def test_a_newer_pack_is_installed_automatically(demo: Path, tmp_path: Path) -> None:
    library = copy_library(demo, tmp_path / "library")
    with (
        FaultyShare(tmp_path / "net") as share,
        open_kiosk(library, write_settings(tmp_path, share.folder)) as (shown, background),
    ):
        wait_until(lambda: background.share and background.share.last_reply)
        assert shown_version(shown) == 1
        shutil.copy(demo.parent / "april-update.kpack", share.source)
        wait_until(
            lambda: shown_version(shown) == 2, lambda: background.share and background.share.last_reply
        )
        assert shown.shell.page == "attract"


def test_with_share_install_ask_staff_install_the_pack(demo: Path, tmp_path: Path) -> None:
    library = copy_library(demo, tmp_path / "library")
    with FaultyShare(tmp_path / "net") as share:
        shutil.copy(demo.parent / "april-update.kpack", share.source)
        with open_kiosk(library, write_settings(tmp_path, share.folder, "ask")) as (shown, background):
            wait_until(
                lambda: shown.shell.packAvailable, lambda: background.share and background.share.last_reply
            )
            assert shown_version(shown) == 1
            source = background.choose_source()
            assert source and (source.kind, source.best) == ("share", 0)
            background.install(source, Path(source.packs[0]["file"]))
            wait_until(lambda: shown_version(shown) == 2, lambda: background.job.result)
            wait_until(lambda: not shown.shell.packAvailable)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_share_delays_no_frame(demo: Path, tmp_path: Path, fault: str) -> None:
    """Two polls fail, or hang and are given up; then the share works, and the pack is installed."""
    library = copy_library(demo, tmp_path / "library")
    with FaultyShare(tmp_path / "net") as share:
        shutil.copy(demo.parent / "april-update.kpack", share.source)
        share.set_mode(fault)
        with open_kiosk(library, write_settings(tmp_path, share.folder)) as (shown, background):
            poller = background.share
            assert poller
            replies: list[object] = []
            poller.changed.connect(lambda: replies.append(poller.last_reply))
            with record_frames(shown) as frames:
                wait_until(lambda: len(replies) >= 2)
            assert shown_version(shown) == 1
            assert len(background.findChildren(child_process.ChildProcess)) <= 2
            assert frames.percentile_gap_blocked(99) < LATE_FRAME
            share.set_mode("sound")
            wait_until(lambda: shown_version(shown) == 2, lambda: replies[-3:])


def test_a_pack_is_pulled_from_samba_and_its_receipt_can_be_read(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_poller, "SILENCE_LIMIT", 6000)
    library = copy_library(demo, tmp_path / "library")
    with Samba(tmp_path / "net") as server:
        (server.source / "receipts").mkdir()
        with open_kiosk(library, write_settings(tmp_path, server.folder)) as (shown, background):
            poller = background.share
            assert poller
            wait_until(lambda: poller.last_reply)
            with record_frames(shown) as frames:
                shutil.copy(demo.parent / "april-update.kpack", server.source)
                wait_until(lambda: shown_version(shown) == 2, lambda: poller.last_reply)
                wait_until(lambda: not poller.is_polling)
                server.signal(signal.SIGSTOP)
                replies: list[object] = []
                poller.changed.connect(lambda: replies.append(poller.last_reply))
                wait_until(lambda: replies)
                server.signal(signal.SIGCONT)
            assert frames.percentile_gap_blocked(99) < LATE_FRAME
            wait_until(lambda: poller.last_reply and "done" in poller.last_reply, lambda: poller.last_reply)
        capsys.readouterr()
        assert main(["receipts", "read", str(server.source)]) == 0
        assert "25 Years Together" in capsys.readouterr().out
