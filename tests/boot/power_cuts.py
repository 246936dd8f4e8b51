"""Cuts the power of the computer during installations: its disk has the old programme or the new one."""

import json
import random
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.programme.shown_programme import open_library
from tests.boot.librarian import bring_in
from tests.boot.rig import Rig
from tests.boot.stick_image import run
from tests.screen_kit import run_cli

READY = "ready"
PACK = "/var/tmp/next.kpack"
VAR = "var"
"""The name of the partition with the library."""
LAST = 12.0
"""Seconds after which an installation has ended, under emulation."""


def power_cuts(rig: Rig) -> str:
    """From a snapshot with the attract loop, `rig.cuts` times; the disk is judged on this machine."""
    old = rig.version()
    bring_in(rig, rig.packs[-1], PACK)
    rig.machine.monitor(f"savevm {READY}")
    chance, found = random.Random(rig.seed), Counter[str]()
    for number in range(rig.cuts):
        if number:
            rig.machine.switch_on("-loadvm", READY)
        rig.machine.shell.start(f"kiosk install {PACK}")
        time.sleep(chance.uniform(0, LAST))
        rig.machine.cut_power()
        found[_judge(rig, old)] += 1
    rig.machine.switch_on("-loadvm", READY)
    return f"{rig.cuts} cuts, seed {rig.seed}: {dict(found)}"


def cold_starts(rig: Rig) -> str:
    """The same, `rig.starts` times, and the computer starts by itself from the disk that is left."""
    old, seconds = rig.version(), []
    chance = random.Random(rig.seed)
    for _ in range(rig.starts):
        rig.machine.shell.start(f"kiosk install {PACK}")
        time.sleep(chance.uniform(0, LAST))
        rig.machine.cut_power()
        began = time.monotonic()
        rig.machine.switch_on()
        rig.machine.shell.wait_for_prompt()
        rig.machine.shell.run("systemctl start corner-kiosk", 300)
        seconds.append(time.monotonic() - began)
        version = rig.version()
        assert version in (old, len(rig.packs)), version
        if version != old:
            rig.machine.shell.run("kiosk rollback", 200)
    return f"{rig.starts} starts after a cut, {max(seconds):.0f} s at most"


def _judge(rig: Rig, old: int) -> str:
    """Which programme the disk has; then the installation has to work on it."""
    with _mounted_var(rig) as folder:
        library = folder / "lib/corner-kiosk"
        version = open_library(library).packs[0].version
        assert version in (old, len(rig.packs)), f"version {version}"
        run_cli("install", rig.packs[-1], "--library", library)
        assert open_library(library).packs[0].version == len(rig.packs)
    return "old" if version == old else "new"


@contextmanager
def _mounted_var(rig: Rig) -> Iterator[Path]:
    """A copy of the partition with the library, as the cut has left it, mounted."""
    table = json.loads(
        subprocess.run(
            ["sfdisk", "--json", rig.folder / "corner-kiosk.img"], capture_output=True, check=True
        ).stdout
    )
    part = next(part for part in table["partitiontable"]["partitions"] if part.get("name") == VAR)
    copy, folder = rig.folder / "cut.ext4", rig.folder / "cut"
    options = f"driver=raw,offset={part['start'] * 512},size={part['size'] * 512}"
    options += f",file.driver=qcow2,file.file.filename={rig.machine.disk}"
    run("qemu-img", "convert", "-O", "raw", "--image-opts", options, copy)
    folder.mkdir(exist_ok=True)
    run("mount", "-o", "loop,nosuid,nodev", copy, folder)
    try:
        yield folder
    finally:
        run("umount", folder)
