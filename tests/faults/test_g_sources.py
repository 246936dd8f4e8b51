"""Fault catalogue, section G: sticks and shares that hang, lie, end too soon or are not what they seem."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.clock import BUILD_DATE
from kiosk.confine import INSIDE, bubble
from kiosk.errors import KioskError
from kiosk.library.install import install
from kiosk.library.look import look
from kiosk.library.progress import Progress
from kiosk.library.pull import pull
from kiosk.library.showing import open_library
from kiosk.sources.mounts import FILE_SYSTEMS
from kiosk.store import lock
from tests.faults.trials import require_strace
from tests.faulty_share import FaultyShare, until
from tests.library_kit import CLOCK, Kit, publishing
from tests.packs_builder import refused

IMPATIENT = """
import sys
from functools import partial
from kiosk.library import incoming
incoming.Deadline = partial(incoming.Deadline, seconds=1)
from kiosk.__main__ import main
sys.exit(main())
"""
"""`kiosk`, which gives a share up after one second."""
NOISE = os.urandom(700_000)


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    """A library that shows pack 1."""
    kit = Kit(tmp_path, publishing(at=BUILD_DATE))
    kit.install(1)
    return kit


@pytest.fixture
def share(tmp_path: Path, kit: Kit) -> Iterator[FaultyShare]:
    """A share with pack 2, of more than one piece."""
    with FaultyShare(tmp_path / "mission") as share:
        kit.pack(2)
        kit.shop.files["media/long.mp4"] = b"\0\0\0\x18ftypmp42" + NOISE
        kit.shop.pack(share.source / "2.kpack")
        yield share


def old(kit: Kit) -> bool:
    """Whether the library is as it was, and nothing lies about."""
    library = {file.name for file in kit.folder.iterdir()} - {"incoming"}
    incoming = kit.folder / "incoming"
    return (
        [pack.version for pack in open_library(kit.folder).packs] == [1]
        and library == {"gen", "lock.db", "state.db", "trust"}
        and len(list((kit.folder / "gen").iterdir())) == 1
        and (not incoming.exists() or {file.name for file in incoming.iterdir()} <= {lock.NAME})
    )


def pulled(kit: Kit, share: FaultyShare, fault: Callable[[], None] = lambda: None) -> list[int]:
    """The versions installed from the share; `fault` happens when copying has begun."""

    def hear(progress: Progress) -> None:
        if progress.step == "fetch" and progress.done:
            fault()

    def expired(error: KioskError) -> None:
        raise AssertionError(error)

    done = pull(kit.folder, share.folder, expired, clock=CLOCK, report=hear, reserve=0)
    return [one.pack.version for one in done.installed]


class Child:
    """A `kiosk pull --progress` that gives up after a second."""

    def __init__(self, kit: Kit, share: FaultyShare) -> None:
        settings = kit.packs / "kiosk.toml"
        settings.write_text(f"share = '{share.folder}'\n")
        command = [sys.executable, "-c", IMPATIENT, "pull", "--progress"]
        self.process = subprocess.Popen(
            [*command, "--library", kit.folder, "--settings", settings],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {INSIDE: "1"},
        )

    def last(self) -> dict[str, Any]:
        """Its last line, which it may live to see or not."""
        assert self.process.stdout
        lines = map(json.loads, self.process.stdout)
        return next(line for line in lines if "progress" not in line)

    def ended(self) -> bool:
        return self.process.poll() is not None

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.mark.parametrize("mode", ["hang-readdir", "hang-open", "hang-read"])
def test_g01_a_share_that_hangs_holds_one_process_and_no_more(
    kit: Kit, share: FaultyShare, mode: str
) -> None:
    share.behave(mode)
    with Child(kit, share) as first:
        assert first.last()["error"]["code"] == "sources.slow"
        first.process.kill()
        assert old(kit)
        if mode == "hang-read":  # the system then cannot end it: it is in state D
            assert not first.ended()
            with Child(kit, share) as second:
                assert second.last()["error"]["code"] == "sources.stuck"
                until(second.ended)
        share.behave("sound")
        until(first.ended)
    assert pulled(kit, share) == [2]


def test_g01_to_install_from_a_stick_needs_no_share(kit: Kit, share: FaultyShare) -> None:
    share.behave("hang-open")
    with Child(kit, share) as hanging:
        assert install(kit.folder, share.source / "2.kpack", clock=CLOCK, reserve=0).generation == 2
        assert hanging.last()["error"]["code"] == "sources.slow"
        share.behave("sound")


def test_g02_a_server_that_stands_still_and_goes_on(kit: Kit, share: FaultyShare) -> None:
    share.signal(signal.SIGSTOP)
    with Child(kit, share) as child:
        assert child.last()["error"]["code"] == "sources.slow"
        share.signal(signal.SIGCONT)
    assert old(kit)
    assert pulled(kit, share) == [2]


def test_g03_a_trickle_counts_as_nothing(kit: Kit, share: FaultyShare) -> None:
    share.behave("trickle")
    with Child(kit, share) as child:
        assert child.last()["error"]["code"] == "sources.slow"
        until(child.ended)
        assert child.process.returncode == 1
    assert old(kit)
    share.behave("sound")
    assert pulled(kit, share) == [2]


@pytest.mark.parametrize(
    ("error", "code"),
    [("EIO", "failing"), ("ESTALE", "silent"), ("ENOTCONN", "silent"), ("EACCES", "forbidden")],
)
def test_g04_an_error_in_the_middle_leaves_the_old(
    kit: Kit, share: FaultyShare, error: str, code: str
) -> None:
    with refused(f"sources.share_{code}"):
        pulled(kit, share, lambda: share.behave(error))
    assert old(kit)
    share.behave("sound")
    assert pulled(kit, share) == [2]


def test_g04_the_network_is_gone(kit: Kit, share: FaultyShare) -> None:
    with refused("sources.share_silent"):
        pulled(kit, share, share.die)
    assert old(kit)
    with refused("sources.share_silent"):
        pulled(kit, share)


@pytest.mark.parametrize("mode", ["zeros", "half"])
def test_g06_a_pack_that_changes_while_it_is_read_is_left_for_later(
    kit: Kit, share: FaultyShare, mode: str
) -> None:
    with refused("sources.share_unfinished", name="2.kpack"):
        pulled(kit, share, lambda: share.behave(mode))
    assert old(kit)
    share.behave("sound")
    assert pulled(kit, share) == [2]


def test_g06_what_is_something_else_each_time_is_never_installed(kit: Kit, share: FaultyShare) -> None:
    share.behave("lie")
    with refused("sources.share_unfinished"):
        pulled(kit, share)
    assert old(kit)


def test_g06_a_pack_that_is_still_copied_there_is_left_for_later(kit: Kit, share: FaultyShare) -> None:
    share.behave("half")
    assert pulled(kit, share) == []
    (offer,) = look(kit.folder, share.folder, share=True, clock=CLOCK).offers
    assert offer.error
    assert offer.error.code == "sources.share_unfinished"
    share.behave("sound")
    assert pulled(kit, share) == [2]


def test_g08_of_two_packs_on_a_stick_both_are_listed_and_the_newest_sound_one_is_offered(kit: Kit) -> None:
    stick = kit.packs / "stick"
    stick.mkdir()
    for version in (2, 3, 4):
        kit.pack(version).replace(stick / f"{version}.kpack")
    os.truncate(stick / "4.kpack", 5000)
    found = look(kit.folder, stick, clock=CLOCK)
    assert [(offer.file.name, str(offer.standing)) for offer in found.offers] == [
        ("2.kpack", "newer"),
        ("3.kpack", "newer"),
        ("4.kpack", "refused"),
    ]
    assert found.best == 1


@pytest.mark.parametrize("error", ["EIO", "ENODEV", "ENXIO"])
def test_g10_a_stick_pulled_out_half_way_leaves_the_old(kit: Kit, share: FaultyShare, error: str) -> None:
    def pull_out(progress: Progress) -> None:
        if progress.step == "copy" and progress.done:
            share.behave(error)

    with refused("packs.unreadable"):
        install(kit.folder, share.folder / "2.kpack", clock=CLOCK, report=pull_out, reserve=0)
    assert old(kit)
    with refused("sources.stick_gone", "sources.stick_failing"):
        look(kit.folder, share.folder, clock=CLOCK)
    share.behave("sound")
    assert install(kit.folder, share.folder / "2.kpack", clock=CLOCK, reserve=0).generation == 2


def test_g11_a_stick_that_holds_less_than_it_says_is_refused(kit: Kit, share: FaultyShare) -> None:
    share.behave("zeros")
    with refused("packs.changed"):
        install(kit.folder, share.folder / "2.kpack", clock=CLOCK, reserve=0)
    assert old(kit)


def test_g11_a_stick_without_the_end_of_a_pack_has_an_unfinished_copy(kit: Kit) -> None:
    pack = kit.pack(2)
    size = pack.stat().st_size
    os.truncate(pack, size // 2)
    os.truncate(pack, size)
    with refused("packs.unfinished"):
        install(kit.folder, pack, clock=CLOCK, reserve=0)
    assert old(kit)


SCRIPT = 'mount --bind "$1" "$1" && mount -o "remount,bind,$2" "$1" && shift 2 && exec "$@"'


@pytest.mark.parametrize(
    ("options", "error"),
    [("nosuid,nodev,ro", ""), ("nosuid", "sources.unsafe"), ("nodev", "sources.unsafe")],
)
def test_g12_a_stick_that_is_not_mounted_safely_is_not_read(kit: Kit, options: str, error: str) -> None:
    stick = kit.packs / "sticks/KINGSTON"
    stick.mkdir(parents=True)
    kit.pack(2).replace(stick / "2.kpack")
    kind = subprocess.run(["stat", "-f", "-c", "%T", stick], capture_output=True, text=True).stdout
    if not any(known[:3] in kind for known in FILE_SYSTEMS):
        pytest.skip(f"tests run on a file system no stick has: {kind}")
    settings = kit.packs / "kiosk.toml"
    settings.write_text(f"sticks = ['{stick.parent}']\n")
    kiosk = [sys.executable, "-m", "kiosk", "look", stick, "--json"]
    kiosk += ["--library", kit.folder, "--settings", settings]
    inside = ["unshare", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh", stick, options, *kiosk]
    done = subprocess.run(inside, capture_output=True, text=True)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"no mounts of one's own here: {done.stderr}")
    told = json.loads(done.stdout)
    assert told.get("error", {}).get("code", "") == error
    assert error or told["best"] == 0


OPENED = re.compile(r'(?:openat\(\S+ |open\()"(?P<path>(?:[^"\\]|\\.)*)".*= \d')


@pytest.mark.parametrize("confined", [False, True])
def test_g16_nothing_but_packs_is_ever_opened(kit: Kit, confined: bool) -> None:
    require_strace()
    if confined and not bubble.works():
        pytest.skip("bubblewrap is not installed, or may not work here")
    stick = kit.packs / "stick"
    for name in ("autorun.inf", "start.desktop", "photo.lnk", "kiosk/README", "photos/a.kpack", "._2.kpack"):
        (stick / name).parent.mkdir(parents=True, exist_ok=True)
        (stick / name).write_bytes(b"PK\x03\x04 harmful")
    kit.pack(2).replace(stick / "kiosk/2.kpack")
    (stick / "link.kpack").symlink_to(stick / "autorun.inf")
    os.mkfifo(stick / "pipe.kpack")
    log = kit.packs / "calls"
    command = ["strace", "-f", "-qq", "-e", "trace=open,openat", "-o", log, sys.executable, "-m", "kiosk"]
    command += ["look", stick, "--progress", "--library", kit.folder]
    inside = {} if confined else {INSIDE: "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | inside)
    assert (done.returncode, json.loads(done.stdout.splitlines()[-1])["done"]["best"]) == (0, 0)
    opened = {match["path"] for match in OPENED.finditer(log.read_text())}
    assert {path for path in opened if path.startswith(str(stick))} == {
        str(stick),
        str(stick / "kiosk"),
        str(stick / "kiosk/2.kpack"),
    }
