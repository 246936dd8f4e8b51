"""A list of events of any length whose rows are created in chunks when they are read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import overload

from kiosk.base.model import Card, Occurrence
from kiosk.store.event_selection import EventMatch
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import EventRow, event_row

CHUNK_SIZE = 12
"""Rows created together: as many as two screens show."""
MAX_CHUNKS = 16
"""Chunks kept; beyond that the oldest is dropped and created again when it is read."""


class LazyEventList(Sequence[EventRow]):
    """The rows of `matches`, valid for the same programme.

    Those of series are said by their dates if `by_date`; `dates` are dates chosen for some events, by id.
    """

    def __init__(
        self,
        matches: Sequence[EventMatch],
        session: Session,
        *,
        by_date: bool = False,
        dates: Mapping[str, Occurrence] = MappingProxyType({}),
    ) -> None:
        assert session.programme is not None
        self._matches, self._session, self._by_date = matches, session, by_date
        self._dates = dates
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
            self._chunks[number] = [self._row(card) for card in cards]
        return self._chunks[number]

    def _row(self, card: Card) -> EventRow:
        if chosen := self._dates.get(card.id):
            return event_row(replace(card, occurrence=chosen), self._session, by_date=True)
        return event_row(card, self._session, by_date=self._by_date)
