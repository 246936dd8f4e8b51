"""The page Flyers: the choices for a flyer, its preview, and the buttons that print and save it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtQml import QmlElement

import kiosk.viewmodels.staff.flyers.option_rows as flyer_rows
from kiosk.library.library_paths import LibraryPaths
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained
from kiosk.viewmodels.staff.flyers.choice import MAX_COPIES, FlyerChoice
from kiosk.viewmodels.staff.flyers.outdated import OutdatedFlyers
from kiosk.viewmodels.staff.packs.rows import OfferRows
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.paper_job import PaperJob
from kiosk.viewmodels.staff.settings.rows import OptionRows

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

DRAW_DELAY = 250
"""Milliseconds from the last choice to the drawing of the preview."""
PREVIEW_FOLDERS = 4
"""The number of preview folders, used in turn, so that none is written to while it is shown."""
FIRST_EVENTS, MORE_EVENTS = 4, 12
"""The number of events listed at first, and added by each touch of 'More'."""
PDF = "flyer.pdf"
OPTIONS = ("subject", "theme", "kind", "language", "paper", "ink")
"""The fields of `FlyerChoice` with a row of options each."""


@QmlElement
class FlyersPage(StaffPage):
    """A child process, `kiosk flyer --preview`, draws every choice; the PDF it writes is what is printed."""

    changed = Signal()
    previewDrawn = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._options = {name: OptionRows(self) for name in OPTIONS}
        self._events = OfferRows(self)
        self._event_limit = FIRST_EVENTS
        self._choice = FlyerChoice()
        self._programme = session.programme
        self._page = 0
        self._folder_number = 0
        self._preview_process: ChildProcess | None = None
        self._preview_reply: ChildReply = {}
        self.flyer_job = PaperJob(session, background, self)
        self.outdated_flyers = OutdatedFlyers(session, background, self)
        self.flyer_job.changed.connect(self.changed)
        self.flyer_job.finished.connect(self.outdated_flyers.check)
        self._draw_timer = QTimer(self, interval=DRAW_DELAY, singleShot=True)
        self._draw_timer.timeout.connect(self._draw_preview)
        background.stick_watcher.changed.connect(self.refresh)
        background.closing.connect(self._draw_timer.stop)

    def open(self) -> None:
        """Start a new preview; the programme may have changed since the page was last open."""
        self._choice, self._programme = self._valid_choice(), self.session.programme
        self.flyer_job.clear_result()
        self.outdated_flyers.check()
        self._schedule_preview()
        self._draw_timer.stop()
        self._draw_preview()

    def _valid_choice(self) -> FlyerChoice:
        """The last choice; where its event or theme is gone, the first one of the programme."""
        choice, programme = self._choice, self.session.programme
        if programme is None:
            return FlyerChoice()
        events = [card.id for card in programme.catalogue.cards(self.session.now)]
        themes = [theme.id for theme in programme.catalogue.themes()]
        return replace(
            choice,
            event=choice.event if choice.event in events else next(iter(events), ""),
            theme=choice.theme if choice.theme in themes else next(iter(themes), ""),
            language=choice.language or self.session.language,
            copies=1,
        )

    @Slot(str, str)
    def choose(self, name: str, value: str) -> None:
        """Set a field of the choice: 'subject', 'theme', 'kind', 'language', 'paper' or 'ink'."""
        self._apply_choice(self._choice.with_value(name, value))

    @Slot(int)
    def chooseEvent(self, place: int) -> None:
        """Choose the event at that place of the list."""
        assert self.session.programme
        cards = self.session.programme.catalogue.cards(self.session.now, limit=1, offset=place)
        if cards:
            self._apply_choice(replace(self._choice, event=cards[0].id))

    def _apply_choice(self, choice: FlyerChoice) -> None:
        if choice != self._choice:
            self._choice = choice
            self.flyer_job.clear_result()
            self._schedule_preview()

    @Slot(int)
    def addCopies(self, more: int) -> None:
        """Add to the number of copies, or subtract from it."""
        copies = min(MAX_COPIES, max(1, self._choice.copies + more))
        self._choice = replace(self._choice, copies=copies)
        self.refresh()

    @Slot()
    def listMoreEvents(self) -> None:
        """List more events."""
        self._event_limit += MORE_EVENTS
        self.refresh()

    @Slot(int)
    def turnPage(self, step: int) -> None:
        """Show another page of the preview."""
        self._page = min(max(0, self._page + step), max(0, len(self._pages) - 1))
        self.changed.emit()

    @Slot()
    def print(self) -> None:
        """Print the flyer of the preview."""
        if self._is_ready:
            copies = ("--copies", self._choice.copies)
            self.flyer_job.start("sheets", "print", self._pdf, *copies, *self.background.time_options)

    @Slot()
    def save(self) -> None:
        """Save the flyer of the preview on the stick."""
        if self._is_ready and self.target:
            file = self.target.path / self._preview_reply["done"]["name"]
            self.flyer_job.start("sheets", "save", self._pdf, file, *self.background.time_options)

    @Slot()
    def reprintOutdated(self) -> None:
        """Reprint the outdated flyers."""
        self.flyer_job.start("sheets", "reprint", *self.background.time_options)

    def _schedule_preview(self) -> None:
        """Discard the preview and draw another one after `DRAW_DELAY`."""
        if self._preview_process:
            self._preview_process.cancel()
            self._preview_process = None
        self._preview_reply, self._page = {}, 0
        self._draw_timer.start()
        self.refresh()

    @Slot()
    def _draw_preview(self) -> None:
        command = self._choice.command
        if not command:
            return
        self._folder_number = (self._folder_number + 1) % PREVIEW_FOLDERS
        folder = (
            LibraryPaths(self.session.settings.library.absolute()).flyers / f"preview-{self._folder_number}"
        )
        process = self._preview_process = ChildProcess(
            self.background.command(*command, "--preview", folder, "--json", *self.background.time_options),
            self,
        )
        process.ended.connect(
            contained(
                self,
                lambda reply: self._handle_preview(reply) if process is self._preview_process else None,
            )
        )
        process.start()
        self.refresh()

    def _handle_preview(self, reply: ChildReply) -> None:
        self._preview_process, self._preview_reply = None, reply
        self.refresh()
        self.previewDrawn.emit()

    @property
    def _pages(self) -> list[str]:
        done: dict[str, Any] = self._preview_reply.get("done") or {}
        return list(done.get("pages", []))

    @property
    def _is_ready(self) -> bool:
        return bool(self._pages) and not self.flyer_job.is_running

    @property
    def _pdf(self) -> Path:
        return Path(self._pages[0]).with_name(PDF)

    @Slot()
    def refresh(self) -> None:
        """Update all texts in the current language; start again when the programme has changed."""
        if self._programme is not self.session.programme:
            self.open()
            return
        session, choice = self.session, self._choice
        for name, rows in self._options.items():
            rows.show(getattr(flyer_rows, f"{name}_options")(session, choice))
        self._events.show(flyer_rows.event_rows(session, choice, self._event_limit))
        self.outdated_flyers.refresh()
        self.flyer_job.changed.emit()

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether there is a flyer to print and nothing is being printed."""
        return self._is_ready

    @Property(bool, notify=changed)
    def hasStick(self) -> bool:
        return self.target is not None

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        return self._is_ready and self.target is not None

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The address of the picture of the page that is shown, '' while there is none."""
        return QUrl.fromLocalFile(self._pages[self._page]).toString() if self._pages else ""

    @Property(str, notify=changed)
    def pageNumber(self) -> str:
        """The number of the page that is shown and of all pages, '' when there is only one."""
        return f"{self._page + 1} / {len(self._pages)}" if len(self._pages) > 1 else ""

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why there is no preview, or what is wrong with the Corner's own template."""
        translator = self.session.translator
        if done := self._preview_reply.get("done"):
            return translator.text("flyers.template", trouble=done["trouble"]) if done.get("trouble") else ""
        if self._preview_reply:
            return self.session.localise(error_text(self._preview_reply)) or translator.text("flyers.trouble")
        return "" if self._choice.command else translator.text("flyers.nothing_coming")

    @Property(bool, notify=changed)
    def isDrawing(self) -> bool:
        """Whether a preview is being drawn or about to be."""
        return self._preview_process is not None or self._draw_timer.isActive()

    @Property(str, notify=changed)
    def subject(self) -> str:
        return self._choice.subject

    @Property(bool, notify=changed)
    def hasKinds(self) -> bool:
        """Whether the flyer has a kind to choose."""
        return self._choice.about_events

    @Property(bool, notify=changed)
    def hasMoreEvents(self) -> bool:
        """Whether there may be events that are not listed yet."""
        return self._choice.subject == "event" and len(self._events.rows) == self._event_limit

    @Property(str, notify=changed)
    def copies(self) -> str:
        return self.session.translator.text("flyers.copies", n=self._choice.copies)

    @Property(OptionRows, constant=True)
    def subjects(self) -> OptionRows:
        return self._options["subject"]

    @Property(OptionRows, constant=True)
    def kinds(self) -> OptionRows:
        return self._options["kind"]

    @Property(OptionRows, constant=True)
    def themes(self) -> OptionRows:
        return self._options["theme"]

    @Property(OptionRows, constant=True)
    def languages(self) -> OptionRows:
        return self._options["language"]

    @Property(OptionRows, constant=True)
    def papers(self) -> OptionRows:
        return self._options["paper"]

    @Property(OptionRows, constant=True)
    def inks(self) -> OptionRows:
        return self._options["ink"]

    @Property(OfferRows, constant=True)
    def events(self) -> OfferRows:
        return self._events

    @Property(PaperJob, constant=True)
    def job(self) -> PaperJob:
        return self.flyer_job

    @Property(OutdatedFlyers, constant=True)
    def outdated(self) -> OutdatedFlyers:
        return self.outdated_flyers
