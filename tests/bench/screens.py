"""Measures running programs: time to the first frame, response time to taps, memory."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from tests.bench.display import Display, PixelSamples, Recording, changed_part
from tests.bench.finger import Finger
from tests.bench.item_positions import WAKE
from tests.bench.memory import session_memory, shares_qt
from tests.bench.programs import Program, end_program

HOME, THEME = "dock-home", "theme-innovation"
TAPS = (WAKE, THEME, HOME)
"""What is tapped, one after the other."""
STARTS = 11
VISITS = 3
TURNS = 6
"""How many times a theme is opened and left in each visit: 36 taps in all."""
TAP_SECONDS = 0.08
"""Seconds a touch lasts after the screen has responded."""
TIMEOUT = 20.0
SETTLED_SECONDS = 1.5
"""The screen is at rest after this many seconds without a change; the first slide stays for nine."""
MIN_CHANGED = 0.1
"""The fraction of changed pixels above which a picture is of another page."""
METRICS = (
    ("first_frame", 1e3, "ms"),
    ("memory", 2**-20, "MiB"),
    ("tap_to_pixel", 1e3, "ms"),
    ("page_turn", 1e3, "ms"),
)
"""The metrics of each program: name, factor from seconds or bytes to the unit, unit."""


@dataclass
class Measurements:
    """The figures of one program, in seconds and bytes, one for each repetition."""

    first_frame: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    tap_to_pixel: list[float] = field(default_factory=list)
    page_turn: list[float] = field(default_factory=list)
    shares_qt: bool = False

    def median_of(self, name: str) -> float:
        """The median of a metric."""
        figures: list[float] = getattr(self, name)
        return median(figures)


def measure_programs(display: Display, finger: Finger, programs: list[Program]) -> list[Measurements]:
    """Measure all programs in turn on one display, so that the machine's other load affects all alike."""
    blank, all_measurements = display.sample_pixels(), [Measurements() for _ in programs]
    for start_number in range(STARTS + 1):
        for program, measurements in zip(programs, all_measurements, strict=True):
            recording = _record_start(display, program, blank)
            if start_number:  # the first start fills the caches and the profile
                measurements.first_frame.append(recording.time_to_final_picture())
    for _ in range(VISITS):
        for program, measurements in zip(programs, all_measurements, strict=True):
            with _running_at_home(display, finger, program, blank) as process:
                measurements.memory.append(session_memory(process.pid))
                measurements.shares_qt |= shares_qt(process.pid)
                for _ in range(TURNS):
                    _open_theme_and_return(display, finger, program, measurements)
    return all_measurements


def _open_theme_and_return(
    display: Display, finger: Finger, program: Program, measurements: Measurements
) -> None:
    """Open a theme and return to the home page; RuntimeError when a tap leads elsewhere."""
    before = display.sample_pixels()
    for tap_point, leads_away in ((THEME, True), (HOME, False)):
        pressed, turned = timed_tap(display, finger, *program.tap_points[tap_point])
        measurements.tap_to_pixel.append(pressed)
        measurements.page_turn.append(turned)
        changed = changed_part(before, display.sample_pixels())
        if (changed > MIN_CHANGED) is not leads_away:
            raise RuntimeError(
                f"{program.name}: the tap on {tap_point!r} led elsewhere ({changed:.0%} changed)"
            )


def _record_start(display: Display, program: Program, blank: PixelSamples) -> Recording:
    """Start the program, record it until it is at rest, and end it."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        return display.record(
            lambda: started.append(program.start(display.name)), TIMEOUT, rest=SETTLED_SECONDS
        )
    finally:
        for process in started:
            end_program(process)
        display.wait_for(blank, TIMEOUT)


@contextmanager
def _running_at_home(
    display: Display, finger: Finger, program: Program, blank: PixelSamples
) -> Iterator[subprocess.Popen[bytes]]:
    """The program at rest on its home page."""
    with program.running(display.name) as process:
        display.record(lambda: None, TIMEOUT, rest=SETTLED_SECONDS)
        timed_tap(display, finger, *program.tap_points[WAKE])
        display.record(lambda: None, SETTLED_SECONDS)
        yield process
    display.wait_for(blank, TIMEOUT)


def timed_tap(display: Display, finger: Finger, x: int, y: int) -> tuple[float, float]:
    """Tap; seconds from press to the first changed pixel, and from release to the complete next page."""
    finger.move(x, y)
    display.record(lambda: None, 0.3)
    press = display.record(finger.press, TIMEOUT, rest=TAP_SECONDS)
    release = display.record(finger.release, TIMEOUT, rest=0.5)
    return press.time_to_first_change(), release.time_to_final_picture()
