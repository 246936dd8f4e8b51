"""Reads the board of the home page from the catalogues of the programme."""

from datetime import timedelta
from itertools import chain

from kiosk.base.time_zones import local_date, start_of_day
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.today import WEEK, Board, arrange
from kiosk.store.board_queries import Surroundings

ROWS = 6
"""Events that are read beyond today: more than a board shows."""
END_OF_TIME = 1 << 62


def find_surroundings(catalogue: CombinedCatalogue, corner: str) -> Surroundings:
    """The Corner with that id and its city; nothing when the programme does not know it."""
    venue = catalogue.venue(corner) if corner else None
    return Surroundings(venue.id, venue.city) if venue else Surroundings()


def read_board(catalogue: CombinedCatalogue, corner: str, now: int) -> Board:
    """The board at `now`, in UTC seconds, of a kiosk at `corner`, a venue's id.

    Later weeks and what has no day are read only when the coming days do not fill the board.
    """
    zone, around = catalogue.campaign().zone, find_surroundings(catalogue, corner)
    queries = [one.board for one in catalogue.catalogues]
    today = local_date(now, zone)
    first, tomorrow, next_week = (
        start_of_day(day, zone) for day in (today, today + timedelta(days=1), today + WEEK)
    )
    times = list(chain(*(one.on_days(around, first, tomorrow - 1) for one in queries)))
    limit = ROWS + len(times)
    times += chain(*(one.after(around, tomorrow - 1, next_week - 1, limit) for one in queries))
    board = arrange(times, now, zone)
    if len(board.coming) < ROWS:
        times += chain(*(one.after(around, next_week - 1, END_OF_TIME, limit) for one in queries))
        times += chain(*(one.undated(around, now, limit) for one in queries))
        board = arrange(times, now, zone)
    return board
