"""A list of events of any length whose rows are created in chunks when they are read."""

from collections.abc import Sequence
from typing import overload

from kiosk.store.event_selection import EventMatch
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, event_row

CHUNK_SIZE = 12
"""Rows created together: as many as two screens show."""
MAX_CHUNKS = 16
"""Chunks kept; beyond that the oldest is dropped and created again when it is read."""


class LazyEventList(Sequence[EventRow]):
    """The rows of `matches`; valid while the session shows the same programme."""

    def __init__(self, matches: Sequence[EventMatch], session: Session) -> None:
        assert session.programme is not None
        self._matches, self._session = matches, session
        self._programme = session.programme.catalogue
        self._chunks: dict[int, list[EventRow]] = {}

    def __len__(self) -> int:
        return len(self._matches)

    @overload
    def __getitem__(self, index: int) -> EventRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[EventRow]: ...
    def __getitem__(self, index: int | slice) -> EventRow | list[EventRow]:
        if isinstance(index, slice):
            return [self[item] for item in range(*index.indices(len(self)))]
        number, offset = divmod(range(len(self))[index], CHUNK_SIZE)
        return self._chunk(number)[offset]

    def _chunk(self, number: int) -> list[EventRow]:
        if number not in self._chunks:
            if len(self._chunks) == MAX_CHUNKS:
                del self._chunks[next(iter(self._chunks))]
            cards = self._programme.cards_of(self._matches[number * CHUNK_SIZE : (number + 1) * CHUNK_SIZE])
            self._chunks[number] = [event_row(card, self._session) for card in cards]
        return self._chunks[number]
