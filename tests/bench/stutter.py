"""How late frames come while the network share hangs, trickles, lies and fails, and when there is none.

As a program it measures: `python -m tests.bench.stutter FOLDER`, with two figures in JSON.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.results import Result

MODES = ("hang-open", "hang-read", "hang-readdir", "trickle", "lie", "zeros", "half", "EIO", "sound")
SECONDS = 4.0
"""How long the share does each of them."""
PART = 99


def stutter(folder: Path) -> list[Result]:
    """Milliseconds that 99 of 100 frames come within; nothing where there is no FUSE."""
    if not shutil.which("fusermount3") or not os.access("/dev/fuse", os.R_OK | os.W_OK):
        print("Skipped, for FUSE is not available: frames_share")
        return []
    words = [sys.executable, "-m", "tests.bench.stutter", str(folder)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, env=surroundings, stdout=subprocess.PIPE, check=True)
    ours, quiet = json.loads(done.stdout.splitlines()[-1])
    return [Result("frames_share", ours, quiet, "the same without a share", "ms p99")]


def measure(folder: Path) -> tuple[float, float]:
    """The figure with the share, and without."""
    import pytest

    from kiosk.library.crash_guard import CrashGuard
    from kiosk.viewmodels.background import child_process, share_poller
    from tests.faulty_share import FaultyShare
    from tests.frames import watched
    from tests.screen_kit import copied, libraries, until, window

    with pytest.MonkeyPatch.context() as hurry:
        hurry.setattr(share_poller, "EVERY", 300)
        hurry.setattr(share_poller, "MOST", 300)
        hurry.setattr(share_poller, "SILENCE", 2000)
        hurry.setattr(child_process, "PATIENCE", 500)
        library = copied(libraries(folder / "demo", Path(__file__).parents[2]) / "first", folder / "library")
        settings = folder / "kiosk.toml"
        with window(library) as shown, watched(shown) as quiet:
            rest(SECONDS)
        with FaultyShare(folder / "net") as place:
            settings.write_text(f'language = "en"\nshare = "{place.folder}"\n', "utf-8")
            shutil.copy(folder / "demo" / "april-update.kpack", place.source)
            place.set_mode(MODES[0])
            with window(library, settings=settings) as shown:
                shown.start_background(CrashGuard(library))
                with watched(shown) as frames:
                    for mode in MODES:
                        place.set_mode(mode)
                        rest(SECONDS)
                    until(lambda: (now := shown.shell.session.programme) and now.packs[0].version == 2)
    return frames.late(PART), quiet.late(PART)


def rest(seconds: float) -> None:
    """Let the window live for so long."""
    from PySide6.QtTest import QTest

    QTest.qWait(round(seconds * 1000))


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
