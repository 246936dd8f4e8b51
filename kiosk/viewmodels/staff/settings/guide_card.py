"""The card of the page Settings that prints the staff guide, or saves it on the stick."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.staff.containment import Property, Slot
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.paper_job import PaperJob

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class GuideCard(QObject):
    """Runs `kiosk guide`, while no other setting is being saved: they stand on the page."""

    changed = Signal()

    def __init__(self, page: StaffPage, is_saved: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._is_saved = page, is_saved
        self._job = PaperJob(page.session, page.background, self)
        self._job.changed.connect(self.changed)
        page.background.stick_watcher.changed.connect(self.changed)

    def open(self) -> None:
        """Forget how the last page was printed."""
        self._job.clear_result()

    @Slot()
    def print(self) -> None:
        """Print the page."""
        if self.canPrint:
            self._job.start("guide", "--print")

    @Slot()
    def save(self) -> None:
        """Save the page on the stick."""
        if self.canSave and (target := self._page.target):
            self._job.start("guide", "-o", target.path / self._file_name)

    @property
    def _file_name(self) -> str:
        """The file name of the page, with the Corner: those of several Corners fit on one stick."""
        return "-".join(filter(None, ("kiosk-guide", self._page.session.settings.corner))) + ".pdf"

    @Property(str, notify=changed)
    def note(self) -> str:
        """What the page is, and that a number is missing on it."""
        text = self._page.session.translator.text
        note = text("operating.card.note")
        has_number = self._page.session.settings.technician
        return note if has_number else f"{note}\n{text('operating.card.no_number')}"

    @Property(str, notify=changed)
    def message(self) -> str:
        """The progress or outcome, else how the page can be saved too."""
        if said := self._job.message:
            return str(said)
        return "" if self.hasStick else self._page.session.translator.text("operating.card.plug")

    @Property(bool, notify=changed)
    def hasFailed(self) -> bool:
        """Whether `message` is an error."""
        return bool(self._job.hasFailed)

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        return not self._job.is_running and self._is_saved()

    @Property(bool, notify=changed)
    def hasStick(self) -> bool:
        return self._page.target is not None

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        return bool(self.canPrint) and self._page.target is not None

    @Property(PaperJob, constant=True)
    def job(self) -> PaperJob:
        return self._job
