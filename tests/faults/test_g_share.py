"""Fault catalogue, section G: shares that hang, trickle, lie, fail or vanish."""

import signal

import pytest

from kiosk.delivery.scan import scan_source
from kiosk.library.install import install
from kiosk.sandbox import bubblewrap
from tests.faults.share_trials import ChildProcess, is_unchanged, pull_from
from tests.faulty_share import FaultyShare, wait_until
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit
from tests.packs_builder import refused


@pytest.mark.parametrize("mode", ["hang-readdir", "hang-open", "hang-read"])
def test_g01_a_hanging_share_blocks_only_one_process(kit: LibraryKit, share: FaultyShare, mode: str) -> None:
    share.set_mode(mode)
    with ChildProcess(kit, share) as first:
        assert first.last()["error"]["code"] == "sources.slow"
        first.process.kill()
        assert is_unchanged(kit)
        if mode == "hang-read":  # the system then cannot end it: it is in state D
            assert not first.ended()
            with ChildProcess(kit, share) as second:
                assert second.last()["error"]["code"] == "sources.stuck"
                wait_until(second.ended)
        share.set_mode("sound")
        wait_until(first.ended)
    assert pull_from(kit, share) == [2]


def test_g01_installing_from_a_stick_works_while_the_share_hangs(kit: LibraryKit, share: FaultyShare) -> None:
    share.set_mode("hang-open")
    with ChildProcess(kit, share) as hanging:
        assert (
            install(kit.folder, share.source / "2.kpack", clock=DAY_AFTER_SIGNING, reserve=0).generation == 2
        )
        assert hanging.last()["error"]["code"] == "sources.slow"
        share.set_mode("sound")


def test_g02_a_server_that_pauses_and_continues(kit: LibraryKit, share: FaultyShare) -> None:
    share.signal_server(signal.SIGSTOP)
    with ChildProcess(kit, share) as child:
        assert child.last()["error"]["code"] == "sources.slow"
        share.signal_server(signal.SIGCONT)
    assert is_unchanged(kit)
    assert pull_from(kit, share) == [2]


def test_g03_a_trickling_share_is_given_up(kit: LibraryKit, share: FaultyShare) -> None:
    share.set_mode("trickle")
    with ChildProcess(kit, share) as child:
        assert child.last()["error"]["code"] == "sources.slow"
        wait_until(child.ended)
        assert child.process.returncode == 1
    assert is_unchanged(kit)
    share.set_mode("sound")
    assert pull_from(kit, share) == [2]


@pytest.mark.parametrize(
    ("error", "code"),
    [("EIO", "failing"), ("ESTALE", "silent"), ("ENOTCONN", "silent"), ("EACCES", "forbidden")],
)
def test_g04_an_error_in_the_middle_keeps_the_old_programme(
    kit: LibraryKit, share: FaultyShare, error: str, code: str
) -> None:
    with refused(f"sources.share_{code}"):
        pull_from(kit, share, lambda: share.set_mode(error))
    assert is_unchanged(kit)
    share.set_mode("sound")
    assert pull_from(kit, share) == [2]


def test_g04_a_lost_network_keeps_the_old_programme(kit: LibraryKit, share: FaultyShare) -> None:
    with refused("sources.share_silent"):
        pull_from(kit, share, share.kill_server)
    assert is_unchanged(kit)
    with refused("sources.share_silent"):
        pull_from(kit, share)


@pytest.mark.parametrize("mode", ["zeros", "half"])
def test_g06_a_pack_that_changes_while_it_is_read_is_not_installed_yet(
    kit: LibraryKit, share: FaultyShare, mode: str
) -> None:
    with refused("sources.share_unfinished", name="2.kpack"):
        pull_from(kit, share, lambda: share.set_mode(mode))
    assert is_unchanged(kit)
    share.set_mode("sound")
    assert pull_from(kit, share) == [2]


def test_g06_a_pack_that_keeps_changing_is_never_installed(kit: LibraryKit, share: FaultyShare) -> None:
    share.set_mode("lie")
    with refused("sources.share_unfinished"):
        pull_from(kit, share)
    assert is_unchanged(kit)


def test_g06_an_unfinished_copy_on_the_share_is_not_installed_yet(
    kit: LibraryKit, share: FaultyShare
) -> None:
    share.set_mode("half")
    assert pull_from(kit, share) == []
    (offer,) = scan_source(kit.folder, share.folder, share=True, clock=DAY_AFTER_SIGNING).packs
    assert offer.error
    assert offer.error.code == "sources.share_unfinished"
    share.set_mode("sound")
    assert pull_from(kit, share) == [2]


@pytest.mark.skipif(not bubblewrap.is_available(), reason="bubblewrap is not installed, or may not work here")
def test_g04_errors_are_the_same_inside_the_sandbox(kit: LibraryKit, share: FaultyShare) -> None:
    with ChildProcess(kit, share, confined=True) as child:
        assert child.last()["done"]["installed"][0]["pack"]["version"] == 2
    share.kill_server()
    with ChildProcess(kit, share, confined=True) as child:
        assert child.last()["error"]["code"] == "sources.share_silent"
