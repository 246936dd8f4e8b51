"""Each way a programme arrives, by standing of its pack and outcome: a cell, or the reason why not."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

WAYS = ("stick", "share", "automatic")
"""A stick by hand; the share by hand (share_install = "ask"); the share by itself. No stick does."""
STANDINGS = ("first", "newer", "repair", "beside")
OUTCOMES = (
    "ok", "twice", "signature", "older", "corner", "cancelled-early", "cancelled-late", "vanished", "full",
    "offline",
)  # fmt: skip
"""'vanished': pulled out or unmounted while it is being read; 'offline': not there at all."""


class Cell(NamedTuple):
    """One arrival."""

    way: str
    standing: str
    outcome: str


class End(NamedTuple):
    """How it ends: the sentence on the staff page ('{error}': that of one of `codes`), what visitors see."""

    sentence: str
    sees_new: bool
    codes: tuple[str, ...] = ()


REFUSED = {
    "signature": ("packs.not_signed",),
    "older": ("packs.older",),
    "corner": ("packs.corner",),
    "full": ("library.no_space",),
}
GONE = {
    "stick": ("packs.unreadable", "packs.no_file", "sources.stick_gone", "sources.stick_failing"),
    "share": ("sources.share_failing", "sources.share_gone", "sources.share_silent", "packs.unreadable"),
}


def impossible(cell: Cell) -> str:
    """Why there is no such arrival, '' when there is."""
    if cell.outcome == "older" and cell.standing != "newer":
        return "only a pack whose publisher has a newer one here can be older"
    if cell.standing == "repair" and cell.outcome == "corner":
        return "a pack accepted before is for this Corner; another of its number is refused as such"
    if cell.way == "automatic" and cell.standing == "repair":
        return "a pack accepted before is not pulled by itself; Health names the damage, staff repair it"
    if cell.way == "automatic" and cell.outcome.startswith("cancelled"):
        return "what the kiosk does by itself has no button that cancels it"
    if cell.way == "stick" and cell.outcome == "offline":
        return "a stick needs no network"
    return ""


def expected_end(cell: Cell) -> End:
    """The end of a possible arrival."""
    by_itself, place = cell.way == "automatic", "stick" if cell.way == "stick" else "share"
    match cell.outcome:
        case "ok":
            return End("It was installed" if by_itself else "The new programme is on show", sees_new=True)
        case "twice":
            already = "This is the programme on show already"
            return End(already if cell.way == "stick" else "There was nothing newer.", sees_new=True)
        case "older" if cell.way != "stick":
            return End("There was nothing newer.", sees_new=False)
        case "signature" | "corner" | "older" | "full":
            return End("{error}", sees_new=False, codes=REFUSED[cell.outcome])
        case "cancelled-early" | "cancelled-late":
            return End("Cancelled", sees_new=False)
        case "vanished":
            return End("{error}", sees_new=False, codes=GONE[place])
        case _:
            return End("{error}", sees_new=False, codes=("sources.share_gone",))


def cells() -> Iterator[Cell]:
    """All possible arrivals."""
    for each in product(WAYS, STANDINGS, OUTCOMES):
        if not impossible(cell := Cell(*each)):
            yield cell


def is_short(cell: Cell) -> bool:
    """Whether the cell is in the short form: each outcome of each way once, the standings taking turns."""
    possible = [standing for standing in STANDINGS if not impossible(cell._replace(standing=standing))]
    turn = WAYS.index(cell.way) + OUTCOMES.index(cell.outcome)
    return cell.standing == possible[turn % len(possible)]
