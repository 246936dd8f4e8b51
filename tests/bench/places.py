"""Where something stands on the kiosk's home page: `python -m tests.bench.places LIBRARY NAME` prints `x y`.

A program of its own, so that what measures does not use Qt itself (see `page`).
"""

import os
import subprocess
import sys
from pathlib import Path


def place(library: Path, name: str) -> tuple[int, int]:
    """The middle of the thing of that name, in pixels of a screen of 1920 by 1080."""
    words = [sys.executable, "-m", "tests.bench.places", str(library), name]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, env=surroundings, stdout=subprocess.PIPE, check=True, text=True)
    x, y = map(int, done.stdout.split())
    return x, y


def main() -> None:
    """Look at a twin of the screen that is measured."""
    from tests.bench.programs import AT
    from tests.screen_kit import centre, find, settle, window

    with window(Path(sys.argv[1]), at=AT, language=None) as shown:
        shown.shell.goHome()
        settle()
        point = centre(find(shown, sys.argv[2]))
        print(point.x(), point.y())


if __name__ == "__main__":
    main()
