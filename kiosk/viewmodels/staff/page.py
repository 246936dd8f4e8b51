"""What every page of the staff area is made of."""

from PySide6.QtCore import QObject

from kiosk.sources.linux_mounts import Stick
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session


class StaffPage(QObject):
    """A page of the rail."""

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.background = background

    def open(self) -> None:
        """Staff have turned to this page."""
        self.refresh()

    @property
    def stick(self) -> Stick | None:
        """The one stick that is plugged in, if there is just one and it is mounted safely."""
        found = self.background.stick_watcher.sticks
        return found[0] if len(found) == 1 and found[0].safe else None

    def refresh(self) -> None:
        """Say everything anew, after a change of language or of what is told."""
        raise NotImplementedError
