"""The search page: what is typed, what is found for it, and what is near when nothing is."""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.search_setup import prepare_search
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.search.keyboard import KeyPad, Keys
from kiosk.viewmodels.visitor.search.result_rows import FIRST, ResultRows, result_row
from kiosk.visits.tally import Metric

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST = 40
"""The most code points that are taken; no title needs more to be found."""
MOST = 64
"""How many results are shown at all: whoever needs more types another letter."""


class Typed(NamedTuple):
    """What is on the page."""

    text: str
    keys: Keys


@QmlElement
class SearchPage(Page):
    """What the search page shows; with no `text` there are neither results nor a word about them."""

    changed = Signal()
    contentReplaced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._text = self._meant = ""
        self._limit = FIRST
        self._has_more = self._found = self._missed = False
        self._results = ResultRows(self)
        self._keyboard = KeyPad(session, self)
        self._keyboard.typed.connect(self.type)
        self._keyboard.erased.connect(self.erase)

    def open(self, _: str = "") -> None:
        """Turn to an empty field; a programme that no index was made of yet gets one now, if it is small."""
        prepare_search(self._session)
        self.reset()
        self.refresh()
        self.contentReplaced.emit()

    @property
    def view_state(self) -> Typed:
        """The text and the keyboard, to come back to."""
        return Typed(self._text, self._keyboard.keys)

    def restore(self, typed: Typed) -> None:
        """Turn back to that text; to the one on the page already, without moving the results."""
        self._keyboard.show(typed.keys)
        if typed.text == self._text:
            self.refresh()
        else:
            self._take(typed.text)

    def reset(self) -> None:
        """Nobody has typed anything."""
        self._text, self._limit, self._missed = "", FIRST, False
        self._keyboard.reset()

    def refresh(self) -> None:
        """Derive everything from the session."""
        self._keyboard.follow()
        session = self._session
        search = session.search if self._text.strip() else None
        self._meant, self._has_more, self._found = "", False, False
        rows = []
        if session.programme and search:
            now, language = session.now, session.language
            results = search.search(self._text, language, now, self._limit + 1)
            self._meant, self._found = results.did_you_mean, bool(results.hits)
            hits = results.hits or results.suggestions
            self._has_more = self._limit < min(len(hits), MOST)
            hits = hits[: self._limit]
            cards = session.programme.catalogue.cards_of([hit.ranked.match for hit in hits])
            rows = [
                result_row(hit, card, search.excerpt_of(hit, language), session)
                for hit, card in zip(hits, cards, strict=True)
            ]
            self._count_a_miss()
        self._results.show(rows)
        self.changed.emit()

    def _count_a_miss(self) -> None:
        """Count the first time that nothing is found for what is typed, until it begins anew."""
        if not self._found and not self._missed:
            self._missed = True
            self._session.count(Metric.NO_RESULT)

    def _take(self, text: str) -> None:
        self._text, self._limit = text[:LONGEST], FIRST
        self._missed = self._missed and bool(text)
        self.refresh()
        self.contentReplaced.emit()

    @Slot(str)
    def type(self, letters: str) -> None:
        """Put what a key types behind the text; no blank at its beginning, nor two together."""
        letters = "".join(letter for letter in letters if letter.isprintable())
        if letters and not (letters == " " and self._text[-1:] in ("", " ")):
            self._take(self._text + letters)

    @Slot()
    def erase(self) -> None:
        """Take away the last letter."""
        self._take(self._text[:-1])

    @Slot()
    def clear(self) -> None:
        """Take away everything."""
        self._take("")

    @Slot()
    def takeMeant(self) -> None:
        """Search for what was probably meant."""
        self._take(self._meant)

    @Slot()
    def showMore(self) -> None:
        """Make the next results."""
        if self._has_more:
            self._limit += FIRST
            self.refresh()

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text

    @Property(str, notify=changed)
    def didYouMean(self) -> str:
        return self._meant

    @Property(str, notify=changed)
    def said(self) -> str:
        """What is said above the results, '' when they speak for themselves."""
        translator = self._session.translator
        if self._session.search is None:
            return translator.text("screens.search.not_yet")
        if not self._text.strip():
            return translator.text("screens.search.hint")
        if self._found:
            return ""
        if self._meant:
            return translator.text("screens.search.meant")
        return translator.text("screens.search.near" if self._results.rows else "screens.search.nothing")

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._has_more

    @Property(KeyPad, constant=True)
    def keyboard(self) -> KeyPad:
        return self._keyboard

    @Property(ResultRows, constant=True)
    def results(self) -> ResultRows:
        return self._results
