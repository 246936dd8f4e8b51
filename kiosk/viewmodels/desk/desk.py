"""The root view-model of the desk: its steps, and what happens between them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.desk.memory import read_memory, write_memory
from kiosk.viewmodels.background.stick_watcher import StickWatcher
from kiosk.viewmodels.desk.check_page import CheckPage
from kiosk.viewmodels.desk.checker import Checker
from kiosk.viewmodels.desk.desk_paths import DeskPaths
from kiosk.viewmodels.desk.keys_form import KeysForm
from kiosk.viewmodels.desk.pictures import Pictures
from kiosk.viewmodels.desk.preview_panel import PreviewPanel
from kiosk.viewmodels.desk.receipts_page import ReceiptsPage
from kiosk.viewmodels.desk.source_page import SourcePage
from kiosk.viewmodels.desk.stick_page import StickPage
from kiosk.viewmodels.desk.workshop import Workshop
from kiosk.viewmodels.localisation import Localisation
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.text_fit import TextFit

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

SOURCE, CHECK, STICK, RECEIPTS = "source", "check", "stick", "receipts"


@QmlElement
class Desk(Localisation):
    """Shows one step at a time. `work` is a folder for files of this window only.

    Unless it is `is_alone`, another window of the same library is open, and this one does nothing.
    """

    text_fit = TextFit

    stepChanged = Signal()
    reportChanged = Signal()

    def __init__(self, session: Session, work: Path, is_alone: bool = True) -> None:
        super().__init__(session)
        paths = self._paths = DeskPaths(session.settings.library.absolute())
        self._memory = read_memory(paths.memory)
        self._step, self._is_alone = SOURCE, is_alone
        self.workshop = Workshop(self)
        self.stick_watcher = StickWatcher(session.settings.sticks, self)
        self.checker = Checker(self.workshop, paths, work / "states", self)
        self.source_page = SourcePage(session, self.checker, self.workshop, self)
        self.check_page = CheckPage(session, self.checker, self)
        self.picture_list = Pictures(session, self.checker, self.workshop, self)
        self.preview_panel = PreviewPanel(session, self.checker, work, self)
        jobs = self.workshop, self.stick_watcher
        self.stick_page = StickPage(session, self.checker, *jobs, paths, self)
        self.keys_form = KeysForm(session, self.checker, self.workshop, paths, self)
        self.receipts_page = ReceiptsPage(session, *jobs, self)
        self.source_page.chosen.connect(self._take_source)
        self.check_page.packChosen.connect(self._compare_with)
        self.stick_page.made.connect(self._compare_with)
        self.keys_form.made.connect(self.checker.check)
        self.checker.changed.connect(self.refresh)

    def start(self) -> None:
        """Go on with what was open when the desk was closed."""
        if self._is_alone:
            self.workshop.prepare()
            self.stick_watcher.check()
            if self._memory.subject:
                self.checker.take(self._memory.subject, self._memory.pictures, self._memory.last_pack)

    def close(self) -> None:
        """End all processes."""
        self.workshop.close()
        self.preview_panel.close()
        self.stick_watcher.close()

    @Slot()
    def refresh(self) -> None:
        """Update every page, after a change of language or of the report."""
        pages = self.source_page, self.check_page, self.picture_list, self.preview_panel, self.stick_page
        for page in pages:
            page.refresh()
        self.keys_form.refresh()
        self.receipts_page.refresh()
        self.reportChanged.emit()

    def apply_language(self, code: str) -> None:
        super().apply_language(code)
        self._remember(language=code)

    @Slot(str)
    def openStep(self, step: str) -> None:
        """Show a step."""
        self._step = step
        self.stepChanged.emit()

    @Slot(str, str)
    def _take_source(self, subject: str, pictures: str) -> None:
        self._remember(subject=subject, pictures=pictures)
        self.checker.take(subject, pictures, self._memory.last_pack)

    @Slot(str)
    def _compare_with(self, pack: str) -> None:
        self._remember(last_pack=pack)
        self.checker.take(self._memory.subject, self._memory.pictures, pack)

    def _remember(self, **changes: str) -> None:
        """Keep what has changed; a disk that cannot be written costs only the memory."""
        self._memory = replace(self._memory, **changes)
        try:
            write_memory(self._paths.memory, self._memory)
        except OSError:
            return

    @Property(bool, constant=True)
    def isAlone(self) -> bool:
        """Whether no other window of the desk is open."""
        return self._is_alone

    @Property(str, notify=stepChanged)
    def step(self) -> str:
        return self._step

    @Property(int, notify=reportChanged)
    def errors(self) -> int:
        """How many errors keep a stick from being made."""
        return self.checker.count("error")

    @Property(SourcePage, constant=True)
    def source(self) -> QObject:
        return self.source_page

    @Property(CheckPage, constant=True)
    def check(self) -> QObject:
        return self.check_page

    @Property(Pictures, constant=True)
    def pictures(self) -> QObject:
        return self.picture_list

    @Property(PreviewPanel, constant=True)
    def preview(self) -> QObject:
        return self.preview_panel

    @Property(StickPage, constant=True)
    def stick(self) -> QObject:
        return self.stick_page

    @Property(KeysForm, constant=True)
    def keys(self) -> QObject:
        return self.keys_form

    @Property(ReceiptsPage, constant=True)
    def receipts(self) -> QObject:
        return self.receipts_page
