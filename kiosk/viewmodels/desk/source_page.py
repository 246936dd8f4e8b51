"""The page Source: what was dropped, and what the check made of it in one line."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QDate, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.display_text import display_line
from kiosk.base.errors import KioskError
from kiosk.desk.dropped_paths import CALENDARS, TABLES, has_pictures, sort_dropped
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.desk.checker import Checker
from kiosk.viewmodels.desk.questions import Questions
from kiosk.viewmodels.desk.workshop import Workshop
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SourcePage(QObject):
    """The source and the folder of pictures; `chosen` tells that either is another one."""

    changed = Signal()
    chosen = Signal(str, str)

    def __init__(self, session: Session, checker: Checker, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._checker, self._workshop = session, checker, workshop
        self._child: ChildProcess | None = None
        self._reply: ChildReply = {}
        self._file = self._pictures = self._postponed = ""
        self._refusal: KioskError | None = None
        self._next: tuple[str, str] | None = None
        self._asking = Questions(session, self)
        self._asking.answered.connect(self._answer)
        self._asking.cancelled.connect(self._leave_open)

    @Slot("QVariantList")
    def drop(self, urls: list[QUrl]) -> None:
        """Take what was dropped as the source, its pictures, or both; what is neither changes nothing."""
        subject = self._file or self._checker.subject
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        found = sort_dropped(paths, has_programme=bool(subject))
        if found.subject or found.pictures:
            self._choose(str(found.subject or subject), str(found.pictures or self._checker.pictures))
        self._refuse(found.refusal)

    @Slot(QUrl)
    def chooseSubject(self, url: QUrl) -> None:
        """Take this file or folder as `drop` does."""
        self.drop([url])

    @Slot(QUrl)
    def choosePictures(self, url: QUrl) -> None:
        """Take the pictures from this folder, if there are any."""
        folder = Path(url.toLocalFile())
        if has_pictures(folder):
            self._choose(self._file or self._checker.subject, str(folder))
        else:
            self._refuse(KioskError("desk.no_pictures", name=folder.name))

    @Slot()
    def forgetPictures(self) -> None:
        """Use no other folder of pictures."""
        self._choose(self._checker.subject, "")

    @Slot(QUrl)
    def makeTemplate(self, url: QUrl) -> None:
        """Write an empty workbook to this file, and take it as the source."""
        self._pictures = self._checker.pictures
        self._start_job({"job": "template", "target": url.toLocalFile()})

    def _refuse(self, reason: KioskError | None) -> None:
        """Say why something was not taken."""
        self._refusal = reason
        self.changed.emit()

    def _choose(self, subject: str, pictures: str) -> None:
        if self._child:
            self._next = subject, pictures
            return
        self._reply, self._file, self._pictures, self._refusal = {}, "", pictures, None
        if Path(subject).suffix.lower() in CALENDARS | TABLES and Path(subject).is_file():
            self._file = subject
            self._start_job({"job": "open", "target": subject, "asked": "", "answers": []})
        elif (subject, pictures) != (self._checker.subject, self._checker.pictures):
            self.chosen.emit(subject, pictures)
        self.refresh()

    def _start_job(self, job: dict[str, object]) -> None:
        """Start a job whose result is the source, or questions; nothing while one runs."""
        if self._child:
            return
        today, language = QDate.currentDate().toString("yyyy-MM-dd"), self._session.language
        child = self._child = self._workshop.start({**job, "today": today, "language": language})
        child.ended.connect(self._handle_ended)
        self.changed.emit()

    @Slot(object)
    def _handle_ended(self, reply: ChildReply) -> None:
        self._child, self._reply = None, reply
        done = reply.get("done") or {}
        if self._next:
            following, self._next = self._next, None
            self._choose(*following)
            return
        if "questions" not in done:
            self._file = ""
        if done.get("file"):
            self.chosen.emit(done["file"], self._pictures)
        elif "changed" in done:
            self._reply = {}
            self._checker.check()
        self.refresh()

    @Slot()
    def _answer(self) -> None:
        """Go on with what was answered: import the file, or remember what the workbook's columns say."""
        asked, answers = self._asking.digest, self._asking.answers
        if self._file:
            self._start_job({"job": "open", "target": self._file, "asked": asked, "answers": answers})
        else:
            subject = self._checker.subject
            self._start_job({"job": "answer", "subject": subject, "asked": asked, "answers": answers})

    @Slot()
    def _leave_open(self) -> None:
        """Import nothing; about a workbook ask no more until it is saved again."""
        self._postponed = "" if self._file else self._asking.digest
        self._reply, self._file, self._refusal = {}, "", None
        self.refresh()

    @property
    def _questions(self) -> dict[str, Any]:
        """What is asked: before an import, else about the columns of the workbook that is open."""
        if self._file:
            return (self._reply.get("done") or {}).get("questions") or {}
        found: dict[str, Any] = self._checker.report.get("questions") or {}
        return {} if found.get("asked") == self._postponed else found

    @Slot()
    def refresh(self) -> None:
        """Update all texts, after a change of language or of the report."""
        self._asking.ask(self._questions, needs_all=bool(self._file))
        self.changed.emit()

    @Property(Questions, constant=True)
    def questions(self) -> Questions:
        return self._asking

    @Property(str, notify=changed)
    def questionsTitle(self) -> str:
        """What the questions are for."""
        text = self._session.translator.text
        if self._file:
            return text("desk.ask.before", name=Path(self._file).name)
        return text("desk.ask.columns")

    @Property(str, notify=changed)
    def subject(self) -> str:
        return display_line(Path(self._checker.subject).name)

    @Property(str, notify=changed)
    def subjectFolder(self) -> str:
        return display_line(str(Path(self._checker.subject).parent)) if self._checker.subject else ""

    @Property(str, notify=changed)
    def pictures(self) -> str:
        return display_line(self._checker.pictures)

    @Property(bool, notify=changed)
    def isChecking(self) -> bool:
        """Whether a check is going on, or a file is read into a folder."""
        return self._checker.is_running or self._child is not None

    @Property(str, notify=changed)
    def imported(self) -> str:
        """What a calendar has brought, '' for another source."""
        return self._session.localise((self._reply.get("done") or {}).get("text", {}))

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """Why a file was not taken, '' if it was; what was open before is open still."""
        if self._refusal:
            return self._session.translator.error(self._refusal)
        if "error" not in self._reply:
            return ""
        text = self._session.localise(error_text(self._reply))
        return text or self._session.translator.text("desk.crashed")

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why nothing could be checked, '' if it could."""
        if not self._checker.has_failed:
            return ""
        text = self._session.localise(self._checker.problem)
        return text or self._session.translator.text("desk.check_failed")

    @Property(str, notify=changed)
    def summary(self) -> str:
        """The programme in one line: its title and how many events it has."""
        programme, text = self._checker.report.get("programme"), self._session.translator.text
        if not programme:
            return ""
        title = self._session.localise(programme["title"])
        return text("desk.summary", title=title, n=programme["events"])

    @Property(int, notify=changed)
    def errors(self) -> int:
        return int(self._checker.count("error"))

    @Property(bool, notify=changed)
    def isSound(self) -> bool:
        """Whether a stick can be made of it."""
        return self._checker.is_ready
