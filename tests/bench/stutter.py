"""Measures frame times while the network share hangs, trickles, lies and fails, and without a share.

`python -m tests.bench.stutter FOLDER` prints two figures as JSON.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.results import Result

SHARE_FAULTS = ("hang-open", "hang-read", "hang-readdir", "trickle", "lie", "zeros", "half", "EIO", "sound")
SECONDS_PER_FAULT = 4.0
"""How long the share has each fault."""
PERCENTILE = 99


def measure_stutter(folder: Path) -> list[Result]:
    """The 99th percentile of frame times in milliseconds; nothing without FUSE."""
    if not shutil.which("fusermount3") or not os.access("/dev/fuse", os.R_OK | os.W_OK):
        print("Skipped, for FUSE is not available: frames_share")
        return []
    command = [sys.executable, "-m", "tests.bench.stutter", str(folder)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    ours, without_share = json.loads(done.stdout.splitlines()[-1])
    return [Result("frames_share", ours, without_share, "the same without a share", "ms p99")]


def measure(folder: Path) -> tuple[float, float]:
    """The figures with the share and without."""
    import pytest

    from kiosk.viewmodels.background import child_process, share_poller
    from tests.faulty_share import FaultyShare
    from tests.frames import record_frames
    from tests.screen_kit import copy_library, install_demo, wait_until, window

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(share_poller, "POLL_INTERVAL", 300)
        patch.setattr(share_poller, "MAX_INTERVAL", 300)
        patch.setattr(share_poller, "SILENCE_LIMIT", 2000)
        patch.setattr(child_process, "CANCEL_DELAY", 500)
        demo = install_demo(folder / "demo", Path(__file__).parents[2]) / "first"
        library = copy_library(demo, folder / "library")
        settings = folder / "kiosk.toml"
        with window(library) as opened, record_frames(opened) as without_share:
            run_event_loop(SECONDS_PER_FAULT)
        with FaultyShare(folder / "net") as share:
            settings.write_text(f'language = "en"\nshare = "{share.folder}"\n', "utf-8")
            shutil.copy(folder / "demo" / "april-update.kpack", share.source)
            share.set_mode(SHARE_FAULTS[0])
            with window(library, settings=settings) as opened:
                opened.start_background()
                with record_frames(opened) as frames:
                    for mode in SHARE_FAULTS:
                        share.set_mode(mode)
                        run_event_loop(SECONDS_PER_FAULT)
                    wait_until(lambda: (now := opened.shell.session.programme) and now.packs[0].version == 2)
    return frames.percentile_gap(PERCENTILE), without_share.percentile_gap(PERCENTILE)


def run_event_loop(seconds: float) -> None:
    """Run the event loop of the window for that time."""
    from PySide6.QtTest import QTest

    QTest.qWait(round(seconds * 1000))


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
