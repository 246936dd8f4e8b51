"""The staff area: opens after the PIN, shows one page at a time, closes after a time limit."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.sentence_ids import SentenceId
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.staff.containment import FaultBoundary, Property, Slot
from kiosk.viewmodels.staff.flyers.page import FlyersPage
from kiosk.viewmodels.staff.health.page import HealthPage
from kiosk.viewmodels.staff.health.rows import CheckRows, check_rows
from kiosk.viewmodels.staff.month.page import MonthPage
from kiosk.viewmodels.staff.packs.page import PacksPage
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.pin.new_pin import NewPin
from kiosk.viewmodels.staff.pin.pin_pad import PinPad
from kiosk.viewmodels.staff.settings.page import SettingsPage
from kiosk.viewmodels.staff.visits.page import VisitsPage

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

IDLE_LIMIT = 60_000
"""Milliseconds without a touch after which the area closes."""
OPEN_LIMIT = 600_000
"""Milliseconds after which it closes in any case."""

PIN_PAGE, NEW_PIN_PAGE, FAULT_PAGE = "pin", "keep", "fault"
PAGES: dict[str, tuple[SentenceId, str, type[StaffPage]]] = {
    "packs": ("staff.page.packs", "bold/package", PacksPage),
    "flyers": ("staff.page.flyers", "bold/printer", FlyersPage),
    "visits": ("staff.page.visits", "bold/chart-bar", VisitsPage),
    "month": ("staff.page.month", "bold/calendar-dots", MonthPage),
    "settings": ("staff.page.settings", "bold/sliders-horizontal", SettingsPage),
    "health": ("staff.page.health", "bold/heartbeat", HealthPage),
}
"""The pages of the navigation rail in order, with name, icon and view-model. PacksPage.qml shows 'packs'."""
_PAGE_TYPES: dict[str, type[QObject]] = {
    PIN_PAGE: PinPad,
    NEW_PIN_PAGE: NewPin,
    **{name: page_type for name, (_, _, page_type) in PAGES.items()},
}


class RailRow(NamedTuple):
    """One entry of the navigation rail; `number` says how much needs attention there, '' for nothing."""

    page: str
    label: str
    icon: str
    chosen: bool
    number: str


@QmlElement
class RailRows(RecordModel):
    """The entries of the navigation rail."""

    record = RailRow


@QmlElement
class StaffArea(FaultBoundary):
    """Closed until `open`; `page` is 'pin' until the PIN is accepted, 'keep' while a new PIN is shown.

    'fault' takes the place of a page that had a fault; its view-model is deleted, and the next tap on its
    button in the rail creates another one.
    """

    changed = Signal()

    def __init__(self, shell: Shell, background: BackgroundServices) -> None:
        super().__init__(background)
        self._shell = shell
        self._session = shell.session
        self._page = PIN_PAGE
        self._is_unlocked = False
        self._rail = RailRows(self)
        self._warnings = CheckRows(self)
        self._other_warnings = ""
        self.pin_pad = PinPad(self._session, background, self)
        self.pin_pad.accepted.connect(self.enter)
        self.new_pin = NewPin(self._session, background, self)
        self.new_pin.kept.connect(self.leaveNewPin)
        self._background = background
        background.health_monitor.changed.connect(self._update_warnings)
        background.outdated_sheets.changed.connect(self._show_rail)
        self._pages: dict[str, StaffPage] = {}
        self._faulty: set[str] = set()
        self._idle_timer = QTimer(self, interval=IDLE_LIMIT, singleShot=True)
        self._open_timer = QTimer(self, interval=OPEN_LIMIT, singleShot=True)
        for timer in (self._idle_timer, self._open_timer):
            timer.timeout.connect(self.leave)
        shell.activityRegistered.connect(self._restart_idle_timer)
        shell.languageChanged.connect(self._refresh)

    @Slot()
    def open(self) -> None:
        """Show the PIN pad."""
        self._open_page(PIN_PAGE)
        self.pin_pad.open()

    @Slot()
    def makeFirstPin(self) -> None:
        """Show the first PIN of this kiosk: somebody knew the staff gesture and said to be staff."""
        if self._page == PIN_PAGE and self.pin_pad.offersFirst:
            self.show_new_pin(first=True)

    @Slot()
    def replace_pin(self) -> None:
        """Show a PIN that is to replace the present one."""
        if self._is_unlocked:
            self.show_new_pin(first=False)

    def show_new_pin(self, *, first: bool, pin: str = "") -> None:
        """Show a new PIN, or `pin`, until staff have written it down."""
        self.new_pin.offer(first=first, pin=pin)
        self._open_page(NEW_PIN_PAGE)

    @Slot()
    def leaveNewPin(self) -> None:
        """Go back to the page Settings; after the first PIN to the visitors, as nobody has typed it yet."""
        self.new_pin.clear()
        self.show("settings") if self._is_unlocked else self.leave()

    def _open_page(self, page: str) -> None:
        self._page = page
        self._idle_timer.start() if page == PIN_PAGE else self._idle_timer.stop()
        self._open_timer.start()
        self._shell.show_staff_area(self)
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        """Show the first page, because the PIN was accepted."""
        self._is_unlocked = True
        self._background.health_monitor.run_checks()
        self._background.outdated_sheets.check()
        self._open_timer.start()
        self.show("packs")

    @Slot()
    def _restart_idle_timer(self) -> None:
        """Restart the idle time, because staff are there."""
        if self._idle_timer.isActive():
            self._idle_timer.start()

    @Slot(str)
    def show(self, page: str) -> None:
        """Show a page of the navigation rail."""
        if not self._is_unlocked or page not in PAGES:
            return
        self._page = page
        self._idle_timer.start()
        self.page_named(page).open()
        self._refresh()

    def page_named(self, name: str) -> StaffPage:
        """The view-model of the page with that name, created at the first call."""
        if name not in self._pages:
            page = self._pages[name] = PAGES[name][2](self._session, self._background, self)
            page.newPinRequested.connect(self.replace_pin)
            page.pageRequested.connect(self.show)
        return self._pages[name]

    def contain(self, model: QObject) -> bool:
        """Close the page that the model belongs to, once QML is done with it.

        A model of no page counts as part of the page on show; False when that is 'fault' already.
        """
        page = self._page_with(model)
        if page == FAULT_PAGE:
            return False
        self._faulty.add(page)
        QTimer.singleShot(0, self._close_faulty_pages)
        return True

    def _page_with(self, model: QObject) -> str:
        part: QObject | None = model
        while part:
            for name, page_type in _PAGE_TYPES.items():
                if isinstance(part, page_type):
                    return name
            part = part.parent()
        return self._page

    @Slot()
    def _close_faulty_pages(self) -> None:
        """Show 'fault' in place of a faulty page; end the child processes of each and delete it."""
        faulty, self._faulty = self._faulty, set()
        if self._page in faulty and self._open_timer.isActive():
            self._page = FAULT_PAGE
            self._refresh()
        self._pages = {name: page for name, page in self._pages.items() if name not in faulty}
        for page in self.findChildren(StaffPage):
            if page not in self._pages.values():
                for child in page.findChildren(ChildProcess):
                    child.abandon(self._background)
                page.deleteLater()

    @Slot()
    def leave(self) -> None:
        """Close the area and return to the first language; an installation goes on."""
        self._idle_timer.stop()
        self._open_timer.stop()
        self._page, self._is_unlocked = PIN_PAGE, False
        self.pin_pad.clear()
        self.new_pin.clear()
        self._background.job.clear_result()
        self._shell.setLanguage(self._session.settings.language)
        self._shell.showAttract()
        self.changed.emit()

    @Slot()
    def _update_warnings(self) -> None:
        """Show the worst warning with its remedy on every page except Health, which lists all checks."""
        checks = [] if self._page == "health" else self._background.health_monitor.warnings
        rows = check_rows(checks, self._session)
        self._warnings.show(rows[:1])
        names = " · ".join(row.name for row in rows[1:])
        self._other_warnings = self._session.translator.text("staff.also", names=names) if names else ""
        self.changed.emit()

    @Slot()
    def _show_rail(self) -> None:
        text, outdated = self._session.translator.text, len(self._background.outdated_sheets.sheets)
        numbers = {"flyers": str(outdated)} if outdated else {}
        self._rail.show(
            [
                RailRow(page, text(name), icon, page == self._page, numbers.get(page, ""))
                for page, (name, icon, _) in PAGES.items()
            ]
        )

    @Slot()
    def _refresh(self) -> None:
        self._update_warnings()
        self._show_rail()
        if self._page in PAGES:
            self.page_named(self._page).refresh()
        self.pin_pad.changed.emit()
        self.new_pin.changed.emit()
        self.changed.emit()

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(bool, notify=changed)
    def isUnlocked(self) -> bool:
        return self._is_unlocked

    @Property(NewPin, constant=True)
    def newPin(self) -> NewPin:
        return self.new_pin

    @Property(RailRows, constant=True)
    def rail(self) -> RailRows:
        return self._rail

    @Property(CheckRows, constant=True)
    def warnings(self) -> CheckRows:
        """The worst of the warnings, if there is any."""
        return self._warnings

    @Property(str, notify=changed)
    def otherWarnings(self) -> str:
        """What the other warnings are about, '' without any."""
        return self._other_warnings

    @Property(PinPad, constant=True)
    def pinPad(self) -> PinPad:
        return self.pin_pad

    @Property(QObject, notify=changed)
    def current(self) -> QObject | None:
        return self.page_named(self._page) if self._page in PAGES else None

    @Property(Shell, constant=True)
    def shell(self) -> Shell:
        return self._shell
