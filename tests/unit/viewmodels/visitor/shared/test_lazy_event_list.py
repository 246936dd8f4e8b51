"""A list of any length makes the cards that are looked at, and no more than a few of them at a time."""

from dataclasses import replace

import pytest

from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.lazy_event_list import CHUNK_SIZE, MAX_CHUNKS, LazyEventList
from tests.unit.store.sample import CODE, text
from tests.unit.viewmodels.sessions import database_with_events, make_session

COUNT = CHUNK_SIZE * (MAX_CHUNKS + 3) + 5
IDS = [f"code-{n:03}" for n in range(COUNT)]
MANY = tuple(replace(CODE, id=id, title=text(id), media=()) for id in IDS)


def rows() -> tuple[EventRows, list[list[str]]]:
    """The list, and which events are asked for while it is read."""
    visitor = make_session(database=database_with_events(*MANY))
    assert visitor.programme
    catalogue, asked = visitor.programme.catalogue, list[list[str]]()
    matches = catalogue.find_events(visitor.now)
    cards_of = catalogue.cards_of
    catalogue.cards_of = lambda some: asked.append([item.event for item in some]) or cards_of(some)  # type: ignore
    shown = EventRows()
    shown.show(LazyEventList(matches, visitor))
    return shown, asked


def test_nothing_is_made_before_it_is_looked_at() -> None:
    shown, asked = rows()
    assert (shown.count, asked) == (COUNT, [])
    assert shown.text(CHUNK_SIZE + 1, "title", shown.revision) == f"{IDS[CHUNK_SIZE + 1]} e"
    assert asked == [IDS[CHUNK_SIZE : 2 * CHUNK_SIZE]]


def test_all_can_be_read_though_few_are_kept() -> None:
    shown, asked = rows()
    assert [row.eventId for row in shown.rows] == IDS
    assert len(asked) == -(-COUNT // CHUNK_SIZE)
    shown.text(COUNT - 1, "title", 0)
    assert len(asked) == -(-COUNT // CHUNK_SIZE)
    shown.text(0, "title", 0)
    assert asked[-1] == IDS[:CHUNK_SIZE]


def test_beyond_the_last_there_is_an_empty_card() -> None:
    shown, _ = rows()
    assert shown.text(COUNT, "title", 0) == ""
    assert shown.rows[-1].eventId == IDS[-1]
    assert [row.eventId for row in shown.rows[2:4]] == IDS[2:4]
    with pytest.raises(IndexError):
        shown.rows[COUNT]


def test_another_list_has_another_edition() -> None:
    shown, _ = rows()
    before = shown.revision
    shown.show(shown.rows[:COUNT])
    assert shown.revision != before
