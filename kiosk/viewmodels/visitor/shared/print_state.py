"""The state of printing on a page: whether visitors may print, and how their request proceeds."""

from types import MappingProxyType

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.model import Text
from kiosk.base.sentence_ids import FlyersId
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PrintState(QObject):
    """`requested` carries the arguments of `kiosk flyer` that choose what is printed."""

    changed = Signal()
    requested = Signal(list)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._message: tuple[FlyersId | None, Text] = (None, {})
        self._busy = False

    def request(self, arguments: list[str]) -> None:
        """Emit `requested`, unless a request is still running."""
        if not self._busy:
            self.requested.emit(arguments)

    def reset(self) -> None:
        """Clear the message of the last request."""
        if not self._busy:
            self.set_message(None)

    def set_message(
        self, sentence_id: FlyersId | None, *, text: Text = MappingProxyType({}), busy: bool = False
    ) -> None:
        """Set the sentence to show, if any, or the `text` to show in its place."""
        self._message, self._busy = (sentence_id, text), busy
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
    def message(self) -> str:
        """How the request proceeds or how it ended, '' for nothing."""
        sentence_id, text = self._message
        return self._session.localise(text) or (
            self._session.translator.text(sentence_id) if sentence_id else ""
        )
