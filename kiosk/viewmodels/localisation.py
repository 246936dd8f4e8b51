"""What is said around the pages: in which language, what the Corner is called, what time it is."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from kiosk import dates
from kiosk.viewmodels.language_switch import LanguageRows, language_rows
from kiosk.viewmodels.session import Session

LOOK = 10_000
"""Milliseconds from one look at the clock to the next."""


class Localisation(QObject):
    """Says everything in the language of the session; `clock` is '' while the time cannot be trusted."""

    languageChanged = Signal()
    clockChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._languages = LanguageRows(self)
        self._languages.show(language_rows(session))
        self._clock = ""
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._tick)
        self._look.start()
        self._tick()

    def refresh(self) -> None:
        """Derive every page anew, after a change of language, day or programme."""
        raise NotImplementedError

    def apply_language(self, code: str) -> None:
        """Say everything in that language from now on."""
        self.session.language = code
        self._languages.show(language_rows(self.session))
        self._tick()
        self.refresh()
        self.languageChanged.emit()

    @Slot()
    def _tick(self) -> None:
        session = self.session
        line = ""
        if session.now is not None:
            line = dates.clock_line(session.now, session.zone, session.language)
        if line != self._clock:
            self._clock = line
            self.clockChanged.emit()

    @Slot(str, result=str)
    def text(self, id: str) -> str:
        """The sentence `id` of the screens in the visitor's language."""
        return self.session.translator.text(id)

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
