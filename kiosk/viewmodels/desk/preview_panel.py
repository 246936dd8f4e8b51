"""The live preview: pictures of the kiosk's own pages, drawn by a child process, that can be tapped."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply
from kiosk.viewmodels.desk.checker import Checker
from kiosk.viewmodels.navigation import EVENT
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

SIZES = {"wide": "1920x1080", "tall": "1080x1920", "small": "1366x768"}
NOON = "12:00"
FIRST_PAGE = "home"


@QmlElement
class PreviewPanel(QObject):
    """The preview at a day, in a language, on a screen; nothing is shown until a source is sound."""

    changed = Signal()

    def __init__(self, session: Session, checker: Checker, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._checker, self._folder = session, checker, folder
        self._child: ChildProcess | None = None
        self._picture, self._shown_folder = "", ""
        self._day: date | None = None
        self._language = session.language
        self._size, self._page, self._event = "wide", FIRST_PAGE, ""

    @Slot()
    def refresh(self) -> None:
        """Show the newest sound state of the source, and update all texts."""
        folder = (self._checker.report.get("preview") or {}).get("file", "")
        if folder and folder != self._shown_folder:
            self._forget(self._shown_folder)
            self._shown_folder = folder
            self._keep_day_in_programme()
            self._show()
        self.changed.emit()

    @Slot(str)
    def viewLanguage(self, code: str) -> None:
        """Show the preview in this language."""
        self._language = code
        self._show()

    @Slot(str)
    def viewSize(self, size: str) -> None:
        """Show the preview as on this screen, a key of SIZES."""
        self._size = size
        self._show()

    @Slot(str)
    def viewPage(self, page: str) -> None:
        """Show this page of the kiosk."""
        self._page, self._event = page, ""
        self._show()

    @Slot(str, str)
    def viewEvent(self, event: str, code: str) -> None:
        """Show the page of this event in this language."""
        self._page, self._event, self._language = EVENT, event, code
        self._show()

    @Slot(int)
    def moveDay(self, days: int) -> None:
        """Show the preview as on a later day, or an earlier one."""
        if self._day:
            self._day += timedelta(days)
            self._show()

    @Slot(float, float)
    def tapAt(self, x: float, y: float) -> None:
        """Tap the page that is shown, at fractions of its width and height."""
        self._send({"tap": [x, y]})
        self._page = self._event = ""

    def close(self) -> None:
        """End the child process."""
        if self._child:
            self._child.kill()

    def _keep_day_in_programme(self) -> None:
        """Show today if the programme has something then or later, else the day on which it begins."""
        days = [date.fromisoformat(day) for day in self._checker.report["programme"]["days"]]
        today = date.today()
        if self._day is None:
            self._day = days[0] if days and not days[0] <= today <= days[-1] else today

    def _show(self) -> None:
        if not self._shown_folder or not self._day:
            return
        self._send(
            {
                "show": {
                    "folder": self._shown_folder,
                    "number": self._checker.state_number,
                    "at": f"{self._day.isoformat()}T{NOON}",
                    "language": self._language,
                    "size": SIZES[self._size],
                    "page": self._page,
                    "event": self._event,
                }
            }
        )
        self.changed.emit()

    def _send(self, request: dict[str, object]) -> None:
        if self._child is None:
            if "tap" in request:
                return
            child = self._child = ChildProcess(("desk", "draw", self._folder), self)
            child.progressed.connect(self._handle_picture)
            child.released.connect(self._handle_exit)
            child.launch()
        self._child.send(json.dumps(request) + "\n")

    @Slot(object)
    def _handle_picture(self, drawn: ChildReply) -> None:
        self._picture = f"{QUrl.fromLocalFile(drawn['file']).toString()}?{drawn['number']}"
        self.changed.emit()

    @Slot()
    def _handle_exit(self) -> None:
        """A child that has crashed is started again by the next request."""
        self._child = None

    def _forget(self, folder: str) -> None:
        """Remove the files of a state that is no longer shown."""
        if folder:
            shutil.rmtree(Path(folder).parents[1], ignore_errors=True)

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The address of the newest picture, '' before the first."""
        return self._picture

    @Property(bool, notify=changed)
    def isCurrent(self) -> bool:
        """Whether the preview shows the source as it stands."""
        return bool(self._checker.report.get("preview"))

    @Property(str, notify=changed)
    def day(self) -> str:
        return dates.format_weekday(self._day.isoformat(), self._session.language) if self._day else ""

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._language

    @Property(str, notify=changed)
    def size(self) -> str:
        return self._size

    @Property(str, notify=changed)
    def page(self) -> str:
        """The page that was asked for, '' after a tap has led elsewhere."""
        return self._page
