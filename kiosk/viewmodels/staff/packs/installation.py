"""The progress and outcome of an install or rollback, as the page Programmes shows them."""

from math import ceil
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.progress import InstallStep
from kiosk.base.sentence_ids import StaffId
from kiosk.i18n.translator import find_sentence
from kiosk.viewmodels.background.library_job import JobKind
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot
from kiosk.viewmodels.staff.packs.rows import megabytes

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MINUTE = 60
_STEPS: dict[InstallStep, StaffId] = {
    "fetch": "staff.step.fetch",
    "verify": "staff.step.verify",
    "copy": "staff.step.copy",
    "check": "staff.step.check",
    "finish": "staff.step.finish",
}
_SUCCESSES: dict[JobKind, StaffId] = {
    "install": "staff.done.install",
    "rollback": "staff.done.rollback",
    "forward": "staff.done.forward",
}


@QmlElement
class Installation(QObject):
    """The texts of the library job: its progress while `isRunning`, then its outcome."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job = background.job
        self._outdated_sheets = background.outdated_sheets
        self._outdated_sheets.changed.connect(self.changed)

    @Slot()
    def cancel(self) -> None:
        """Cancel the job; the programme stays as it is."""
        self._job.cancel()

    @Slot()
    def dismiss(self) -> None:
        """Forget the outcome, once staff have read it."""
        self._job.clear_result()

    @property
    def _done(self) -> dict[str, Any]:
        return (self._job.result or {}).get("done") or {}

    @property
    def _error(self) -> dict[str, Any]:
        return (self._job.result or {}).get("error") or {}

    @Property(bool, notify=changed)
    def isRunning(self) -> bool:
        return self._job.is_running

    @Property(bool, notify=changed)
    def isCancelling(self) -> bool:
        return self._job.is_running and self._job.cancelled

    @Property(float, notify=changed)
    def progress(self) -> float:
        """The part of the step that is done, 0 to 1."""
        return self._job.done / self._job.total if self._job.total else 0.0

    @Property(str, notify=changed)
    def step(self) -> str:
        """The current step in words."""
        translator = self._session.translator
        if self._job.cancelled:
            return translator.text("staff.step.cancel")
        return translator.text(find_sentence(_STEPS, self._job.step) or "staff.step.work")

    @Property(str, notify=changed)
    def amount(self) -> str:
        """The megabytes done and in all, and the time left."""
        translator, left = self._session.translator, self._job.seconds_left
        if self._job.total < 2:
            return ""
        done, total = (megabytes(size, self._session) for size in (self._job.done, self._job.total))
        line = translator.text("staff.amount", done=done, total=total)
        if left is None:
            return line
        if left < MINUTE:
            return line + " · " + translator.plural("staff.left.seconds", ceil(left))
        return line + " · " + translator.plural("staff.left.minutes", ceil(left / MINUTE))

    @Property(bool, notify=changed)
    def hasSucceeded(self) -> bool:
        return bool(self._done)

    @Property(str, notify=changed)
    def headline(self) -> str:
        """The outcome in a few words."""
        translator = self._session.translator
        if self._done:
            if self._done.get("already"):
                return translator.text("staff.done.already")
            return translator.text(_SUCCESSES[self._job.kind]) if self._job.kind else ""
        if self._job.cancelled:
            return translator.text("staff.done.cancelled")
        return translator.text("staff.done.refused")

    @Property(str, notify=changed)
    def detail(self) -> str:
        """What the outcome means, and what to do."""
        session, translator = self._session, self._session.translator
        if self._done:
            packs = [self._done["pack"]] if "pack" in self._done else self._done.get("packs", [])
            named = [
                translator.text("staff.pack", title=session.localise(pack["title"]), version=pack["version"])
                for pack in packs
            ]
            return translator.text("staff.visitors_see", packs=", ".join(named))
        if self._error:
            return session.localise(self._error["text"])
        return translator.text("staff.nothing_changed")

    @Property(str, notify=changed)
    def warning(self) -> str:
        """How many events another publisher has too, '' for none."""
        shared = self._done.get("shared")
        return self._session.translator.plural("staff.shared", len(shared)) if shared else ""

    @Property(str, notify=changed)
    def wrongFlyers(self) -> str:
        """How many flyers on the wall are wrong after a success, '' for none."""
        number = len(self._outdated_sheets.sheets)
        return self._session.translator.plural("flyers.wall", number) if self._done and number else ""
