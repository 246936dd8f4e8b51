"""LazyEventList makes only the rows that are read, and keeps only a few of them."""

from dataclasses import replace

import pytest

from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.lazy_event_list import CHUNK_SIZE, MAX_CHUNKS, LazyEventList
from tests.unit.store.sample import CODE, text
from tests.unit.viewmodels.sessions import database_with_events, make_session

COUNT = CHUNK_SIZE * (MAX_CHUNKS + 3) + 5
IDS = [f"code-{n:03}" for n in range(COUNT)]
EVENTS = tuple(replace(CODE, id=id, title=text(id), media=()) for id in IDS)


def make_rows() -> tuple[EventRows, list[list[str]]]:
    """The rows of a lazy list, and the event ids of each request for cards while it is read."""
    session = make_session(database=database_with_events(*EVENTS))
    assert session.programme
    catalogue, requests = session.programme.catalogue, list[list[str]]()
    matches = catalogue.find_events(session.now)
    cards_of = catalogue.cards_of
    catalogue.cards_of = lambda part: requests.append([match.event for match in part]) or cards_of(part)  # type: ignore
    rows = EventRows()
    rows.show(LazyEventList(matches, session))
    return rows, requests


def test_rows_are_made_only_when_they_are_read() -> None:
    rows, requests = make_rows()
    assert (rows.count, requests) == (COUNT, [])
    assert rows.text(CHUNK_SIZE + 1, "title", rows.revision) == f"{IDS[CHUNK_SIZE + 1]} e"
    assert requests == [IDS[CHUNK_SIZE : 2 * CHUNK_SIZE]]


def test_all_rows_can_be_read_though_few_are_kept() -> None:
    rows, requests = make_rows()
    assert [row.eventId for row in rows.rows] == IDS
    assert len(requests) == -(-COUNT // CHUNK_SIZE)
    rows.text(COUNT - 1, "title", 0)
    assert len(requests) == -(-COUNT // CHUNK_SIZE)
    rows.text(0, "title", 0)
    assert requests[-1] == IDS[:CHUNK_SIZE]


def test_the_text_after_the_last_row_is_empty() -> None:
    rows, _ = make_rows()
    assert rows.text(COUNT, "title", 0) == ""
    assert rows.rows[-1].eventId == IDS[-1]
    assert [row.eventId for row in rows.rows[2:4]] == IDS[2:4]
    with pytest.raises(IndexError):
        rows.rows[COUNT]


def test_another_list_has_another_revision() -> None:
    rows, _ = make_rows()
    before = rows.revision
    rows.show(rows.rows[:COUNT])
    assert rows.revision != before
