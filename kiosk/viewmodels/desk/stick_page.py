"""The page Stick: where the pack goes, under which number, and how making it went."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.display_text import display_line
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply
from kiosk.viewmodels.background.stick_watcher import StickWatcher
from kiosk.viewmodels.desk.checker import Checker
from kiosk.viewmodels.desk.desk_paths import DeskPaths
from kiosk.viewmodels.desk.outcome import Outcome
from kiosk.viewmodels.desk.rows import StickRows, stick_rows
from kiosk.viewmodels.desk.workshop import Workshop
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StickPage(QObject):
    """Makes one stick at a time; `made` names the copy of the pack that was kept."""

    changed = Signal()
    made = Signal(str)

    def __init__(
        self,
        session: Session,
        checker: Checker,
        workshop: Workshop,
        watcher: StickWatcher,
        paths: DeskPaths,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._checker, self._workshop = session, checker, workshop
        self._watcher, self._paths = watcher, paths
        self._sticks = StickRows(self)
        self._folder = ""
        self._chosen = ""
        self._is_clock_right = False
        self._child: ChildProcess | None = None
        self._is_cancelling = False
        self._progress: dict[str, Any] = {}
        self._signed = "", ""
        self._outcome: Outcome | None = None
        self._earlier: Outcome | None = None
        watcher.changed.connect(self.refresh)

    @Slot(str)
    def chooseStick(self, path: str) -> None:
        """Write to this stick."""
        self._chosen = path
        self.refresh()

    @Slot(QUrl)
    def chooseFolder(self, url: QUrl) -> None:
        """Write into this folder, which need not be on a stick."""
        self._folder = self._chosen = url.toLocalFile()
        self.refresh()

    @Slot(bool)
    def confirmClock(self, is_right: bool) -> None:
        """Record that somebody has compared this computer's date with another clock."""
        self._is_clock_right = is_right
        self.refresh()

    @Slot(str)
    def make(self, passphrase: str) -> None:
        """Sign what was checked and write it to the chosen stick; nothing while that goes on.

        `passphrase` is that of the keys, '' for none; it is handed to the child process and kept nowhere.
        """
        if not self._can_make:
            return
        report = self._checker.report
        kept = self._paths.kept_pack(report["programme"]["id"])
        job = {
            "job": "make",
            "subject": self._checker.subject,
            "pictures": self._checker.pictures,
            "digest": report["digest"],
            "today": self._checker.checked_on,
            "number": report["number"],
            "keys": str(self._paths.keys),
            "folder": self._target,
            "kept": str(kept),
        }
        self._signed = job["subject"], job["digest"]
        child = self._child = self._workshop.start(job | {"passphrase": passphrase})
        child.progressed.connect(self._handle_progress)
        child.ended.connect(self._handle_ended)
        self._outcome, self._earlier, self._progress, self._is_cancelling = None, None, {}, False
        self.refresh()

    @Slot()
    def cancelMaking(self) -> None:
        """Stop; the stick stays as it was."""
        if self._child:
            self._is_cancelling = True
            self._child.cancel()
            self.refresh()

    @Slot()
    def finish(self) -> None:
        """Leave the outcome and offer the next stick."""
        self._outcome = None
        self.refresh()

    @Slot(object)
    def _handle_progress(self, progress: dict[str, Any]) -> None:
        self._progress = progress
        self.changed.emit()

    @Slot(object)
    def _handle_ended(self, reply: ChildReply) -> None:
        subject, digest = self._signed
        is_same = subject == self._checker.subject
        self._child = None
        self._outcome = Outcome(reply, self._checker.subject, digest if is_same else "", self._is_cancelling)
        if done := reply.get("done"):
            self.made.emit(str(self._paths.kept_pack(done["id"])))
        elif (reply.get("error") or {}).get("code") in ("desk.changed", "desk.gone", "authoring.problems"):
            self._checker.check()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Update all texts, after a change of language, sticks or report; an old outcome goes."""
        if self._outcome and self._outcome.is_old(self._checker):
            self._outcome, self._earlier = None, self._outcome
        rows = stick_rows(self._watcher.sticks, self._target)
        self._sticks.show(rows)
        self.changed.emit()

    @property
    def _target(self) -> str:
        """The folder to write to: the chosen one while it is there, else the only stick, '' for none."""
        paths = [
            str(one.path) for stick in self._watcher.sticks for one in stick.partitions if not one.read_only
        ]
        if self._chosen and (self._chosen in paths or self._chosen == self._folder):
            return self._chosen
        return paths[0] if len(paths) == 1 else ""

    @property
    def _doubts(self) -> list[dict[str, Any]]:
        return list(self._checker.report.get("doubts", ()))

    @property
    def _can_make(self) -> bool:
        is_doubted = bool(self._doubts) and not self._is_clock_right
        return bool(self._checker.is_ready and self._target and not self._child and not is_doubted)

    @Property(StickRows, constant=True)
    def sticks(self) -> StickRows:
        return self._sticks

    @Property(str, notify=changed)
    def state(self) -> str:
        """'waiting' for a sound source, 'ready', 'working', 'done' or 'failed'."""
        if self._child:
            return "working"
        if self._outcome:
            return "done" if self._outcome.is_done else "failed"
        return "ready" if self._checker.is_ready else "waiting"

    @Property(bool, notify=changed)
    def canMake(self) -> bool:
        """Whether nothing is missing."""
        return self._can_make

    @Property(str, notify=changed)
    def programme(self) -> str:
        """The title of the programme and its events."""
        programme = self._checker.report.get("programme")
        if not programme:
            return ""
        title = self._session.localise(programme["title"])
        return self._session.translator.text("desk.summary", title=title, n=programme["events"])

    @Property(str, notify=changed)
    def number(self) -> str:
        """The number of the next pack, and which was the last."""
        report, text = self._checker.report, self._session.translator.text
        if not report.get("number"):
            return ""
        if report["last"]:
            return text("desk.number_after", number=report["number"], last=report["last"])
        return text("desk.number", number=report["number"])

    @Property(str, notify=changed)
    def day(self) -> str:
        """The date that the pack will carry, with its weekday."""
        day = self._checker.checked_on
        return dates.format_weekday(day, self._session.language) if day else ""

    @Property(str, notify=changed)
    def missing(self) -> str:
        """How many texts are missing in one of the languages, and that this is allowed; '' for none."""
        count = (self._checker.report.get("matrix") or {}).get("missing", 0)
        return self._session.translator.text("desk.stick.missing", n=count) if count else ""

    @Property(str, notify=changed)
    def doubts(self) -> str:
        """What contradicts this computer's clock, '' for nothing."""
        return "\n".join(self._session.localise(doubt["text"]) for doubt in self._doubts)

    @Property(bool, notify=changed)
    def canConfirmClock(self) -> bool:
        """Whether the doubts leave it open that the clock is right."""
        return bool(self._doubts) and not any(doubt["is_certain"] for doubt in self._doubts)

    @Property(bool, notify=changed)
    def isClockConfirmed(self) -> bool:
        return self._is_clock_right

    @Property(str, notify=changed)
    def target(self) -> str:
        """The folder that is written to, '' while none is chosen."""
        return display_line(self._target)

    @Property(str, notify=changed)
    def step(self) -> str:
        """What is being done."""
        text = self._session.translator.text
        match self._progress.get("step"):
            case _ if self._is_cancelling:
                return text("desk.making.cancel")
            case "copy":
                percent = 100 * self._progress["done"] // max(1, self._progress["total"])
                return text("desk.making.write", percent=percent)
            case "verify":
                return text("desk.making.verify")
            case _:
                return text("desk.making.sign")

    @Property(float, notify=changed)
    def progress(self) -> float:
        """From 0 to 1: signing, writing and reading back take a third each."""
        match self._progress.get("step"):
            case "copy":
                return float(1 + self._progress["done"] / max(1, self._progress["total"])) / 3
            case "verify":
                return 0.8
            case _:
                return 0.1

    @Property(str, notify=changed)
    def shortId(self) -> str:
        """The short id of the pack that was made, in groups that can be read out."""
        return self._outcome.short_id if self._outcome else ""

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """What has become of the stick, in one sentence."""
        return self._outcome.title(self._session) if self._outcome else ""

    @Property(str, notify=changed)
    def detail(self) -> str:
        """What else there is to know: of a pack its facts, of a failure the reason."""
        return self._outcome.detail(self._session) if self._outcome else ""

    @Property(str, notify=changed)
    def edited(self) -> str:
        """That the programme has been changed since the last stick, '' if it has not."""
        earlier = self._earlier
        return earlier.remark(self._session) if earlier and earlier.is_edited(self._checker) else ""

    @Property(bool, notify=changed)
    def asksPassphrase(self) -> bool:
        """Whether a passphrase protects the keys."""
        return bool(self._checker.report.get("protected"))

    @Property(bool, notify=changed)
    def hasKeys(self) -> bool:
        """Whether there are keys to sign with."""
        return (Path(self._paths.keys) / "root.json").is_file()
