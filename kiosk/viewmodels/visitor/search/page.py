"""The search page: the typed text, its results, and suggestions when there are none."""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.search_setup import prepare_search
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.page import Page
from kiosk.viewmodels.visitor.search.keyboard import KeyboardState, OnScreenKeyboard
from kiosk.viewmodels.visitor.search.result_rows import RESULT_PAGE_SIZE, ResultRows, result_row
from kiosk.viewmodels.visitor.shared.event_rows import EventRows
from kiosk.viewmodels.visitor.shared.next_events import after_list
from kiosk.visits.tally import Metric

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MAX_TEXT_LENGTH = 40
"""Code points that can be typed; every title can be found with fewer."""
MAX_RESULTS = 64
"""Results shown at most; another letter narrows the search further."""


class SearchState(NamedTuple):
    """The typed text and the state of the keyboard."""

    text: str
    keyboard: KeyboardState


@QmlElement
class SearchPage(Page):
    """The typed text and its results; without text there are no results."""

    changed = Signal()
    contentReplaced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._text = self._did_you_mean = ""
        self._limit = RESULT_PAGE_SIZE
        self._has_more = self._has_results = self._miss_counted = False
        self._results = ResultRows(self)
        self._next_events = EventRows(self)
        self._keyboard = OnScreenKeyboard(session, self)
        self._keyboard.typed.connect(self.type)
        self._keyboard.erased.connect(self.erase)

    def open(self, _: str = "") -> None:
        """Empty the field; if the programme is small and has no index yet, build it now."""
        prepare_search(self._session)
        self.reset()
        self.refresh()
        self.contentReplaced.emit()

    @property
    def view_state(self) -> SearchState:
        """The text and the state of the keyboard."""
        return SearchState(self._text, self._keyboard.state)

    def restore(self, state: SearchState) -> None:
        """Show a text and keyboard again; if the text is the same, the results keep their position."""
        self._keyboard.restore(state.keyboard)
        if state.text == self._text:
            self.refresh()
        else:
            self._set_text(state.text)

    def reset(self) -> None:
        """Empty the field and show the letters of the visitor's language."""
        self._text, self._limit, self._miss_counted = "", RESULT_PAGE_SIZE, False
        self._keyboard.reset()

    def refresh(self) -> None:
        """Derive everything from the session."""
        self._keyboard.follow_language()
        session = self._session
        search = session.search if self._text.strip() else None
        self._did_you_mean, self._has_more, self._has_results = "", False, False
        rows = []
        if session.programme and search:
            now, language = session.now, session.language
            results = search.search(self._text, language, now, self._limit + 1)
            self._did_you_mean, self._has_results = results.did_you_mean, bool(results.hits)
            hits = results.hits or results.suggestions
            self._has_more = self._limit < min(len(hits), MAX_RESULTS)
            hits = hits[: self._limit]
            cards = session.programme.catalogue.cards_of([hit.ranked.match for hit in hits])
            rows = [
                result_row(hit, card, search.excerpt_of(hit, language), session)
                for hit, card in zip(hits, cards, strict=True)
            ]
            self._count_miss()
        self._results.show(rows)
        self._next_events.show(after_list(session, []) if session.programme and not search else [])
        self.changed.emit()

    def _count_miss(self) -> None:
        """Count a search without results once, until the field has been emptied."""
        if not self._has_results and not self._miss_counted:
            self._miss_counted = True
            self._session.count(Metric.NO_RESULT)

    def _set_text(self, text: str) -> None:
        self._text, self._limit = text[:MAX_TEXT_LENGTH], RESULT_PAGE_SIZE
        self._miss_counted = self._miss_counted and bool(text)
        self.refresh()
        self.contentReplaced.emit()

    @Slot(str)
    def type(self, letters: str) -> None:
        """Append what a key types, without spaces at the beginning and double spaces."""
        letters = "".join(letter for letter in letters if letter.isprintable())
        if letters and not (letters == " " and self._text[-1:] in ("", " ")):
            self._set_text(self._text + letters)

    @Slot()
    def erase(self) -> None:
        """Remove the last letter."""
        self._set_text(self._text[:-1])

    @Slot()
    def clear(self) -> None:
        """Empty the field."""
        self._set_text("")

    @Slot()
    def acceptSuggestion(self) -> None:
        """Search for the text of `didYouMean`."""
        self._set_text(self._did_you_mean)

    @Slot()
    def showMore(self) -> None:
        """Add the next results."""
        if self._has_more:
            self._limit += RESULT_PAGE_SIZE
            self.refresh()

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text

    @Property(str, notify=changed)
    def didYouMean(self) -> str:
        return self._did_you_mean

    @Property(str, notify=changed)
    def message(self) -> str:
        """The text above the results, '' when none is needed."""
        translator = self._session.translator
        if self._session.search is None:
            return translator.text("screens.search.not_yet")
        if not self._text.strip():
            return translator.text("screens.search.hint")
        if self._has_results:
            return ""
        if self._did_you_mean:
            return translator.text("screens.search.meant")
        return translator.text("screens.search.near" if self._results.rows else "screens.search.nothing")

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._has_more

    @Property(OnScreenKeyboard, constant=True)
    def keyboard(self) -> OnScreenKeyboard:
        return self._keyboard

    @Property(ResultRows, constant=True)
    def results(self) -> ResultRows:
        return self._results

    @Property(EventRows, constant=True)
    def nextEvents(self) -> EventRows:
        """What comes next, as long as nothing is typed."""
        return self._next_events
