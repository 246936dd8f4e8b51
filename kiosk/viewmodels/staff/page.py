"""The base class of the pages of the staff area."""

from PySide6.QtCore import QObject, Signal

from kiosk.sources.stick import Partition
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session


class StaffPage(QObject):
    """A page of the navigation rail."""

    newPinRequested = Signal()
    pageRequested = Signal(str)

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.background = background

    def open(self) -> None:
        """Update the page, because staff have opened it."""
        self.refresh()

    @property
    def target(self) -> Partition | None:
        """The partition to save files on, if exactly one stick is plugged in and it is mounted safely."""
        found = self.background.stick_watcher.sticks
        return found[0].target if len(found) == 1 else None

    def refresh(self) -> None:
        """Update all texts, after a change of language or data."""
        raise NotImplementedError
