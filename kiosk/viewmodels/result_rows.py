"""An event as the search shows it: what was typed is marked in its title, or in a line of its text."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.model import Card
from kiosk.viewmodels.records import RecordModel
from kiosk.viewmodels.rows import event_row
from kiosk.viewmodels.session import Session

if TYPE_CHECKING:
    from kiosk.library.finding import Hit
    from kiosk.search.marks import Marked

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

EDGE = "\t"
"""Where a mark begins and ends within a word: what is marked has one before and one behind it."""


class ResultRow(NamedTuple):
    """One result; `marked` and `match` are words with their marks, `match` is empty when the title has any."""

    eventId: str
    title: str
    marked: tuple[str, ...]
    match: tuple[str, ...]
    titleNote: str
    line: str
    colour: str
    icon: str
    picture: str
    flag: str
    flagText: str


@QmlElement
class ResultRows(RecordModel):
    """Results, best first."""

    record = ResultRow


def result_row(hit: "Hit", card: Card, where: "Marked", session: Session) -> ResultRow:
    """The row of `hit`, whose event has that `card`; `where` shows the match when the title does not."""
    row = event_row(card, session)
    past = "" if hit.coming or row.flagText else session.words.text("screens.search.past")
    return ResultRow(
        eventId=row.eventId,
        title=row.title,
        marked=in_words(hit.title),
        match=in_words(where),
        titleNote=row.titleNote,
        line=" · ".join(filter(None, (row.when, row.where))),
        colour=row.colour,
        icon=row.icon,
        picture=row.picture,
        flag=row.flag or ("full" if past else ""),
        flagText=row.flagText or past,
    )


def in_words(pieces: "Marked") -> tuple[str, ...]:
    """The words of a text, with an EDGE on both sides of each part of a word that is marked."""
    found = [""]
    for piece in pieces:
        for place, word in enumerate(piece.text.split(" ")):
            if place:
                found.append("")
            if word:
                found[-1] += f"{EDGE}{word}{EDGE}" if piece.marked else word
    return tuple(filter(None, found))
