"""An event as the search shows it: what was typed is marked in its title, or in a line of its text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.model import Card
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import event_row

if TYPE_CHECKING:
    from kiosk.programme.event_search import Hit
    from kiosk.search.highlight import MarkedText

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

FIRST = 8
"""How many results are made at once."""
EDGE = "\t"
"""Where a mark begins and ends within a word: what is marked has one before and one behind it."""


class ResultRow(NamedTuple):
    """One result; `marked` and `match` are texts `with_edges`, `match` is '' when the title has a mark."""

    eventId: str
    title: str
    marked: str
    match: str
    titleNote: str
    line: str
    colour: str
    icon: str
    picture: str
    flag: str
    flagText: str


BLANK = ResultRow(*[""] * len(ResultRow._fields))


@QmlElement
class ResultRows(RecordModel):
    """Results, best first, and BLANK rows up to FIRST: their cards are made before there is anything to show.

    To make a card takes ten times as long as to change one, and the first letter should not have to wait.
    """

    record = ResultRow
    counted = Signal()
    _found = 0

    def show(self, rows: Sequence[ResultRow]) -> None:
        """Replace the results."""
        super().show([*rows, *[BLANK] * (FIRST - len(rows))])
        self._found = len(rows)
        self.counted.emit()

    @property
    def rows(self) -> Sequence[ResultRow]:
        """The results shown now."""
        return self._rows[: self._found]

    @Property(int, notify=counted)
    def found(self) -> int:
        return self._found


def result_row(hit: "Hit", card: Card, where: "MarkedText", session: Session) -> ResultRow:
    """The row of `hit`, whose event has that `card`; `where` shows the match when the title does not."""
    row = event_row(card, session)
    past = "" if hit.is_coming or row.flagText else session.translator.text("screens.search.past")
    return ResultRow(
        eventId=row.eventId,
        title=row.title,
        marked=with_edges(hit.title),
        match=with_edges(where),
        titleNote=row.titleNote,
        line=" · ".join(filter(None, (row.when, row.where))),
        colour=row.colour,
        icon=row.icon,
        picture=row.picture,
        flag=row.flag or ("full" if past else ""),
        flagText=row.flagText or past,
    )


def with_edges(pieces: "MarkedText") -> str:
    """The text with an EDGE on both sides of what is marked, word by word: no mark has a blank in it."""
    return "".join(
        piece.text if not piece.marked else " ".join(f"{EDGE}{word}{EDGE}" for word in piece.text.split(" "))
        for piece in pieces
    )
