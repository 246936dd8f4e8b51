"""The numbers behind the scenes: deciding about a pack, and taking it in."""

import hashlib
import io
import os
import random
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median

from PIL import Image

from kiosk.authoring.building.sign_pack import sign_pack
from kiosk.base import limits
from kiosk.packs import zip_layout
from kiosk.packs.pack_file import Pack
from kiosk.packs.verification import verify_pack
from tests.bench.demo import Demo, command
from tests.bench.programs import KIOSK
from tests.bench.results import Result
from tests.films import padded

DECISIONS = 15
INSTALLATIONS = 6
VIDEO = 16 * limits.MIB
CHUNK = limits.MIB
SEED = 25
LOOK = 0.005
"""Seconds between two looks at the memory of a command."""


def decide_newer(demo: Demo, folder: Path) -> Result:
    """Milliseconds to know that a pack of 50 MB is newer and genuine, beside hashing the file once."""
    first = _pack(demo, folder, 1, videos=0, photographs=0)
    second = _pack(demo, folder, 2, videos=3, photographs=0)
    root, state = demo.root.read_bytes(), folder / "state"
    _decide(first, root, state)
    ours, peer = [], []
    for turn in range(DECISIONS):
        fresh = folder / f"state-{turn}"
        shutil.copytree(state, fresh)
        ours.append(_seconds(partial(_decide, second, root, fresh)))
        peer.append(_seconds(partial(_hash, second)))
    return Result("decide_newer", median(ours) * 1e3, median(peer) * 1e3, "sha256 of the file", "ms")


def install(demo: Demo, folder: Path) -> list[Result]:
    """Seconds that `kiosk install` takes for 480 MiB, from start to end, beside copying, hashing and syncing.

    The least of each: on a virtual machine whoever is given memory that the host has to find first takes
    half a second to one more, and that falls now on one, now on the other. Then the memory it takes, in MiB,
    beside that of the least a kiosk command does.
    """
    pack = _pack(demo, folder, 1, videos=29, photographs=24)
    ours, peer, memory = [], [], []
    for turn in range(INSTALLATIONS):
        library, copy = folder / f"library-{turn}", folder / "copy"
        command("trust", "add", demo.root, "--library", library)
        turns = [
            (ours, partial(_install, pack, library, memory)),
            (peer, partial(_copy, pack, copy)),
        ]
        for seconds, act in turns if turn % 2 else reversed(turns):
            seconds.append(_seconds(act))
        shutil.rmtree(library)
        copy.unlink()
    least = _memory("status", "--library", folder / "none")
    return [
        Result("install", min(ours), min(peer), "copy + sha256 + fsync", "s"),
        Result("install_memory", max(memory), least, "kiosk status", "MiB"),
    ]


def _install(pack: Path, library: Path, memory: list[float]) -> None:
    memory.append(_memory("install", pack, "--library", library))


def _memory(*words: str | Path) -> float:
    """The most memory a command of the kiosk had resident, in MiB, as the kernel keeps it while it runs."""
    process, most = subprocess.Popen([KIOSK, *words], stdout=subprocess.DEVNULL), 0
    while process.poll() is None:
        with suppress(OSError):
            status = Path(f"/proc/{process.pid}/status").read_text()
            if found := re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE):
                most = int(found[1])
        time.sleep(LOOK)
    assert process.returncode == 0, words
    return most / 1024


def _pack(demo: Demo, folder: Path, version: int, videos: int, photographs: int) -> Path:
    """The demo programme as pack number `version`, with videos of 16 MiB and photographs."""
    chance, files = random.Random(SEED), {zip_layout.DATABASE: demo.database}
    media = folder / f"media-{version}"
    media.mkdir()
    for number in range(videos):
        file = files[f"media/video-{number}.mp4"] = media / f"{number}.mp4"
        padded(file, VIDEO, seed=number)
    for number in range(photographs):
        file = files[f"media/photograph-{number}.jpg"] = media / f"{number}.jpg"
        file.write_bytes(_photograph(chance))
    made = folder / f"{version}.kpack"
    with Pack(demo.pack) as pack:
        listed = pack.unverified_contents()
        for target in listed.targets:
            if target.name != zip_layout.DATABASE:
                files[target.name] = pack.copy_target(target, folder / f"demo-{version}")
        sign_pack(files, listed.manifest, demo.keys, version, made)
    return made


def _photograph(chance: random.Random) -> bytes:
    """A JPEG of 1920x1080 with the detail of a photograph: soft shapes and a little grain."""
    soft = Image.frombytes("RGB", (96, 54), chance.randbytes(96 * 54 * 3)).resize(
        (1920, 1080), Image.Resampling.BICUBIC
    )
    grain = Image.frombytes("RGB", (960, 540), chance.randbytes(960 * 540 * 3)).resize((1920, 1080))
    file = io.BytesIO()
    Image.blend(soft, grain, 0.08).save(file, "JPEG", quality=85)
    return file.getvalue()


def _decide(file: Path, root: bytes, state: Path) -> None:
    with Pack(file) as pack:
        verify_pack(pack, root, state, int(time.time()))


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _copy(file: Path, copy: Path) -> str:
    """Copy in one pass with its hash, and make the copy durable."""
    found = hashlib.sha256()
    with file.open("rb") as source, copy.open("xb") as target:
        while piece := source.read(CHUNK):
            found.update(piece)
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    return found.hexdigest()


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
