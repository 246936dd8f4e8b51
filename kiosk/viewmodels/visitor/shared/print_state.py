"""What a page tells a visitor about printing: whether it may be, and how it goes."""

from types import MappingProxyType

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.model import Text
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Printing(QObject):
    """`wanted` carries the words of `kiosk flyer` that say what is to be printed."""

    changed = Signal()
    wanted = Signal(list)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._line: tuple[str, Text] = ("", {})
        self._busy = False

    def ask(self, words: list[str]) -> None:
        """A visitor wants something on paper; one at a time."""
        if not self._busy:
            self.wanted.emit(words)

    def rest(self) -> None:
        """Say no more of what was printed before."""
        if not self._busy:
            self.tell("")

    def tell(self, line: str, *, because: Text = MappingProxyType({}), busy: bool = False) -> None:
        """Say how printing goes: the id of a sentence ('' for none), or what stands in its place."""
        self._line, self._busy = (line, because), busy
        self.changed.emit()

    def refresh(self) -> None:
        """Derive everything from the session."""
        self.changed.emit()

    @Property(bool, notify=changed)
    def allowed(self) -> bool:
        """Whether the Corner lets visitors print."""
        return self._session.settings.visitor_prints == "on"

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=changed)
    def line(self) -> str:
        """How printing goes or how it ended, '' for nothing."""
        line, because = self._line
        return self._session.say(because) or (self._session.translator.text(line) if line else "")
