"""The page Health: the result of every health check, printed or saved, and the support bundle."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.kiosk_toml.telephone import format_telephone
from kiosk.base.time_zones import zone
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import error_text
from kiosk.viewmodels.background.health_monitor import screen_size
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained
from kiosk.viewmodels.staff.health.rows import CheckRows, check_rows
from kiosk.viewmodels.staff.page import StaffPage

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

_Note = Literal["saving", "saved", "bundled", "printed", "failed"]


@QmlElement
class HealthPage(StaffPage):
    """`message` is the state of the checks, `note` the outcome of saving or printing."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._rows = CheckRows(self)
        self._is_busy = False
        self._error_text: dict[str, str] = {}
        self._note: _Note | None = None
        self._bundle = ""
        background.health_monitor.changed.connect(self.refresh)
        background.stick_watcher.changed.connect(self.changed)

    def open(self) -> None:
        """Run all checks again."""
        self._note, self._error_text = None, {}
        self.background.health_monitor.run_checks()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Update all texts in the current language."""
        self._rows.show(check_rows(self.background.health_monitor.checks, self.session))
        self.changed.emit()

    @Slot()
    def runAgain(self) -> None:
        """Run all checks once more."""
        self.open()

    @Slot()
    def save(self) -> None:
        """Save the health report on the stick."""
        if self.target:
            self._run_doctor("saved", "--pdf", self.target.path / self._file_name)

    @Slot()
    def print(self) -> None:
        """Print the health report."""
        self._run_doctor("printed", "--print")

    @Slot()
    def saveBundle(self) -> None:
        """Save on the stick what a technician who is far away needs."""
        if not self.target or self._is_busy:
            return
        options = ("--size", screen_size(), "--language", self.session.language, "--json")
        child = ChildProcess(self.background.command("support-bundle", self.target.path, *options), self)
        child.ended.connect(contained(self, self._expect("bundled")))
        child.start()

    def _run_doctor(self, note: _Note, *options: object) -> None:
        if not self._is_busy:
            self.background.health_monitor.run_doctor(
                contained(self, self._expect(note)), "--language", self.session.language, *options
            )

    def _expect(self, note: _Note) -> Callable[[dict[str, Any]], None]:
        """Be busy until a command replies, and show `note` if it succeeds; returns what takes the reply."""

        def handle_reply(reply: dict[str, Any]) -> None:
            self._is_busy = False
            self._error_text = error_text(reply)
            self._note = None if self._error_text else note if "done" in reply else "failed"
            self._bundle = Path(reply["done"]["file"]).name if self._note == "bundled" else ""
            self.changed.emit()

        self._is_busy, self._note, self._error_text = True, "saving", {}
        self.changed.emit()
        return handle_reply

    @property
    def _file_name(self) -> str:
        """The file name of the report, with Corner and date: several kiosks and days fit on one stick."""
        today = datetime.fromtimestamp(self.session.moment, zone(self.session.zone)).date().isoformat()
        return "-".join(filter(None, ("kiosk-health", self.session.settings.corner, today))) + ".pdf"

    @Property(CheckRows, constant=True)
    def checks(self) -> CheckRows:
        return self._rows

    @Property(str, notify=changed)
    def message(self) -> str:
        """Whether the checks are running, or when they ran."""
        monitor, text = self.background.health_monitor, self.session.translator.text
        if monitor.is_running:
            return text("health.page.looking")
        if monitor.has_failed:
            return text("health.page.failed")
        if not monitor.report:
            return ""
        at = dates.clock_line(monitor.report["at"], self.session.zone, self.session.language)
        return text("health.page.at", at=at)

    @Property(bool, notify=changed)
    def isRunning(self) -> bool:
        return self.background.health_monitor.is_running

    @Property(str, notify=changed)
    def technician(self) -> str:
        """Whom to call, '' while the settings name nobody."""
        number = format_telephone(self.session.settings.technician)
        return self.session.translator.text("choices.technician.line", number=number) if number else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        if self._error_text:
            return self.session.localise(self._error_text)
        text = self.session.translator.text
        match self._note:
            case "saving":
                return text("health.page.saving")
            case "saved":
                return text("health.page.saved", file=self._file_name)
            case "bundled":
                return text("support.saved", file=self._bundle)
            case "printed":
                return text("health.page.printed")
            case "failed":
                return text("health.page.failed")
            case None:
                return ""

    @Property(str, notify=changed)
    def log(self) -> str:
        """The latest entries of the library's log, one a line."""
        return "\n".join(
            self.session.localise(entry) for entry in self.background.health_monitor.report.get("log", ())
        )

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        return self.target is not None and not self._is_busy

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        checks = self.background.health_monitor.checks
        return not self._is_busy and any(
            check["id"] == "printer" and check["level"] == "good" for check in checks
        )
