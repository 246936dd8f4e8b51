"""The keyboard on the screen: which language and page of keys it shows, and what a key types."""

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.i18n.translator import translator
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.search.keyboard_layout import KEYS, SYMBOLS, Rows

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class Keys(NamedTuple):
    """What the keyboard shows; `follows` is the visitor's language it was last set to."""

    follows: str
    language: str
    symbols: bool = False
    shift: bool = False


@QmlElement
class KeyPad(QObject):
    """Has the visitor's language until another is chosen; `typed` brings a letter, `erased` takes one."""

    changed = Signal()
    typed = Signal(str)
    erased = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keys = Keys("", "")
        self.reset()

    def reset(self) -> None:
        """Begin anew with the visitor's language."""
        self.show(Keys(self._session.language, self._session.language))

    def follow(self) -> None:
        """Turn to the visitor's language, if it has become another; say everything in it."""
        if self._keys.follows != self._session.language:
            self.reset()
        self.changed.emit()

    @property
    def keys(self) -> Keys:
        """What is shown now."""
        return self._keys

    def show(self, keys: Keys) -> None:
        """Show that again."""
        self._keys = keys
        self.changed.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """A key was tapped: a letter, or one that KEYS has a name for."""
        keys = self._keys
        if key == "erase":
            self.erased.emit()
        elif key == "shift":
            self.show(keys._replace(shift=not keys.shift))
        elif key == "symbols":
            self.show(keys._replace(symbols=not keys.symbols, shift=False))
        elif key == "language":
            self.show(keys._replace(language=self._next(), symbols=False))
        else:
            self.typed.emit(" " if key == "space" else key.upper() if keys.shift else key)
            if keys.shift:
                self.show(keys._replace(shift=False))

    def _next(self) -> str:
        codes = self._session.settings.languages
        return codes[(codes.index(self._keys.language) + 1) % len(codes)]

    def _rows(self) -> Rows:
        return SYMBOLS if self._keys.symbols else KEYS[self._keys.language]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def wide(self) -> list[str]:
        return list(self._rows().wide)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def tall(self) -> list[str]:
        return list(self._rows().tall)

    @Property(bool, notify=changed)
    def shift(self) -> bool:
        return self._keys.shift

    @Property(bool, notify=changed)
    def symbols(self) -> bool:
        return self._keys.symbols

    @Property(str, notify=changed)
    def letters(self) -> str:
        """What the key that leads back from the symbols says."""
        return translator(self._keys.language).text("screens.search.letters")

    @Property(str, notify=changed)
    def next(self) -> str:
        """The short name of the language that the language key turns to."""
        return translator(self._next()).text("screens.language.short")
