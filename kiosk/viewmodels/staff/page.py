"""The base class of the pages of the staff area."""

from PySide6.QtCore import QObject, Signal

from kiosk.sources.linux_mounts import Stick
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session


class StaffPage(QObject):
    """A page of the navigation rail."""

    newPinRequested = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.background = background

    def open(self) -> None:
        """Update the page, because staff have opened it."""
        self.refresh()

    @property
    def stick(self) -> Stick | None:
        """The stick that is plugged in, if there is exactly one and it is mounted safely."""
        found = self.background.stick_watcher.sticks
        return found[0] if len(found) == 1 and found[0].safe else None

    def refresh(self) -> None:
        """Update all texts, after a change of language or data."""
        raise NotImplementedError
