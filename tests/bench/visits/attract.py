"""A running program between two visits: its attract loop, and what it needs then."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.bench.display import Display, PixelSamples
from tests.bench.memory import session_memory
from tests.bench.programs import Program

IDLE_SECONDS, COUNTDOWN_SECONDS, ATTRACT_SECONDS = 10, 5, 5
"""The shortest that a settings file may say."""
SETTINGS = f"""
corner = "american-corner-almaty"
language = "en"
idle_seconds = {IDLE_SECONDS}
countdown_seconds = {COUNTDOWN_SECONDS}
attract_seconds = {ATTRACT_SECONDS}
"""
REST_SECONDS = 10.0
"""How long the attract loop has been there when memory is measured, and when the next visitor comes."""
TIMEOUT = 60.0
SETTLED_SECONDS = 1.5


@dataclass(frozen=True)
class Attract:
    """A program that shows the attract loop on `display`; `picture` is that of its first slide."""

    display: Display
    session: int
    picture: PixelSamples

    def wait(self) -> None:
        """Wait until the visitor counts as gone and the attract loop has begun again."""
        self.display.wait_for(self.picture, IDLE_SECONDS + COUNTDOWN_SECONDS + ATTRACT_SECONDS + TIMEOUT)

    def memory_at_rest(self) -> int:
        """Bytes of all processes of the program, REST_SECONDS from now."""
        time.sleep(REST_SECONDS)
        return session_memory(self.session)


@contextmanager
def attracting(display: Display, program: Program) -> Iterator[Attract]:
    """Run the program; yields it once its first slide is shown."""
    blank = display.sample_pixels()
    with program.running(display.name) as process:
        display.record(lambda: None, TIMEOUT, rest=SETTLED_SECONDS)
        yield Attract(display, process.pid, display.sample_pixels())
    display.wait_for(blank, TIMEOUT)
