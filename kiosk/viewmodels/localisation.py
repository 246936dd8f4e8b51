"""The language, the translated sentences, the Corner's name and the clock, for all QML."""

from typing import cast

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.sentence_ids import SentenceId
from kiosk.typography.typeset import typeset
from kiosk.viewmodels.language_switch import LanguageRows, language_rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

CLOCK_INTERVAL = 10_000
"""Milliseconds between two updates of the clock."""


@QmlElement
class Localisation(QObject):
    """Translates into the language of the session; `clock` is '' while the time cannot be trusted."""

    languageChanged = Signal()
    clockChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._languages = LanguageRows(self)
        self._languages.show(language_rows(session))
        self._clock = ""
        self._clock_timer = QTimer(self, interval=CLOCK_INTERVAL)
        self._clock_timer.timeout.connect(self._update_clock)
        self._clock_timer.start()
        self._update_clock()

    def refresh(self) -> None:
        """Update every page, after a change of language, day or programme."""
        raise NotImplementedError

    def apply_language(self, code: str) -> None:
        """Change the language of the session and of everything on the screen."""
        self.session.language = code
        self._languages.show(language_rows(self.session))
        self._update_clock()
        self.refresh()
        self.languageChanged.emit()

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        """Change to the language that somebody has chosen, on the same page."""
        if code != self.session.language:
            self.count_language(code)
            self.apply_language(code)

    def count_language(self, code: str) -> None:
        """Count a choice of language."""

    @Slot()
    def _update_clock(self) -> None:
        session = self.session
        line = ""
        if session.now is not None:
            line = dates.clock_line(session.now, session.zone, session.language)
        if line != self._clock:
            self._clock = line
            self.clockChanged.emit()

    @Slot(str, result=str)
    def text(self, id: str) -> str:
        """The sentence with this id in the visitor's language; a test reads the ids that QML asks for."""
        return self.session.translator.text(cast(SentenceId, id))

    @Slot(str, result=str)
    def typeset(self, text: str) -> str:
        """`text` as it is drawn: the one place at which typography comes to the screen."""
        return typeset(text, self.session.language)

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.session.language

    @Property(LanguageRows, constant=True)
    def languages(self) -> LanguageRows:
        return self._languages

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self._clock

    @Property(str, notify=languageChanged)
    def cornerName(self) -> str:
        return self.session.corner_name()
