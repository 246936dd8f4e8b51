"""The first choices of a visitor: what is on now, this evening, at the weekend, for children, free."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import chain

from kiosk.base.model import Status
from kiosk.base.time_zones import local_date, start_of_day, zone
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.home_board import find_surroundings, read_board
from kiosk.programme.today import Board, Entry, Phase
from kiosk.store.board_queries import Nearness
from kiosk.store.coming_counts import EventCount
from kiosk.store.event_selection import EventMatch

EVENING = 17
"""The hour at which the evening begins."""
SATURDAY = 5


class Choice(StrEnum):
    """A list that the home page leads to."""

    TODAY = "today"
    NOW = "now"
    EVENING = "evening"
    WEEKEND = "weekend"
    CHILDREN = "children"
    FREE = "free"
    ONLINE = "online"


class HomeProgramme:
    """The programme as the home page reads it at `now` (UTC seconds) for a kiosk at the venue `corner`."""

    def __init__(self, catalogue: CombinedCatalogue, corner: str, now: int) -> None:
        self.catalogue, self.corner, self.now = catalogue, corner, now

    @cached_property
    def board(self) -> Board:
        """What leads and what stands on the board."""
        return read_board(self.catalogue, self.corner, self.now)

    @cached_property
    def theme_counts(self) -> dict[str, int]:
        """The number of coming events of each theme that has some."""
        counts: dict[str, int] = {}
        for one in self._counts:
            counts[one.theme] = counts.get(one.theme, 0) + one.events
        return counts

    @cached_property
    def _counts(self) -> list[EventCount]:
        return list(chain(*(one.coming.by_theme(self.now) for one in self.catalogue.catalogues)))

    def find(self, choice: Choice) -> list[EventMatch]:
        """The occurrences of a choice in their order; [] where it leads to nothing of its own."""
        return _FINDERS[choice](self)

    def count(self, choice: Choice) -> int:
        """The number that `find` returns, without reading them where that is possible."""
        if choice is Choice.FREE and not self._is_free_a_choice:
            return 0
        offer = _OFFERS.get(choice)
        if offer is None:
            return len(self.find(choice))
        return sum(one.coming.of_offer(offer, self.now) for one in self.catalogue.catalogues)

    @property
    def _zone(self) -> str:
        return self.catalogue.campaign().zone

    def today(self) -> list[EventMatch]:
        """All that is today and not over, here and in this city, with what is called off."""
        return [one.time.match for one in self.board.all_today]

    def on_now(self) -> list[EventMatch]:
        """What is in progress."""
        return _matches(one for one in self.board.all_today if one.phase is Phase.NOW)

    def evening(self) -> list[EventMatch]:
        """What begins this evening, or has begun and is not over."""
        local = zone(self._zone)
        hourly = (Phase.NOW, Phase.TODAY, Phase.BEGUN)
        return _matches(
            one
            for one in sorted(self.board.all_today, key=lambda one: one.begins)
            if one.phase in hourly and datetime.fromtimestamp(one.begins, local).hour >= EVENING
        )

    def weekend(self) -> list[EventMatch]:
        """What is still to come on this Saturday and Sunday, or on the next ones, here and in this city.

        An event of both days is listed once.
        """
        today = local_date(self.now, self._zone)
        saturday = today + timedelta(days=SATURDAY - today.weekday())
        first = max(self.now, start_of_day(saturday, self._zone))
        last = start_of_day(saturday + timedelta(days=2), self._zone) - 1
        around = find_surroundings(self.catalogue, self.corner)
        times = chain(*(one.board.on_days(around, first, last) for one in self.catalogue.catalogues))
        taking_place = sorted(
            one.match
            for one in times
            if one.status is not Status.CANCELLED
            and not one.is_moved_away
            and one.nearness is not Nearness.ELSEWHERE
        )
        by_event: dict[str, EventMatch] = {}
        for found in taking_place:
            by_event.setdefault(found.event, found)
        return list(by_event.values())

    def children(self) -> list[EventMatch]:
        """The coming events for children."""
        return self.catalogue.find_events(self.now, offer="children")

    def free(self) -> list[EventMatch]:
        """The coming events that are free, where the programme also has others."""
        return self.catalogue.find_events(self.now, offer="free") if self._is_free_a_choice else []

    @property
    def _is_free_a_choice(self) -> bool:
        """Whether some coming events are free, and not all."""
        free = sum(one.events for one in self._counts if one.is_free)
        return 0 < free < sum(one.events for one in self._counts)

    def online(self) -> list[EventMatch]:
        """The coming events that one can join from elsewhere."""
        return self.catalogue.find_events(self.now, offer="online")


_OFFERS = {Choice.CHILDREN: "children", Choice.FREE: "free", Choice.ONLINE: "online"}
"""The choices that are offers of events (`kiosk.store.event_selection.OFFERS`)."""
_FINDERS: dict[Choice, Callable[[HomeProgramme], list[EventMatch]]] = {
    Choice.TODAY: HomeProgramme.today,
    Choice.NOW: HomeProgramme.on_now,
    Choice.EVENING: HomeProgramme.evening,
    Choice.WEEKEND: HomeProgramme.weekend,
    Choice.CHILDREN: HomeProgramme.children,
    Choice.FREE: HomeProgramme.free,
    Choice.ONLINE: HomeProgramme.online,
}


def _matches(entries: Iterable[Entry]) -> list[EventMatch]:
    """The occurrences of these entries that take place."""
    return [one.time.match for one in entries if one.phase is not Phase.CALLED_OFF]
