"""Prints `x y` of an item on the kiosk's home page: `python -m tests.bench.item_positions LIBRARY NAME`.

A process of its own, so that the measuring process does not use Qt itself (see `web_page`).
"""

import os
import subprocess
import sys
from pathlib import Path


def item_centre(library: Path, name: str) -> tuple[int, int]:
    """The centre of the item of that name, in pixels of a screen of 1920 by 1080."""
    command = [sys.executable, "-m", "tests.bench.item_positions", str(library), name]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    x, y = map(int, done.stdout.split())
    return x, y


def main() -> None:
    """Print the position in an offscreen window of the same size."""
    from tests.bench.programs import AT
    from tests.screen_kit import centre, find, settle, window

    with window(Path(sys.argv[1]), at=AT, language=None) as opened:
        opened.shell.goHome()
        settle()
        point = centre(find(opened, sys.argv[2]))
        print(point.x(), point.y())


if __name__ == "__main__":
    main()
