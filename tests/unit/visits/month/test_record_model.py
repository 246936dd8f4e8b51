"""Any history of packs, rollbacks, looks and typed numbers leaves the record that a simple model has."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from kiosk.base.errors import KioskError
from kiosk.base.model import Status
from kiosk.store.programme_record import ProgrammeKey, read_programmes
from tests.month_kit import CornerLibrary, meeting

MEMORY = Path("/dev/shm")
DAYS = ("2016-03-10", "2016-03-20", "2016-04-02")
EVENTS = ("club", "film")
STATUSES = (Status.SCHEDULED, Status.CANCELLED, Status.FULL)

programmes = strategies.dictionaries(
    strategies.sampled_from(EVENTS),
    strategies.dictionaries(strategies.sampled_from(DAYS), strategies.sampled_from(STATUSES), min_size=1),
)
"""By event: the status of each of its days."""
keys = strategies.builds(ProgrammeKey, strategies.sampled_from(EVENTS), strategies.sampled_from(DAYS))


class RecordModel(RuleBasedStateMachine):
    """The model: what is said of an event's day is the last word on it, unless staff have typed a number."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.corner = CornerLibrary(self.folder)
        self.corner.install({})
        self.shown: list[dict[str, dict[str, Status]]] = [{}]
        self.held: dict[ProgrammeKey, int | None] = {}
        self.today = "2016-03-01"

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(found=programmes)
    def install(self, found: dict[str, dict[str, Status]]) -> None:
        """A new pack; as the command does it, after a look."""
        self.look()
        self.corner.install(
            {id: [meeting(day, status) for day, status in sorted(days.items())] for id, days in found.items()}
        )
        self.shown = [*self.shown[-1:], found]

    @rule()
    def roll_back(self) -> None:
        if len(self.shown) == 2:
            self.corner.roll_back()
            self.shown.pop()

    @rule(day=strategies.sampled_from(("2016-03-05", "2016-03-15", "2016-03-25", "2016-04-03")))
    def wait(self, day: str) -> None:
        self.today = max(self.today, day)

    @rule()
    def look(self) -> None:
        self.corner.held(f"{self.today}T12:00")
        for id, days in self.shown[-1].items():
            for day, status in days.items():
                key = ProgrammeKey(id, day)
                if status is not Status.CANCELLED and day < self.today:
                    self.held.setdefault(key, None)
                elif self.held.get(key, 0) is None:
                    del self.held[key]

    @rule(key=keys, number=strategies.none() | strategies.integers(0, 9999))
    def type_number(self, key: ProgrammeKey, number: int | None) -> None:
        self.look()
        try:
            self.corner.look(f"{self.today}T12:00").type_outcome(key, number)
        except KioskError as error:
            assert error.code == "month.no_programme" and key not in self.held
        else:
            self.held[key] = number

    @invariant()
    def the_record_is_as_the_model_has_it(self) -> None:
        found = read_programmes(self.corner.look(f"{self.today}T12:00").file)
        assert {one.key: one.attended for one in found} == self.held


def test_the_record_is_right_after_any_history() -> None:
    run_state_machine_as_test(RecordModel, settings=settings(max_examples=40, stateful_step_count=12))
