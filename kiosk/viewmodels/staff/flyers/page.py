"""The page of flyers: what is to be made, a true picture of it, and the buttons that print and save it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

import kiosk.viewmodels.staff.flyers.option_rows as rows_of
from kiosk.library.library_paths import LibraryPaths
from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.flyers.choice import MOST_COPIES, Choice
from kiosk.viewmodels.staff.flyers.flyer_job import FlyerWork
from kiosk.viewmodels.staff.flyers.outdated import FlyerWall
from kiosk.viewmodels.staff.packs.rows import OfferRows
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.settings.rows import OptionRows

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

REST = 250
"""Milliseconds without another choice after which a flyer is drawn."""
FOLDERS = 4
"""Folders of pictures that take turns, so that none is written to while it is shown."""
AT_FIRST, MORE = 4, 12
"""Events listed at first, and with each touch of 'More'."""
PDF = "flyer.pdf"
NAMES = ("what", "theme", "kind", "language", "paper", "ink")
"""What there is to choose, beside the event."""


@QmlElement
class FlyersPage(StaffPage):
    """Every choice is drawn by a child, `kiosk flyer --preview`; the PDF it left is what is printed."""

    changed = Signal()
    drawn = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._options = {name: OptionRows(self) for name in NAMES}
        self._events = OfferRows(self)
        self._most = AT_FIRST
        self._choice = Choice()
        self._showing = session.programme
        self._page = 0
        self._turn = 0
        self._maker: ChildProcess | None = None
        self._made: ChildReply = {}
        self.work_shown = FlyerWork(session, background, self)
        self.wall_shown = FlyerWall(session, background, self)
        self.work_shown.changed.connect(self.changed)
        self.work_shown.finished.connect(self.wall_shown.look)
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._draw)
        background.stick_watcher.changed.connect(self.refresh)
        background.closing.connect(self._rest.stop)

    def open(self) -> None:
        """Staff have turned to this page: the programme may be another one than the last time."""
        self._choice, self._showing = self._usual(), self.session.programme
        self.work_shown.forget()
        self.wall_shown.look()
        self._begin()
        self._rest.stop()
        self._draw()

    def _usual(self) -> Choice:
        """The choice of before as far as it can still be made, else the first there is."""
        choice, showing = self._choice, self.session.programme
        if showing is None:
            return Choice()
        events = [card.id for card in showing.catalogue.cards(self.session.now)]
        themes = [theme.id for theme in showing.catalogue.themes()]
        return replace(
            choice,
            event=choice.event if choice.event in events else next(iter(events), ""),
            theme=choice.theme if choice.theme in themes else next(iter(themes), ""),
            language=choice.language or self.session.language,
        )

    @Slot(str, str)
    def choose(self, name: str, value: str) -> None:
        """Let `name` ('what', 'theme', 'kind', 'language', 'paper', 'ink') be that value."""
        self._take(self._choice.but(name, value))

    @Slot(int)
    def chooseEvent(self, place: int) -> None:
        """Let the flyer be about the event in that place of the list."""
        assert self.session.programme
        cards = self.session.programme.catalogue.cards(self.session.now, limit=1, offset=place)
        if cards:
            self._take(replace(self._choice, event=cards[0].id))

    def _take(self, choice: Choice) -> None:
        if choice != self._choice:
            self._choice = choice
            self.work_shown.forget()
            self._begin()

    @Slot(int)
    def addCopies(self, more: int) -> None:
        """Print so many more, or fewer."""
        copies = min(MOST_COPIES, max(1, self._choice.copies + more))
        self._choice = replace(self._choice, copies=copies)
        self.refresh()

    @Slot()
    def more(self) -> None:
        """List more events."""
        self._most += MORE
        self.refresh()

    @Slot(int)
    def turn(self, step: int) -> None:
        """Look at another page of the flyer."""
        self._page = min(max(0, self._page + step), max(0, len(self._pages) - 1))
        self.changed.emit()

    @Slot()
    def print(self) -> None:
        """Print what is drawn."""
        if self._ready:
            copies = ("--copies", self._choice.copies)
            self.work_shown.start("sheets", "print", self._pdf, *copies, *self.background.time_options)

    @Slot()
    def save(self) -> None:
        """Save what is drawn on the stick."""
        if self._ready and self.stick:
            target = Path(self.stick.path) / self._made["done"]["name"]
            self.work_shown.start("sheets", "save", self._pdf, target, *self.background.time_options)

    @Slot()
    def renew(self) -> None:
        """Print the flyers on the wall anew that are wrong."""
        self.work_shown.start("sheets", "reprint", *self.background.time_options)

    def _begin(self) -> None:
        """Draw it as soon as staff have done choosing."""
        if self._maker:
            self._maker.cancel()
            self._maker = None
        self._made, self._page = {}, 0
        self._rest.start()
        self.refresh()

    @Slot()
    def _draw(self) -> None:
        command = self._choice.command
        if not command:
            return
        self._turn = (self._turn + 1) % FOLDERS
        folder = LibraryPaths(self.session.settings.library.absolute()).flyers / f"preview-{self._turn}"
        maker = self._maker = ChildProcess(
            self.background.command(*command, "--preview", folder, "--json", *self.background.time_options),
            self,
        )
        maker.ended.connect(lambda said: self._drawn(said) if maker is self._maker else None)
        maker.start()
        self.refresh()

    def _drawn(self, said: ChildReply) -> None:
        self._maker, self._made = None, said
        self.refresh()
        self.drawn.emit()

    @property
    def _pages(self) -> list[str]:
        done: dict[str, Any] = self._made.get("done") or {}
        return list(done.get("pages", []))

    @property
    def _ready(self) -> bool:
        return bool(self._pages) and not self.work_shown.busy

    @property
    def _pdf(self) -> Path:
        return Path(self._pages[0]).with_name(PDF)

    @Slot()
    def refresh(self) -> None:
        """Say everything in the language of now; a flyer of another programme than the one shown is gone."""
        if self._showing is not self.session.programme:
            self.open()
            return
        session, choice = self.session, self._choice
        for name, rows in self._options.items():
            rows.show(getattr(rows_of, f"{name}_options")(session, choice))
        self._events.show(rows_of.event_rows(session, choice, self._most))
        self.wall_shown.refresh()
        self.work_shown.changed.emit()

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether there is a flyer to print."""
        return self._ready

    @Property(bool, notify=changed)
    def savable(self) -> bool:
        return self._ready and self.stick is not None

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The page that is shown, as a local address."""
        return QUrl.fromLocalFile(self._pages[self._page]).toString() if self._pages else ""

    @Property(str, notify=changed)
    def pages(self) -> str:
        """Which page of how many is shown, '' when there is only one."""
        return f"{self._page + 1} / {len(self._pages)}" if len(self._pages) > 1 else ""

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there is no picture, or what is wrong with the Corner's own template."""
        translator = self.session.translator
        if done := self._made.get("done"):
            return translator.text("flyers.template", trouble=done["trouble"]) if done.get("trouble") else ""
        if self._made:
            error = self._made.get("error") or {}
            return self.session.localise(error.get("text", {})) or translator.text("flyers.trouble")
        return "" if self._choice.command else translator.text("flyers.nothing_coming")

    @Property(bool, notify=changed)
    def drawing(self) -> bool:
        """Whether a picture is about to come."""
        return self._maker is not None or self._rest.isActive()

    @Property(str, notify=changed)
    def subject(self) -> str:
        return self._choice.what

    @Property(bool, notify=changed)
    def kinded(self) -> bool:
        """Whether there are kinds to choose from."""
        return self._choice.about_events

    @Property(bool, notify=changed)
    def moreEvents(self) -> bool:
        """Whether there are events that are not listed yet."""
        return self._choice.what == "event" and len(self._events.rows) == self._most

    @Property(str, notify=changed)
    def copies(self) -> str:
        return self.session.translator.text("flyers.copies", n=self._choice.copies)

    @Property(OptionRows, constant=True)
    def whats(self) -> OptionRows:
        return self._options["what"]

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

    @Property(FlyerWork, constant=True)
    def work(self) -> FlyerWork:
        return self.work_shown

    @Property(FlyerWall, constant=True)
    def wall(self) -> FlyerWall:
        return self.wall_shown
