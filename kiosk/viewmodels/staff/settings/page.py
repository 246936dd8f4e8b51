"""The page Settings: the settings staff may choose, a new PIN, and how this kiosk is set up."""

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.settings import PREFERENCES
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.settings.computer_power import ComputerPower
from kiosk.viewmodels.staff.settings.guide_card import GuideCard
from kiosk.viewmodels.staff.settings.rows import (
    OptionRows,
    SetupRows,
    idle_time_options,
    language_options,
    setup_rows,
    share_install_options,
    visitor_print_options,
    volume_options,
)
from kiosk.viewmodels.staff.settings.technician_number import TechnicianNumber
from kiosk.viewmodels.staff.settings.week_editor import WeekEditor
from kiosk.viewmodels.visitor.event.video_player import has_player

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

SHOW, SET, RESET = "show", "set", "reset"


@QmlElement
class SettingsPage(StaffPage):
    """A child process, `kiosk settings`, saves each choice; it is shown at once, a failure as `problem`."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._languages, self._idle_times, self._share_installs = (
            OptionRows(self),
            OptionRows(self),
            OptionRows(self),
        )
        self._visitor_prints, self._volumes = OptionRows(self), OptionRows(self)
        self._setup = SetupRows(self)
        self._week_editor = WeekEditor(session, partial(self.choose, "opening_hours"), self)
        self._technician = TechnicianNumber(session, partial(self.choose, "technician"), self)
        self._guide = GuideCard(self, lambda: not self._pending)
        self._power = ComputerPower(session, background, self)
        self._pending: deque[tuple[str, ...]] = deque()
        self._has_choices = False
        self._asks_new_pin = False
        self._error_reply: ChildReply | None = None

    def open(self) -> None:
        """Read the settings again, because they may have been changed elsewhere."""
        self._asks_new_pin = False
        self._technician.leave()
        self._guide.open()
        self._power.open()
        self._enqueue(SHOW)

    @Slot(str, str)
    def choose(self, key: str, value: str) -> None:
        """Set a setting."""
        if value != self._pending_value(key):
            self._enqueue(SET, key, value)

    @Slot()
    def reset(self) -> None:
        """Reset everything that staff have chosen."""
        self._enqueue(RESET)

    @Slot(bool)
    def askNewPin(self, ask: bool) -> None:
        """Ask staff whether they really want a new PIN, or stop asking."""
        self._asks_new_pin = ask
        self.refresh()

    @Slot()
    def makePin(self) -> None:
        """Have a new PIN shown, which replaces the present one once staff have written it down."""
        self._asks_new_pin = False
        self.refresh()
        self.newPinRequested.emit()

    def _enqueue(self, *order: str) -> None:
        """Run a command of `kiosk settings` after those that are pending."""
        self._error_reply = None
        self._pending.append(order)
        if len(self._pending) == 1:
            self._run_next()
        self.refresh()

    def _run_next(self) -> None:
        child = ChildProcess(self.background.command("settings", *self._pending[0], "--json"), self)
        child.ended.connect(self._handle_reply)
        child.start()

    @Slot(object)
    def _handle_reply(self, reply: ChildReply) -> None:
        verb = self._pending.popleft()[0]
        if done := reply.get("done"):
            self._has_choices = bool(done["choices"].keys() & set(PREFERENCES))
            usual = done["usual"] if verb == RESET else {}
            self.background.apply_settings(usual | done["choices"])
        else:
            self._error_reply = reply
        if self._pending:
            self._run_next()
        self.refresh()

    def _pending_value(self, key: str) -> str:
        """The value of a setting once all pending commands are done."""
        wanted = (order[2] for order in reversed(self._pending) if order[:2] == (SET, key))
        return next(wanted, str(getattr(self.session.settings, key)))

    def refresh(self) -> None:
        """Update all texts in the current language."""
        session = self.session
        self._languages.show(language_options(session, self._pending_value("language")))
        self._idle_times.show(idle_time_options(session, self._pending_value("idle_seconds")))
        self._share_installs.show(share_install_options(session, self._pending_value("share_install")))
        self._visitor_prints.show(visitor_print_options(session, self._pending_value("visitor_prints")))
        self._volumes.show(volume_options(session, self._pending_value("volume")))
        self._week_editor.show(self._pending_value("opening_hours"))
        self._technician.show(self._pending_value("technician"))
        self._guide.changed.emit()
        self._power.changed.emit()
        self._setup.show(setup_rows(session))
        self.changed.emit()

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why the last command failed, '' when it did not."""
        if self._error_reply is None:
            return ""
        text = self.session.localise(error_text(self._error_reply))
        return text or self.session.translator.text("choices.trouble")

    @Property(bool, notify=changed)
    def hasChoices(self) -> bool:
        """Whether staff have chosen any setting."""
        return self._has_choices

    @Property(bool, notify=changed)
    def hasShare(self) -> bool:
        """Whether this kiosk has a share."""
        return bool(self.session.settings.share)

    @Property(bool, constant=True)
    def hasPlayer(self) -> bool:
        """Whether this kiosk can play videos."""
        return has_player()

    @Property(bool, notify=changed)
    def asksNewPin(self) -> bool:
        """Whether staff are being asked if they really want a new PIN."""
        return self._asks_new_pin

    @Property(OptionRows, constant=True)
    def languages(self) -> OptionRows:
        return self._languages

    @Property(OptionRows, constant=True)
    def idleTimes(self) -> OptionRows:
        return self._idle_times

    @Property(OptionRows, constant=True)
    def shareInstalls(self) -> OptionRows:
        return self._share_installs

    @Property(OptionRows, constant=True)
    def visitorPrints(self) -> OptionRows:
        return self._visitor_prints

    @Property(OptionRows, constant=True)
    def volumes(self) -> OptionRows:
        return self._volumes

    @Property(SetupRows, constant=True)
    def setup(self) -> SetupRows:
        return self._setup

    @Property(WeekEditor, constant=True)
    def weekEditor(self) -> WeekEditor:
        return self._week_editor

    @Property(TechnicianNumber, constant=True)
    def technician(self) -> TechnicianNumber:
        return self._technician

    @Property(GuideCard, constant=True)
    def guide(self) -> GuideCard:
        return self._guide

    @Property(ComputerPower, constant=True)
    def power(self) -> ComputerPower:
        return self._power
