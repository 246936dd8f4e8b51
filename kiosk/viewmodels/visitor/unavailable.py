"""The page that is shown while there is no valid programme."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.visitor.page import Page

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class UnavailablePage(Page):
    """The message for staff."""

    changed = Signal()

    def refresh(self) -> None:
        """Derive everything from the session."""
        self.changed.emit()

    @Property(str, notify=changed)
    def staffMessage(self) -> str:
        message = self._session.settings.staff_message
        return self._session.localise(message) or self._session.translator.text("screens.unavailable.hint")
