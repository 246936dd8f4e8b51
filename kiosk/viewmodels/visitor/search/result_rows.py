"""Rows of search results: the matched letters are highlighted in the title, or in an excerpt of the text."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.model import Card
from kiosk.typography.pieces import typeset_pieces
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import event_row

if TYPE_CHECKING:
    from kiosk.programme.event_search import Hit
    from kiosk.search.highlight import MarkedText

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

RESULT_PAGE_SIZE = 8
"""Results that are added at once."""
HIGHLIGHT_MARK = "\t"
"""Stands before and after each highlighted part of a word."""


class ResultRow(NamedTuple):
    """One result; two texts have highlight marks, and the excerpt is '' when the title is highlighted."""

    eventId: str
    title: str
    highlightedTitle: str
    highlightedExcerpt: str
    titleNote: str
    details: str
    colour: str
    icon: str
    picture: str
    flag: str
    flagText: str


BLANK_ROW = ResultRow(*[""] * len(ResultRow._fields))


@QmlElement
class ResultRows(RecordModel):
    """Results, best first, filled up with blank rows so that their cards exist before the first result.

    Creating a card takes ten times as long as changing one, which would delay the first letter.
    """

    record = ResultRow
    countChanged = Signal()
    _count = 0

    def show(self, rows: Sequence[ResultRow]) -> None:
        """Replace the results."""
        super().show([*rows, *[BLANK_ROW] * (RESULT_PAGE_SIZE - len(rows))])
        self._count = len(rows)
        self.countChanged.emit()

    @property
    def rows(self) -> Sequence[ResultRow]:
        """The results without blank rows."""
        return self._rows[: self._count]

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return self._count


def result_row(hit: "Hit", card: Card, excerpt: "MarkedText", session: Session) -> ResultRow:
    """The row of `hit`, whose event has that `card`; `excerpt` shows the match when the title does not."""
    row = event_row(card, session)
    past = "" if hit.is_coming or row.flagText else session.translator.text("screens.search.past")
    return ResultRow(
        eventId=row.eventId,
        title=row.title,
        highlightedTitle=mark_highlights(hit.title, session.language),
        highlightedExcerpt=mark_highlights(excerpt, session.language),
        titleNote=row.titleNote,
        details=" · ".join(filter(None, (row.when, row.where))),
        colour=row.colour,
        icon=row.icon,
        picture=row.picture,
        flag=row.flag or ("full" if past else ""),
        flagText=row.flagText or past,
    )


def mark_highlights(pieces: "MarkedText", language: str) -> str:
    """The text as drawn, with a HIGHLIGHT_MARK on both sides of each highlight, which ends at spaces."""
    drawn = typeset_pieces((piece.text for piece in pieces), language)
    return "".join(
        re.sub("[^ \u00a0]+", rf"{HIGHLIGHT_MARK}\g<0>{HIGHLIGHT_MARK}", text) if piece.is_marked else text
        for piece, text in zip(pieces, drawn, strict=True)
    )
