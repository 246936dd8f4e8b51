"""An X server of our own: a screen that is none, and a finger for it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy
from PySide6.QtCore import QPoint

from tests.screen_kit import Pixels


@dataclass(frozen=True)
class Display:
    """A running X server; `memory` is the file it keeps the screen in, in the format of xwd."""

    name: str
    memory: Path

    @property
    def environment(self) -> dict[str, str]:
        """The surroundings of a program that shows itself here, without what Qt was told in this process."""
        ours = ("WAYLAND_DISPLAY", "QT_")
        others = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        return others | {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def picture(self) -> Pixels:
        """What is on the screen."""
        data = self.memory.read_bytes()
        header = numpy.frombuffer(data, ">u4", count=25)
        width, height, colours = int(header[4]), int(header[5]), int(header[19])
        rows = numpy.frombuffer(data, numpy.uint32, width * height, int(header[0]) + colours * 12)
        return rows.reshape(height, width) & numpy.uint32(0xFFFFFF)

    def tap(self, point: QPoint) -> None:
        """Touch the screen and let go."""
        self.act("mousemove", point.x(), point.y(), "click", 1)

    def act(self, *words: object) -> None:
        """Have xdotool make real X events."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)


@contextmanager
def display(folder: Path, size: str) -> Iterator[Display]:
    """An X server with one screen of that size, gone afterwards."""
    folder.mkdir(exist_ok=True)
    told, tell = os.pipe()
    options = ["-screen", "0", f"{size}x24", "-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), *options], pass_fds=[tell], stderr=subprocess.DEVNULL
    )
    try:
        os.close(tell)
        with os.fdopen(told) as number:
            yield Display(f":{number.readline().strip()}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()
