"""A window beside the computer in QEMU: it shows the same page, so it knows where things are."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy
from PySide6.QtCore import QPoint

from kiosk.app.window import KioskWindow
from tests.boot.machine import SIZE, Machine
from tests.screen_kit import (
    Pixels,
    centre,
    click,
    find,
    grab_pixels,
    is_dead,
    reveal,
    settle,
    wait_until,
    wait_until_ready,
    window,
)

LIKE = 0.01
"""How much of two pictures may differ, of 1, for the same page: clocks and slides move."""
Part = tuple[slice, slice]
"""Rows and columns of a picture."""
WHOLE: Part = slice(None), slice(None)
FOOT: Part = slice(860, None), slice(None)
"""Of the attract loop, whose slides are not in step."""
NOTICE: Part = slice(0, 36), slice(0, 560)
"""Where the attract loop tells staff of a new programme."""
PATIENCE = 60.0
"""Seconds until the computer shows what the window shows, under emulation on a busy machine."""


class Twin:
    """What is tapped in the window is tapped on the computer, which has to show the same page then."""

    def __init__(self, shown: KioskWindow, machine: Machine) -> None:
        self.shown, self.machine = shown, machine

    def tap(self, name: str) -> float:
        """Tap an item on both; the seconds until the computer showed what the window shows."""
        point = self.place(name)
        click(self.shown, point)
        self.machine.tap(point.x(), point.y())
        return self.wait_until_same(name)

    def tap_computer(self, point: QPoint) -> None:
        """Tap the computer alone and wait until its picture changes, by a dot of the PIN at least."""
        before, began = self.machine.pixels(), time.monotonic()
        self.machine.tap(point.x(), point.y())
        while not (self.machine.pixels() != before).any():
            assert time.monotonic() - began < PATIENCE, "the tap changes nothing"
            time.sleep(0.1)

    def place(self, name: str) -> QPoint:
        """Where an item is, when it takes taps."""
        wait_until_ready(self.shown)
        settle()
        reveal(find(self.shown, name))
        wait_until(lambda: not is_dead(self.shown, centre(find(self.shown, name))))
        return centre(find(self.shown, name))

    def wait_until_same(self, what: str, seconds: float = PATIENCE, part: Part = WHOLE) -> float:
        """Wait until both show the same page, or part of it; the seconds that took."""
        began = time.monotonic()
        while (rest := difference(self.machine.pixels()[part], grab_pixels(self.shown)[part])) > LIKE:
            settle()
            if time.monotonic() - began > seconds:
                self.machine.picture().save(str(self.machine.folder / "computer.png"))
                self.shown.view.grabWindow().save(str(self.machine.folder / "window.png"))
                raise AssertionError(
                    f"after '{what}' {rest:.1%} of the picture differ: {self.machine.folder}"
                )
            time.sleep(0.1)
        return time.monotonic() - began


def difference(one: Pixels, other: Pixels) -> float:
    """How much of two pictures differs, of 1: pixels with a colour that differs by more than a sixteenth."""
    if one.shape != other.shape:
        return 1.0
    first, second = (
        numpy.ascontiguousarray(picture).view(numpy.uint8).astype(numpy.int16) for picture in (one, other)
    )
    far = (abs(first - second) > 16).reshape(*one.shape, 4).any(axis=2)
    return float(far.mean())


@contextmanager
def open_twin(machine: Machine, library: Path, settings: Path) -> Iterator[Twin]:
    """Open the window on a library in which the programme of the computer is installed."""
    with window(library, "{}x{}".format(*SIZE), at=None, language="kk", settings=settings) as shown:
        shown.start_background()
        yield Twin(shown, machine)
