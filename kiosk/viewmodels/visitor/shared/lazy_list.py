"""The cards of a list of any length, made a few at a time when they are looked at."""

from collections.abc import Sequence
from typing import overload

from kiosk.store.event_selection import EventMatch
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, event_row

PART = 12
"""Cards made together: what two screens show of a list."""
KEPT = 16
"""Parts kept; of more, the one made first is made again when it is looked at."""


class LongList(Sequence[EventRow]):
    """The rows of times `found` in what a session shows, as long as it shows that."""

    def __init__(self, found: Sequence[EventMatch], session: Session) -> None:
        assert session.programme is not None
        self._found, self._session = found, session
        self._programme = session.programme.catalogue
        self._parts: dict[int, list[EventRow]] = {}

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> EventRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[EventRow]: ...
    def __getitem__(self, place: int | slice) -> EventRow | list[EventRow]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        number, rest = divmod(range(len(self))[place], PART)
        return self._part(number)[rest]

    def _part(self, number: int) -> list[EventRow]:
        if number not in self._parts:
            if len(self._parts) == KEPT:
                del self._parts[next(iter(self._parts))]
            cards = self._programme.cards_of(self._found[number * PART : (number + 1) * PART])
            self._parts[number] = [event_row(card, self._session) for card in cards]
        return self._parts[number]
