"""The on-screen keyboard: which layout it shows, and what a key types."""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.i18n.translator import translator
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.search.key_layouts import LAYOUTS, SYMBOL_LAYOUT, KeyLayout

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class KeyboardState(NamedTuple):
    """What the keyboard shows; `visitor_language` is the language of the visitor that it last followed."""

    visitor_language: str
    language: str
    symbols: bool = False
    shift: bool = False


@QmlElement
class OnScreenKeyboard(QObject):
    """Shows the visitor's language until another is chosen; emits `typed` with a letter, or `erased`."""

    changed = Signal()
    typed = Signal(str)
    erased = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state = KeyboardState("", "")
        self.reset()

    def reset(self) -> None:
        """Show the letters of the visitor's language."""
        self.restore(KeyboardState(self._session.language, self._session.language))

    def follow_language(self) -> None:
        """Change to the visitor's language if the visitor has changed it; refresh all texts."""
        if self._state.visitor_language != self._session.language:
            self.reset()
        self.changed.emit()

    @property
    def state(self) -> KeyboardState:
        """What the keyboard shows."""
        return self._state

    def restore(self, state: KeyboardState) -> None:
        """Show `state`."""
        self._state = state
        self.changed.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """Handle a tap on a key: a letter, or one of the names in the layouts."""
        state = self._state
        if key == "erase":
            self.erased.emit()
        elif key == "shift":
            self.restore(state._replace(shift=not state.shift))
        elif key == "symbols":
            self.restore(state._replace(symbols=not state.symbols, shift=False))
        elif key == "language":
            self.restore(state._replace(language=self._next_language(), symbols=False))
        else:
            self.typed.emit(" " if key == "space" else key.upper() if state.shift else key)
            if state.shift:
                self.restore(state._replace(shift=False))

    def _next_language(self) -> str:
        codes = self._session.settings.languages
        return codes[(codes.index(self._state.language) + 1) % len(codes)]

    def _layout(self) -> KeyLayout:
        return SYMBOL_LAYOUT if self._state.symbols else LAYOUTS[self._state.language]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def landscapeRows(self) -> list[str]:
        return list(self._layout().landscape)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def portraitRows(self) -> list[str]:
        return list(self._layout().portrait)

    @Property(bool, notify=changed)
    def shift(self) -> bool:
        return self._state.shift

    @Property(bool, notify=changed)
    def symbols(self) -> bool:
        return self._state.symbols

    @Property(str, notify=changed)
    def lettersLabel(self) -> str:
        """The label of the key that leads back from the symbols."""
        return translator(self._state.language).text("screens.search.letters")

    @Property(str, notify=changed)
    def nextLanguage(self) -> str:
        """The short name of the language that the language key changes to."""
        return translator(self._next_language()).text("screens.language.short")
