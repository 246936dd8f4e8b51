"""An X server whose framebuffer is read from memory, without requests to the server."""

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
PIXEL_STRIDE = 97
"""Every 97th pixel is sampled: about one in each square of ten by ten, not aligned to rows or columns."""
POLL_INTERVAL = 0.0005
"""Seconds between two samples, so that sampling takes no core from the measured programs."""

MAX_DIFFERENCE = 0.02
"""The fraction of pixels in which two pictures of the same page may differ."""

PixelSamples = np.ndarray[Any, np.dtype[np.uint32]]


@dataclass
class Recording:
    """The changes of the screen from `start` (time.perf_counter) on: seconds and samples of each picture."""

    start: float
    frames: list[tuple[float, PixelSamples]] = field(default_factory=list)

    def time_to_first_change(self) -> float:
        """Seconds until the first new pixel; ValueError when nothing changed."""
        if not self.frames:
            raise ValueError("nothing changed on the screen")
        return self.frames[0][0]

    def time_to_final_picture(self) -> float:
        """Seconds until the picture that stayed."""
        self.time_to_first_change()
        last = self.frames[-1][1]
        differing = [
            place for place, (_, samples) in enumerate(self.frames) if not np.array_equal(samples, last)
        ]
        return self.frames[differing[-1] + 1 if differing else 0][0]


class Display:
    """An X server of 1920x1080; `name` is the value of DISPLAY."""

    def __init__(self, name: str, framebuffer: Path) -> None:
        self.name = name
        with framebuffer.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # an XWD header and colour map precede the pixels (X11/XWDFile.h)
        pixels = np.frombuffer(self._memory, np.uint32, offset=len(self._memory) - WIDTH * HEIGHT * 4)
        self._sampled_pixels = pixels[::PIXEL_STRIDE]

    def sample_pixels(self) -> PixelSamples:
        """The sampled pixels as they are now."""
        return self._sampled_pixels.copy()

    def record(
        self,
        act: Callable[[], object],
        seconds: float,
        *,
        rest: float = 0,
        is_expected: Callable[[PixelSamples], bool] = lambda _: True,
    ) -> Recording:
        """Record the screen for `seconds` from the start of `act`, or until unchanged for `rest` seconds.

        While the picture is not an expected one, it is not at rest: the program is still busy.
        """
        before = self.sample_pixels()
        recording = Recording(time.perf_counter())
        act()
        changed = 0.0
        while (now := time.perf_counter() - recording.start) < seconds:
            if not np.array_equal(self._sampled_pixels, before):
                before = self.sample_pixels()
                changed = now
                recording.frames.append((now, before))
            elif rest and changed and now - changed > rest and is_expected(before):
                break
            time.sleep(POLL_INTERVAL)
        return recording

    def wait_for(self, expected: PixelSamples, seconds: float) -> None:
        """Return once the screen is like the `expected` picture; TimeoutError after `seconds`."""
        end = time.perf_counter() + seconds
        while not is_like(self._sampled_pixels, expected):
            if time.perf_counter() > end:
                raise TimeoutError("the screen does not show what it should")
            time.sleep(0.01)


def changed_part(before: PixelSamples, after: PixelSamples) -> float:
    """The fraction of pixels in which two pictures differ."""
    return float((before != after).mean())


def is_like(picture: PixelSamples, expected: PixelSamples) -> bool:
    """Whether a picture is the expected one, apart from such as a clock."""
    return changed_part(picture, expected) <= MAX_DIFFERENCE


@contextmanager
def start_display(folder: Path) -> Iterator[Display]:
    """An X server with its framebuffer in `folder`, ended afterwards; FileNotFoundError without Xvfb."""
    screen = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
    command = ["Xvfb", "-displayfd", "1", *screen, "-nocursor", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        try:
            yield Display(f":{server.stdout.readline().strip()}", folder / "Xvfb_screen0")
        finally:
            server.terminate()
