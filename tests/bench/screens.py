"""The numbers of a running kiosk: how soon it is there, how soon it answers, how much memory it takes."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from tests.bench.display import Display, Film, Picture
from tests.bench.finger import Finger
from tests.bench.memory import memory, shares_libraries
from tests.bench.programs import Program, end

STARTS = 11
VISITS = 3
TURNS = 6
"""In each visit, a theme is opened and left this many times: 36 taps in all."""
HELD = 0.08
"""Seconds a finger stays on the screen once it has answered."""
PATIENCE = 20.0
REST = 1.5
"""A picture that stays this many seconds is the one at rest; the first slide stays for nine."""
ANOTHER = 0.1
"""A page with more than this part of its pixels changed is another page."""
FIGURES = (
    ("first_frame", 1e3, "ms"),
    ("memory", 2**-20, "MiB"),
    ("tap_to_pixel", 1e3, "ms"),
    ("page_turn", 1e3, "ms"),
)
"""What is measured of each program: its name, what turns seconds or bytes into the unit, the unit."""


@dataclass
class Seen:
    """What was measured of one program, in seconds and bytes, one figure for each time."""

    first_frame: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    tap_to_pixel: list[float] = field(default_factory=list)
    page_turn: list[float] = field(default_factory=list)
    crowded: bool = False

    def middle(self, name: str) -> float:
        """The median of one kind of figure."""
        figures: list[float] = getattr(self, name)
        return median(figures)


def compare(display: Display, finger: Finger, programs: list[Program]) -> list[Seen]:
    """Measure all programs in turn on one display, so that the machine's other work meets all alike."""
    blank, seen = display.look(), [Seen() for _ in programs]
    for number in range(STARTS + 1):
        for program, so_far in zip(programs, seen, strict=True):
            film = _start(display, program, blank)
            if number:  # the first start fills the caches and the profile
                so_far.first_frame.append(film.complete())
    for _ in range(VISITS):
        for program, so_far in zip(programs, seen, strict=True):
            with _at_home(display, finger, program, blank) as process:
                so_far.memory.append(memory(process.pid))
                so_far.crowded |= shares_libraries(process.pid)
                for _ in range(TURNS):
                    _turn(display, finger, program, so_far)
    return seen


def _turn(display: Display, finger: Finger, program: Program, so_far: Seen) -> None:
    """Open a theme and come home again; RuntimeError when the taps lead elsewhere."""
    before = display.look()
    for place, away in (("theme", True), ("home", False)):
        pressed, turned = tap(display, finger, *program.places[place])
        so_far.tap_to_pixel.append(pressed)
        so_far.page_turn.append(turned)
        changed = float((display.look() != before).mean())
        if (changed > ANOTHER) is not away:
            raise RuntimeError(f"{program.name}: the tap on {place!r} led elsewhere ({changed:.0%} changed)")


def _start(display: Display, program: Program, blank: Picture) -> Film:
    """Start the program, film it until it is at rest, and end it."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        return display.film(lambda: started.append(program.start(display.name)), PATIENCE, rest=REST)
    finally:
        for process in started:
            end(process)
        display.wait_for(blank, PATIENCE)


@contextmanager
def _at_home(
    display: Display, finger: Finger, program: Program, blank: Picture
) -> Iterator[subprocess.Popen[bytes]]:
    """The program at rest on its home page."""
    with program.running(display.name) as process:
        display.film(lambda: None, PATIENCE, rest=REST)
        tap(display, finger, *program.places["wake"])
        display.film(lambda: None, REST)
        yield process
    display.wait_for(blank, PATIENCE)


def tap(display: Display, finger: Finger, x: int, y: int) -> tuple[float, float]:
    """Tap there; seconds from touch to the first changed pixel, and from release to the whole next page."""
    finger.move(x, y)
    display.film(lambda: None, 0.3)
    press = display.film(finger.press, PATIENCE, rest=HELD)
    release = display.film(finger.release, PATIENCE, rest=0.5)
    return press.first_change(), release.complete()
