"""The poster and the rows of a board, for the home page and for the attract loop."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from kiosk.base.time_zones import local_date, zone
from kiosk.programme.today import Board
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.home.board_rows import HomeRow, choose_rows, home_rows
from kiosk.viewmodels.visitor.home.poster import Fact, Poster, make_poster, poster_facts


class HomeContent(NamedTuple):
    """What a board says; `has_more` when it has more of today than rows."""

    poster: Poster
    facts: Sequence[Fact] = ()
    rows: Sequence[HomeRow] = ()
    has_more: bool = False


def home_content(board: Board, session: Session) -> HomeContent:
    """The content of `board` in the language of the session; an empty poster when nothing leads."""
    assert session.programme is not None
    catalogue, lead, today = session.programme.catalogue, board.lead, trusted_today(session)
    chosen = choose_rows(board)
    entries = [*((lead,) if lead else ()), *chosen.today, *chosen.coming]
    cards = dict(zip(entries, catalogue.cards_of([one.time.match for one in entries]), strict=True))
    events = catalogue.read_events([one.event for one in entries])
    rows = home_rows(chosen, board, cards, events, today, session)
    if lead is None:
        return HomeContent(Poster(), (), rows, chosen.has_more)
    poster = make_poster(lead, cards[lead], today or date.fromisoformat(session.today), session)
    facts = poster_facts(lead, cards[lead], events[lead.event], session)
    return HomeContent(poster, facts, rows, chosen.has_more)


def trusted_today(session: Session) -> date | None:
    """The local date; None while the clock cannot be trusted."""
    return None if session.now is None else local_date(session.now, session.zone)


def clock_text(session: Session) -> str:
    """'14:20', '' while the clock cannot be trusted."""
    return "" if session.now is None else f"{datetime.fromtimestamp(session.now, zone(session.zone)):%H:%M}"
