"""The network share: what is new comes by itself, and whatever it does nobody at the screen sees."""

import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.app.window import KioskWindow
from kiosk.library.crash_guard import CrashGuard
from kiosk.viewmodels.background import child_process, share_poller
from kiosk.viewmodels.background.services import BackgroundServices
from tests.faulty_share import FaultyShare
from tests.frames import record_frames
from tests.samba import Samba
from tests.screen_kit import april, copy_library, demo, qapp, wait_until, window

__all__ = ["april", "demo", "qapp"]

LATE = 100.0
"""Milliseconds after which a frame counts as late."""
FAULTS = ("hang-open", "hang-read", "hang-readdir", "trickle", "lie", "zeros", "half", "EIO", "ENOTCONN")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes minutes at a Corner takes parts of a second here."""
    monkeypatch.setattr(share_poller, "POLL_INTERVAL", 300)
    monkeypatch.setattr(share_poller, "MAX_INTERVAL", 300)
    monkeypatch.setattr(share_poller, "SILENCE_LIMIT", 1500)
    monkeypatch.setattr(child_process, "KILL_DELAY", 300)


@contextmanager
def kiosk(library: Path, settings: Path) -> Iterator[tuple[KioskWindow, BackgroundServices]]:
    """A window on that library with those settings, and what goes on behind it."""
    with window(library, settings=settings) as shown:
        shown.start_background(CrashGuard(library))
        assert shown.background
        yield shown, shown.background


def settings(folder: Path, place: Path, install: str = "automatic") -> Path:
    file = folder / "kiosk.toml"
    file.write_text(f'language = "en"\nshare = "{place}"\nshare_install = "{install}"\n', "utf-8")
    return file


def version(shown: KioskWindow) -> int:
    programme = shown.shell.session.programme
    return programme.packs[0].version if programme else 0


def test_a_newer_pack_comes_by_itself(demo: Path, tmp_path: Path) -> None:
    library = copy_library(demo, tmp_path / "library")
    with (
        FaultyShare(tmp_path / "net") as place,
        kiosk(library, settings(tmp_path, place.folder)) as (shown, background),
    ):
        wait_until(lambda: background.share and background.share.last_reply)
        assert version(shown) == 1
        shutil.copy(demo.parent / "april-update.kpack", place.source)
        wait_until(lambda: version(shown) == 2, lambda: background.share and background.share.last_reply)
        assert shown.shell.page == "attract"


def test_staff_are_asked_where_they_want_to_be(demo: Path, tmp_path: Path) -> None:
    library = copy_library(demo, tmp_path / "library")
    with FaultyShare(tmp_path / "net") as place:
        shutil.copy(demo.parent / "april-update.kpack", place.source)
        with kiosk(library, settings(tmp_path, place.folder, "ask")) as (shown, background):
            wait_until(
                lambda: shown.shell.packAvailable, lambda: background.share and background.share.last_reply
            )
            assert version(shown) == 1
            source = background.choose_source()
            assert source and (source.kind, source.best) == ("share", 0)
            background.install(source, Path(source.packs[0]["file"]))
            wait_until(lambda: version(shown) == 2, lambda: background.job.result)
            wait_until(lambda: not shown.shell.packAvailable)


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_share_does_no_frame_is_late(demo: Path, tmp_path: Path, fault: str) -> None:
    """Two tries fail, or hang and are given up; then the share is well, and the pack comes."""
    library = copy_library(demo, tmp_path / "library")
    with FaultyShare(tmp_path / "net") as place:
        shutil.copy(demo.parent / "april-update.kpack", place.source)
        place.set_mode(fault)
        with kiosk(library, settings(tmp_path, place.folder)) as (shown, background):
            poller = background.share
            assert poller
            ended: list[object] = []
            poller.changed.connect(lambda: ended.append(poller.last_reply))
            with record_frames(shown) as frames:
                wait_until(lambda: len(ended) >= 2)
            assert version(shown) == 1
            assert len(background.findChildren(child_process.ChildProcess)) <= 2
            assert frames.percentile_gap_running(99) < LATE
            place.set_mode("sound")
            wait_until(lambda: version(shown) == 2, lambda: ended[-3:])


def test_from_a_real_samba_server_and_the_mission_reads_the_receipt(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_poller, "SILENCE_LIMIT", 6000)
    library = copy_library(demo, tmp_path / "library")
    with Samba(tmp_path / "net") as server:
        (server.source / "receipts").mkdir()
        with kiosk(library, settings(tmp_path, server.folder)) as (shown, background):
            poller = background.share
            assert poller
            wait_until(lambda: poller.last_reply)
            with record_frames(shown) as frames:
                shutil.copy(demo.parent / "april-update.kpack", server.source)
                wait_until(lambda: version(shown) == 2, lambda: poller.last_reply)
                wait_until(lambda: not poller.is_polling)
                server.signal(signal.SIGSTOP)
                ended: list[object] = []
                poller.changed.connect(lambda: ended.append(poller.last_reply))
                wait_until(lambda: ended)
                server.signal(signal.SIGCONT)
            assert frames.percentile_gap_running(99) < LATE
            wait_until(lambda: poller.last_reply and "done" in poller.last_reply, lambda: poller.last_reply)
        capsys.readouterr()
        assert main(["receipts", "read", str(server.source)]) == 0
        assert "25 Years Together" in capsys.readouterr().out
