"""Whether the kiosk needs as much memory after many visits as after a few, and is as quick."""

from statistics import median

from tests.bench.display import Display
from tests.bench.finger import Finger
from tests.bench.programs import Program
from tests.bench.results import Result
from tests.bench.visits.attract import attracting
from tests.bench.visits.tour import ENGLISH, make_visit

FEW = 5


def measure_many_visits(display: Display, finger: Finger, kiosk: Program, visits: int) -> list[Result]:
    """Memory after the last visit and after visit FEW, in MiB; the pages of the last visit and of the first.

    `visits` is above FEW.
    """
    memory: dict[int, int] = {}
    seconds: dict[int, float] = {}
    with attracting(display, kiosk) as attract:
        attract.memory_at_rest()
        for number in range(1, visits + 1):
            is_measured = number in (1, visits)
            times = make_visit(display, finger, ENGLISH, kiosk.tap_points, measured=is_measured)
            attract.wait()
            if is_measured:
                seconds[number] = median(times.values())
            if number in (FEW, visits):
                memory[number] = attract.memory_at_rest()
    return [
        Result(
            f"memory_{visits}_visits",
            memory[visits] / 2**20,
            memory[FEW] / 2**20,
            f"after {FEW} visits",
            "MiB",
        ),
        Result(
            f"visit_{visits}", seconds[visits] * 1e3, seconds[1] * 1e3, "the first visit", "ms, all pages"
        ),
    ]
