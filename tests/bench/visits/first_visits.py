"""How quickly each page opens for the first time in a visit, and the memory after the visit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench.display import Display
from tests.bench.finger import Finger
from tests.bench.memory import shares_qt
from tests.bench.programs import Program
from tests.bench.results import Result
from tests.bench.visits.attract import attracting
from tests.bench.visits.tour import ENGLISH, KAZAKH, make_visit

ROUNDS = 2
"""How often each program is started, in turn."""
VISITS = (ENGLISH, ENGLISH, KAZAKH)
"""The visits after each start: the first, a later one, a later one in Kazakh."""
PEER = "chromium --kiosk"


@dataclass
class Visits:
    """The figures of one program: seconds by page of each visit, in the order of VISITS; bytes after each."""

    seconds: list[dict[str, float]] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    shares_qt: bool = False

    def page_times(self, page: str) -> list[float]:
        """The seconds of a page in all visits."""
        return [visit[page] for visit in self.seconds]

    def time_of_visits(self, number: int) -> float:
        """The median of all pages in the visits with that number after a start, in seconds."""
        visits = self.seconds[number :: len(VISITS)]
        return median(seconds for visit in visits for seconds in visit.values())


def measure_first_visits(
    display: Display, finger: Finger, programs: Sequence[Sequence[Program]]
) -> list[Visits]:
    """Let visitors come to all programs in turn; each is given once for each of VISITS, with its points."""
    found = [Visits() for _ in programs]
    for _ in range(ROUNDS):
        for given, visits in zip(programs, found, strict=True):
            with attracting(display, given[0]) as attract:
                attract.memory_at_rest()
                for steps, program in zip(VISITS, given, strict=True):
                    visits.seconds.append(make_visit(display, finger, steps, program.tap_points))
                    attract.wait()
                    visits.memory.append(attract.memory_at_rest())
                    visits.shares_qt |= shares_qt(attract.session)
    return found


def first_visit_results(ours: Visits, peer: Visits | None) -> list[Result]:
    """The rows of the pages, their median, the worst, and what differs between visits."""
    pages = {
        page: Result(f"first_visit_{page}", *_medians(ours, peer, page), PEER, "ms")
        for page in ours.seconds[0]
    }
    first, later, kazakh = (ours.time_of_visits(number) * 1e3 for number in range(len(VISITS)))
    return [
        *pages.values(),
        *_summary(pages),
        Result("later_visit", later, first, "the first visit", "ms, all pages"),
        Result("kazakh_visit", kazakh, later, "the same in English", "ms, all pages"),
        Result(
            "memory_after_visit",
            median(ours.memory) / 2**20,
            median(peer.memory) / 2**20 if peer else None,
            PEER,
            "MiB",
        ),
    ]


def _medians(ours: Visits, peer: Visits | None, page: str) -> tuple[float, float | None]:
    figures = [median(visits.page_times(page)) * 1e3 for visits in (ours, peer) if visits]
    return figures[0], figures[1] if len(figures) > 1 else None


def _summary(pages: dict[str, Result]) -> list[Result]:
    """The median of the ratios, and the highest with its page; none without a peer."""
    ratios = {page: row.ratio for page, row in pages.items() if row.ratio is not None}
    if not ratios:
        return []
    worst = max(ratios, key=lambda page: ratios[page])
    return [
        Result("first_visit", median(ratios.values()), 1.0, PEER, "ratio, median of the pages"),
        Result("first_visit_worst", ratios[worst], 1.0, PEER, f"ratio, {worst}"),
    ]
