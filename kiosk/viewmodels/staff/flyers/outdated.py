"""The outdated flyers, as the page Flyers lists them."""

from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class OutdatedRow(NamedTuple):
    """An outdated sheet: number, title and why; `renewable` when a correct one can be printed."""

    number: str
    title: str
    why: str
    renewable: bool


@QmlElement
class OutdatedRows(RecordModel):
    """The outdated sheets."""

    record = OutdatedRow


@QmlElement
class OutdatedFlyers(QObject):
    """The outdated sheets, and what staff have done about them."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._rows = OutdatedRows(self)
        background.outdated_sheets.changed.connect(self.refresh)

    @property
    def _sheets(self) -> list[dict[str, Any]]:
        return self._background.outdated_sheets.sheets

    @Slot()
    def check(self) -> None:
        """Look for outdated sheets again."""
        self._background.outdated_sheets.check()

    @Slot()
    def markRemoved(self) -> None:
        """Record that staff have taken down the sheets that cannot be reprinted."""
        numbers = [str(sheet["number"]) for sheet in self._sheets if not sheet["renewable"]]
        options = ("--json", *self._background.time_options)
        child = ChildProcess(self._background.command("sheets", "remove", *numbers, *options), self)
        child.ended.connect(contained(self, lambda reply: self.check()))
        child.start()

    @Slot()
    def refresh(self) -> None:
        """Update all texts in the current language."""
        text = self._session.translator.text
        rows = []
        for sheet in self._sheets:
            about = f"{'+'.join(sheet['languages'])}, {sheet['paper']}"
            title = text("flyers.sheet", number=sheet["number"], title=sheet["title"], about=about)
            why = ", ".join(sheet["why"][self._session.language])
            rows.append(OutdatedRow(str(sheet["number"]), title, why, sheet["renewable"]))
        self._rows.show(rows)
        self.changed.emit()

    @Property(OutdatedRows, constant=True)
    def rows(self) -> OutdatedRows:
        return self._rows

    @Property(str, notify=changed)
    def headline(self) -> str:
        """The number of outdated sheets in words, '' for none."""
        number = len(self._sheets)
        return self._session.translator.plural("flyers.wall", number) if number else ""

    @Property(bool, notify=changed)
    def hasReprintable(self) -> bool:
        """Whether some can be reprinted."""
        return any(sheet["renewable"] for sheet in self._sheets)

    @Property(bool, notify=changed)
    def hasUnprintable(self) -> bool:
        """Whether some can only be taken down."""
        return any(not sheet["renewable"] for sheet in self._sheets)
