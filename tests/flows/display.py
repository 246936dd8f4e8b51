"""Starts an X server without a monitor (Xvfb), reads its pixels, sends it taps and keys."""

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
    """A running X server; it keeps its pixels in the file `framebuffer`, in the format of xwd."""

    name: str
    framebuffer: Path

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program that shows itself here, without the Qt variables of this process."""
        excluded = ("WAYLAND_DISPLAY", "QT_")
        others = {key: value for key, value in os.environ.items() if not key.startswith(excluded)}
        return others | {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def grab_pixels(self) -> Pixels:
        """The current picture of the screen."""
        data = self.framebuffer.read_bytes()
        header = numpy.frombuffer(data, ">u4", count=25)
        width, height, colours = int(header[4]), int(header[5]), int(header[19])
        rows = numpy.frombuffer(data, numpy.uint32, width * height, int(header[0]) + colours * 12)
        return rows.reshape(height, width) & numpy.uint32(0xFFFFFF)

    def tap(self, point: QPoint) -> None:
        """Click at a point of the screen."""
        self.run_xdotool("mousemove", point.x(), point.y(), "click", 1)

    def set_mode(self, size: str) -> None:
        """Give the screen this size, not larger than the one it was started with, as a monitor would."""
        width, height = map(int, size.split("x"))
        timings = (100, width, *(width + step for step in (10, 20, 30)))
        timings += (height, *(height + step for step in (3, 6, 9)))
        known = subprocess.run(["xrandr"], env=self.environment, capture_output=True, text=True, check=True)
        if f" {size} " not in known.stdout:
            self.run_xrandr("--newmode", size, *timings)
            self.run_xrandr("--addmode", "screen", size)
        self.run_xrandr("--output", "screen", "--mode", size)

    def run_xrandr(self, *arguments: object) -> None:
        """Run xrandr, which changes the screen."""
        subprocess.run(["xrandr", *map(str, arguments)], env=self.environment, check=True)

    def run_xdotool(self, *arguments: object) -> None:
        """Run xdotool, which sends real X events."""
        subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True)


@contextmanager
def start_display(folder: Path, size: str, *options: str) -> Iterator[Display]:
    """Start an X server with one screen of that size, and end it after the `with` statement."""
    folder.mkdir(exist_ok=True)
    read_end, write_end = os.pipe()
    usual = ["-screen", "0", f"{size}x24", "-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), *usual, *options],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(write_end)
        with os.fdopen(read_end) as number:
            yield Display(f":{number.readline().strip()}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()
