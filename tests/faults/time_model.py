"""A model of time and trust: packs of any time, clocks that jump, and what must hold in any history.

Hypothesis chooses the history. `now` is the true time; the kiosk sees only its clock. A second kiosk lives
through the same history without the publisher 'noise': whatever that one signs, the others fare the same.
"""

import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies
from hypothesis.stateful import RuleBasedStateMachine, rule

from kiosk.base.clock import BUILD_DATE
from kiosk.base.limits import CLOCK_TOLERANCE, DAY, EXPIRES_AFTER
from tests.faults.metadata_kiosk import MetadataKiosk

PUBLISHERS = ("mission", "corner")
NOISE = "noise"
"""The publisher whose packs only the first kiosk sees."""
START = BUILD_DATE + 40 * DAY
MEMORY = Path("/dev/shm")
"""A file system in memory, where there is one: nothing here is about disks."""

HOUR = DAY // 24
NO_BATTERY = (0, 946_684_800, BUILD_DATE)
FAR = (1_000_000_000, 1_924_992_000, 4_102_444_800, 7_226_582_400)
"""2001, 2031, 2100 and 2199."""
DISTANCES = tuple(
    days * DAY for days in (-3000, -401, -399, -30, -3, -2, -1, 0, 0, 1, 2, 3, 30, 399, 401, 3000)
)

any_publisher = strategies.sampled_from((*PUBLISHERS, NOISE))
distances = strategies.sampled_from(DISTANCES)
lifetimes = strategies.sampled_from((EXPIRES_AFTER, EXPIRES_AFTER, EXPIRES_AFTER, DAY, 20 * EXPIRES_AFTER))


class TimeModel(RuleBasedStateMachine):
    """One history. A later model of what publishers may do adds its rules to a subclass."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.kiosk = MetadataKiosk(self.folder / "kiosk", (*PUBLISHERS, NOISE))
        self.twin = MetadataKiosk(self.folder / "twin", PUBLISHERS)
        self.now = START
        self.error = 0
        self.floor = BUILD_DATE
        self.versions = dict.fromkeys((*PUBLISHERS, NOISE), 0)
        self._show()

    def teardown(self) -> None:
        """Set the clock right: a right pack is accepted whatever has happened, though it expires tomorrow."""
        try:
            self.error = 0
            self._show()
            publisher = PUBLISHERS[sum(self.versions.values()) % len(PUBLISHERS)]
            self.kiosk.trust(publisher)
            pack = (publisher, self.versions[publisher] + 1, self.now, self.now + DAY)
            assert self.kiosk.offer(*pack) == ""
        finally:
            shutil.rmtree(self.folder)

    @rule(hours=strategies.sampled_from((1, 24, 24 * 3, 24 * 30, 24 * 399, 24 * 401)))
    def pass_time(self, hours: int) -> None:
        """Time goes on, and with it every clock, also a wrong one."""
        if self.now < START + 2000 * DAY:
            self.now += hours * HOUR
            self._show()

    @rule()
    def set_clock_right(self) -> None:
        """Somebody sets the clock."""
        self.error = 0
        self._show()

    @rule(time=strategies.sampled_from(NO_BATTERY))
    def cut_power_without_battery(self, time: int) -> None:
        """The clock starts again where it always does."""
        self.error = time - self.now
        self._show()

    @rule(distance=distances)
    def set_clock_wrong(self, distance: int) -> None:
        """Somebody sets the clock to another day."""
        self.error = distance
        self._show()

    @rule(time=strategies.sampled_from(FAR))
    def set_clock_far_off(self, time: int) -> None:
        """Somebody sets the clock to another decade."""
        self.error = time - self.now
        self._show()

    @rule(times=strategies.sampled_from((1, 1, 5)))
    def record_time(self, times: int) -> None:
        """The screen records the time, once or for some hours."""
        for _ in range(times):
            self.kiosk.record_time()
            self.twin.record_time()
            floor = self.kiosk.floor
            assert self.floor <= floor <= self.floor + CLOCK_TOLERANCE
            assert floor in (self.floor, self.kiosk.shown, self.floor + CLOCK_TOLERANCE)
            if self.error == 0:
                assert floor <= max(self.floor, self.now)
            self.floor = floor

    @rule(publisher=any_publisher, distance=distances, lifetime=lifetimes)
    def offer(self, publisher: str, distance: int, lifetime: int) -> None:
        """A publisher signs a pack at a time that may be wrong by `distance`; it is offered at once."""
        self._offer(publisher, self.now + distance, lifetime)

    @rule(publisher=any_publisher, time=strategies.sampled_from(FAR))
    def offer_from_another_decade(self, publisher: str, time: int) -> None:
        """A publisher's clock, or its key, signs another decade."""
        self._offer(publisher, time, EXPIRES_AFTER)

    @rule()
    def roll_back(self) -> None:
        """Staff roll back."""
        self.kiosk.roll_back()
        assert self.kiosk.floor == self.floor

    @rule(publisher=any_publisher)
    def revoke(self, publisher: str) -> None:
        """The technician stops trusting a publisher."""
        self.kiosk.revoke(publisher)
        assert self.kiosk.floor == self.floor
        if publisher != NOISE:
            self.twin.revoke(publisher)

    @rule(publisher=any_publisher)
    def trust_again(self, publisher: str) -> None:
        """The technician trusts a publisher."""
        self.kiosk.trust(publisher)
        if publisher != NOISE:
            self.twin.trust(publisher)

    @rule()
    def confirm_day(self) -> None:
        """Somebody looks at a calendar and confirms the day."""
        self.floor = self.now // DAY * DAY
        self.kiosk.confirm_day(self.floor)
        self.twin.confirm_day(self.floor)

    def _show(self) -> None:
        self.kiosk.shown = self.twin.shown = max(0, self.now + self.error)

    def _offer(self, publisher: str, signed_at: int, lifetime: int) -> None:
        self.versions[publisher] += 1
        expires = min(signed_at + lifetime, 7_258_118_400)
        pack = (publisher, self.versions[publisher], max(signed_at, 946_684_800), expires)
        outcome = self.kiosk.offer(*pack)
        assert self.kiosk.floor == self.floor
        self._check_outcome(publisher, outcome, *pack[2:])
        if publisher != NOISE:
            assert self.twin.offer(*pack) == outcome

    def _check_outcome(self, publisher: str, outcome: str, signed_at: int, expires: int) -> None:
        if outcome == "packs.unknown_publisher":
            return
        if self.error == 0:
            if signed_at <= self.now + CLOCK_TOLERANCE and expires > self.now:
                assert outcome == "", "a right pack, a right clock"
            if expires <= self.now:
                assert outcome == "packs.expired"
            if self.now >= self.floor and signed_at > self.now + CLOCK_TOLERANCE:
                assert outcome == "packs.signed_ahead"
        elif self.kiosk.shown < BUILD_DATE:
            assert outcome == ("" if expires > self.floor else "packs.expired"), "a clock that knows nothing"
        elif self.kiosk.shown < BUILD_DATE + CLOCK_TOLERANCE and expires > self.floor:
            assert outcome == "", "a clock that starts at the build date"
