"""Fault catalogue, section G: sticks that are pulled out, too small, unsafe, or full of other things."""

import json
import os
import re
import subprocess
import sys

import pytest

from kiosk.base.progress import Progress
from kiosk.delivery.scan import scan_source
from kiosk.library.install import install
from kiosk.sandbox import bubblewrap
from kiosk.sandbox.environment import CONFINED
from kiosk.sources.linux_mounts import FILE_SYSTEMS
from tests.faults.share_trials import is_unchanged
from tests.faults.trials import require_strace
from tests.faulty_share import FaultyShare
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit
from tests.packs_builder import refused


def test_g08_all_packs_on_a_stick_are_listed_and_the_newest_valid_one_is_offered(
    kit: LibraryKit,
) -> None:
    stick = kit.packs / "stick"
    stick.mkdir()
    for version in (2, 3, 4):
        kit.pack(version).replace(stick / f"{version}.kpack")
    os.truncate(stick / "4.kpack", 5000)
    found = scan_source(kit.folder, stick, clock=DAY_AFTER_SIGNING)
    assert [(offer.file.name, str(offer.standing)) for offer in found.packs] == [
        ("2.kpack", "newer"),
        ("3.kpack", "newer"),
        ("4.kpack", "refused"),
    ]
    assert found.best == 1


@pytest.mark.parametrize("error", ["EIO", "ENODEV", "ENXIO"])
def test_g10_a_stick_pulled_out_half_way_keeps_the_old_programme(
    kit: LibraryKit, share: FaultyShare, error: str
) -> None:
    def pull_out(progress: Progress) -> None:
        if progress.step == "copy" and progress.done:
            share.set_mode(error)

    with refused("packs.unreadable"):
        install(kit.folder, share.folder / "2.kpack", clock=DAY_AFTER_SIGNING, report=pull_out, reserve=0)
    assert is_unchanged(kit)
    with refused("sources.stick_gone", "sources.stick_failing"):
        scan_source(kit.folder, share.folder, clock=DAY_AFTER_SIGNING)
    share.set_mode("sound")
    assert install(kit.folder, share.folder / "2.kpack", clock=DAY_AFTER_SIGNING, reserve=0).generation == 2


def test_g11_a_stick_smaller_than_it_claims_is_refused(kit: LibraryKit, share: FaultyShare) -> None:
    share.set_mode("zeros")
    with refused("packs.changed"):
        install(kit.folder, share.folder / "2.kpack", clock=DAY_AFTER_SIGNING, reserve=0)
    assert is_unchanged(kit)


def test_g11_a_pack_cut_off_by_the_stick_is_an_unfinished_copy(kit: LibraryKit) -> None:
    pack = kit.pack(2)
    size = pack.stat().st_size
    os.truncate(pack, size // 2)
    os.truncate(pack, size)
    with refused("packs.unfinished"):
        install(kit.folder, pack, clock=DAY_AFTER_SIGNING, reserve=0)
    assert is_unchanged(kit)


SCRIPT = 'mount --bind "$1" "$1" && mount -o "remount,bind,$2" "$1" && shift 2 && exec "$@"'


@pytest.mark.parametrize(
    ("options", "error"),
    [("nosuid,nodev,ro", ""), ("nosuid", "sources.unsafe"), ("nodev", "sources.unsafe")],
)
def test_g12_an_unsafely_mounted_stick_is_not_read(kit: LibraryKit, options: str, error: str) -> None:
    stick = kit.packs / "sticks/KINGSTON"
    stick.mkdir(parents=True)
    kit.pack(2).replace(stick / "2.kpack")
    kind = subprocess.run(["stat", "-f", "-c", "%T", stick], capture_output=True, text=True).stdout
    if not any(known[:3] in kind for known in FILE_SYSTEMS):
        pytest.skip(f"tests run on a file system no stick has: {kind}")
    settings = kit.packs / "kiosk.toml"
    settings.write_text(f"sticks = ['{stick.parent}']\n")
    kiosk = [sys.executable, "-m", "kiosk", "scan", stick, "--json"]
    kiosk += ["--library", kit.folder, "--settings", settings]
    inside = ["unshare", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh", stick, options, *kiosk]
    done = subprocess.run(inside, capture_output=True, text=True)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"no mounts of one's own here: {done.stderr}")
    output = json.loads(done.stdout)
    assert output.get("error", {}).get("code", "") == error
    assert error or output["best"] == 0


OPENED = re.compile(r'(?:openat\(\S+ |open\()"(?P<path>(?:[^"\\]|\\.)*)".*= \d')


@pytest.mark.parametrize("confined", [False, True])
def test_g16_only_packs_are_opened(kit: LibraryKit, confined: bool) -> None:
    require_strace()
    if confined and not bubblewrap.is_available():
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
    command += ["scan", stick, "--progress", "--library", kit.folder]
    inside = {} if confined else {CONFINED: "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | inside)
    assert (done.returncode, json.loads(done.stdout.splitlines()[-1])["done"]["best"]) == (0, 0)
    opened = {match["path"] for match in OPENED.finditer(log.read_text())}
    assert {path for path in opened if path.startswith(str(stick))} == {
        str(stick),
        str(stick / "kiosk"),
        str(stick / "kiosk/2.kpack"),
        str(stick / "photos"),
    }
