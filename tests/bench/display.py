"""A screen in memory: an X server whose picture can be watched without asking it for anything."""

import mmap
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

WIDTH, HEIGHT = 1920, 1080
STRIDE = 97
"""Every 97th pixel is watched: about one in each square of ten pixels, in no step with rows or columns."""
PAUSE = 0.0005
"""Seconds between two looks, so that watching takes no core from those watched."""

Picture = np.ndarray[Any, np.dtype[np.uint32]]


@dataclass
class Film:
    """What was seen from `start` (time.perf_counter) on: moment (seconds) and samples of each picture."""

    start: float
    frames: list[tuple[float, Picture]] = field(default_factory=list)

    def first_change(self) -> float:
        """Seconds until the first new pixel; ValueError when nothing changed."""
        if not self.frames:
            raise ValueError("nothing changed on the screen")
        return self.frames[0][0]

    def complete(self) -> float:
        """Seconds until the picture was what it stayed."""
        self.first_change()
        last = self.frames[-1][1]
        differing = [place for place, (_, seen) in enumerate(self.frames) if not np.array_equal(seen, last)]
        return self.frames[differing[-1] + 1 if differing else 0][0]


class Display:
    """An X server of 1920x1080; `name` is what DISPLAY is set to."""

    def __init__(self, name: str, framebuffer: Path) -> None:
        self.name = name
        with framebuffer.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # an XWD header and colour map stand before the pixels (X11/XWDFile.h)
        pixels = np.frombuffer(self._memory, np.uint32, offset=len(self._memory) - WIDTH * HEIGHT * 4)
        self._samples = pixels[::STRIDE]

    def look(self) -> Picture:
        """The watched pixels as they are now."""
        return self._samples.copy()

    def film(self, act: Callable[[], object], seconds: float, *, rest: float = 0) -> Film:
        """What is seen for `seconds` after `act` began, or until it has not changed for `rest` seconds."""
        before = self.look()
        film = Film(time.perf_counter())
        act()
        changed = 0.0
        while (now := time.perf_counter() - film.start) < seconds:
            if not np.array_equal(self._samples, before):
                before = self.look()
                changed = now
                film.frames.append((now, before))
            elif rest and changed and now - changed > rest:
                break
            time.sleep(PAUSE)
        return film

    def wait_for(self, wanted: Picture, seconds: float) -> None:
        """Return once the screen shows `wanted`; TimeoutError after `seconds`."""
        end = time.perf_counter() + seconds
        while not np.array_equal(self._samples, wanted):
            if time.perf_counter() > end:
                raise TimeoutError("the screen does not show what it should")
            time.sleep(0.01)


@contextmanager
def display(folder: Path) -> Iterator[Display]:
    """An X server with its picture in `folder`, ended afterwards; FileNotFoundError when there is no Xvfb."""
    screen = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
    command = ["Xvfb", "-displayfd", "1", *screen, "-nocursor", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        try:
            yield Display(f":{server.stdout.readline().strip()}", folder / "Xvfb_screen0")
        finally:
            server.terminate()
