"""Measures the verification and installation of packs."""

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
from tests.bench.demo import Demo, run_kiosk
from tests.bench.programs import KIOSK
from tests.bench.results import Result
from tests.videos import make_padded_video

VERIFICATIONS = 15
INSTALLATIONS = 6
VIDEO_BYTES = 16 * limits.MIB
CHUNK = limits.MIB
SEED = 25
POLL_INTERVAL = 0.005
"""Seconds between two readings of a command's memory."""


def measure_verification(demo: Demo, folder: Path) -> Result:
    """Milliseconds to verify a newer pack of 50 MB, compared with hashing the file once."""
    first = _build_pack(demo, folder, 1, videos=0, photographs=0)
    second = _build_pack(demo, folder, 2, videos=3, photographs=0)
    root, state = demo.root_metadata.read_bytes(), folder / "state"
    _verify(first, root, state)
    ours, peer = [], []
    for turn in range(VERIFICATIONS):
        fresh = folder / f"state-{turn}"
        shutil.copytree(state, fresh)
        ours.append(_time_call(partial(_verify, second, root, fresh)))
        peer.append(_time_call(partial(_hash_file, second)))
    return Result("decide_newer", median(ours) * 1e3, median(peer) * 1e3, "sha256 of the file", "ms")


def measure_installation(demo: Demo, folder: Path) -> list[Result]:
    """Seconds that `kiosk install` takes for 480 MiB, compared with copying, hashing and syncing the file.

    The minimum of each: on a virtual machine, a process that gets memory which the host must find first takes
    half a second to one second more, and that happens to either at random. Then the peak memory in MiB,
    compared with that of the smallest kiosk command.
    """
    pack = _build_pack(demo, folder, 1, videos=29, photographs=24)
    ours, peer, memory = [], [], []
    for turn in range(INSTALLATIONS):
        library, copy = folder / f"library-{turn}", folder / "copy"
        run_kiosk("trust", "add", demo.root_metadata, "--library", library)
        turns = [
            (ours, partial(_install_with_memory, pack, library, memory)),
            (peer, partial(_copy_file, pack, copy)),
        ]
        for seconds, act in turns if turn % 2 else reversed(turns):
            seconds.append(_time_call(act))
        shutil.rmtree(library)
        copy.unlink()
    smallest = _peak_memory("status", "--library", folder / "none")
    return [
        Result("install", min(ours), min(peer), "copy + sha256 + fsync", "s"),
        Result("install_memory", max(memory), smallest, "kiosk status", "MiB"),
    ]


def _install_with_memory(pack: Path, library: Path, memory: list[float]) -> None:
    memory.append(_peak_memory("install", pack, "--library", library))


def _peak_memory(*words: str | Path) -> float:
    """The peak resident memory of a kiosk command in MiB, as recorded by the kernel while it runs."""
    process, most = subprocess.Popen([KIOSK, *words], stdout=subprocess.DEVNULL), 0
    while process.poll() is None:
        with suppress(OSError):
            status = Path(f"/proc/{process.pid}/status").read_text()
            if found := re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE):
                most = int(found[1])
        time.sleep(POLL_INTERVAL)
    assert process.returncode == 0, words
    return most / 1024


def _build_pack(demo: Demo, folder: Path, version: int, videos: int, photographs: int) -> Path:
    """The demo programme as version `version` of a pack, with videos of 16 MiB and photographs."""
    chance, files = random.Random(SEED), {zip_layout.DATABASE: demo.database}
    media = folder / f"media-{version}"
    media.mkdir()
    for number in range(videos):
        file = files[f"media/video-{number}.mp4"] = media / f"{number}.mp4"
        make_padded_video(file, VIDEO_BYTES, seed=number)
    for number in range(photographs):
        file = files[f"media/photograph-{number}.jpg"] = media / f"{number}.jpg"
        file.write_bytes(_random_photograph(chance))
    output = folder / f"{version}.kpack"
    with Pack(demo.pack) as pack:
        contents = pack.unverified_contents()
        for target in contents.targets:
            if target.name != zip_layout.DATABASE:
                files[target.name] = pack.copy_target(target, folder / f"demo-{version}")
        sign_pack(files, contents.manifest, demo.keys, version, output)
    return output


def _random_photograph(chance: random.Random) -> bytes:
    """A JPEG of 1920x1080 with the detail of a photograph: soft shapes and a little grain."""
    soft = Image.frombytes("RGB", (96, 54), chance.randbytes(96 * 54 * 3)).resize(
        (1920, 1080), Image.Resampling.BICUBIC
    )
    grain = Image.frombytes("RGB", (960, 540), chance.randbytes(960 * 540 * 3)).resize((1920, 1080))
    file = io.BytesIO()
    Image.blend(soft, grain, 0.08).save(file, "JPEG", quality=85)
    return file.getvalue()


def _verify(file: Path, root: bytes, state: Path) -> None:
    with Pack(file) as pack:
        verify_pack(pack, root, state, int(time.time()))


def _hash_file(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _copy_file(file: Path, copy: Path) -> str:
    """Copy and hash in one pass, and sync the copy."""
    digest = hashlib.sha256()
    with file.open("rb") as source, copy.open("xb") as target:
        while piece := source.read(CHUNK):
            digest.update(piece)
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()


def _time_call(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
