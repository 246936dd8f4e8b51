"""What every page of the staff area is made of."""

from PySide6.QtCore import QObject

from kiosk.viewmodels.backstage import Backstage
from kiosk.viewmodels.session import Session


class StaffPage(QObject):
    """A page of the rail."""

    def __init__(self, session: Session, backstage: Backstage, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.backstage = backstage

    def open(self) -> None:
        """Staff have turned to this page."""
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew, after a change of language or of what is told."""
        raise NotImplementedError
