"""Opens the staff area and imports its modules only then (ADR 10)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.shell import Shell

if TYPE_CHECKING:
    from kiosk.viewmodels.staff.area import StaffArea


class StaffEntrance(QObject):
    """Opens the area on the staff gesture."""

    def __init__(self, shell: Shell, background: BackgroundServices) -> None:
        super().__init__(background)
        self._shell = shell
        self._background = background
        self._area: StaffArea | None = None
        shell.staffRequested.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show the PIN pad."""
        self.area().open()

    def area(self) -> "StaffArea":
        """The staff area, created at the first call."""
        from kiosk.viewmodels.staff.area import StaffArea

        if self._area is None:
            self._area = StaffArea(self._shell, self._background)
        return self._area
