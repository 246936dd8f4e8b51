"""The page of settings: the few choices of the staff, a new PIN, and how this kiosk is set up."""

from collections import deque

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.page import StaffPage
from kiosk.viewmodels.staff.settings.rows import (
    KnownRows,
    OptionRows,
    arrival_options,
    known_rows,
    language_options,
    time_options,
    visitor_options,
    volume_options,
)
from kiosk.viewmodels.visitor.event.video_player import has_player

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

SHOW, SET, RESET = "show", "set", "reset"


@QmlElement
class SettingsPage(StaffPage):
    """Each choice is kept by a child, `kiosk settings`; it is shown at once, and a failure is told."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._languages, self._times, self._arrivals = OptionRows(self), OptionRows(self), OptionRows(self)
        self._visitors, self._volumes = OptionRows(self), OptionRows(self)
        self._known = KnownRows(self)
        self._orders: deque[tuple[str, ...]] = deque()
        self._chosen = False
        self._doubt = False
        self._making = False
        self._trouble: ChildReply | None = None

    def open(self) -> None:
        """Staff have turned to this page: what was chosen elsewhere since is taken over."""
        self._doubt = False
        self._order(SHOW)

    @Slot(str, str)
    def choose(self, key: str, value: str) -> None:
        """Let a setting be so from now on."""
        if value != self._value(key):
            self._order(SET, key, value)

    @Slot()
    def reset(self) -> None:
        """Take back what was chosen here."""
        self._order(RESET)

    @Slot(bool)
    def doubt(self, asked: bool) -> None:
        """Ask whether a new PIN is really meant, or no more."""
        self._doubt = asked
        self.refresh()

    @Slot()
    def makePin(self) -> None:
        """Have a new PIN made, and show it."""
        self._doubt, self._making, self._trouble = False, True, None
        child = ChildProcess(self.background.command("pin", "new", "--json"), self)
        child.ended.connect(self._made)
        child.start()
        self.refresh()

    @Slot(object)
    def _made(self, said: ChildReply) -> None:
        self._making = False
        self._trouble = None if "done" in said else said
        self.refresh()
        self.background.announce_pin(said)

    def _order(self, *order: str) -> None:
        """Do it when what was ordered before is done."""
        self._trouble = None
        self._orders.append(order)
        if len(self._orders) == 1:
            self._send()
        self.refresh()

    def _send(self) -> None:
        child = ChildProcess(self.background.command("settings", *self._orders[0], "--json"), self)
        child.ended.connect(self._kept)
        child.start()

    @Slot(object)
    def _kept(self, said: ChildReply) -> None:
        verb = self._orders.popleft()[0]
        if done := said.get("done"):
            self._chosen = bool(done["choices"])
            self.background.apply_settings(done["usual"] if verb == RESET else done["choices"])
        else:
            self._trouble = said
        if self._orders:
            self._send()
        self.refresh()

    def _value(self, key: str) -> str:
        """How a setting is, or will be as soon as the children are back."""
        wanted = (order[2] for order in reversed(self._orders) if order[:2] == (SET, key))
        return next(wanted, str(getattr(self.session.settings, key)))

    def refresh(self) -> None:
        """Say everything in the language of now."""
        session = self.session
        self._languages.show(language_options(session, self._value("language")))
        self._times.show(time_options(session, self._value("idle_seconds")))
        self._arrivals.show(arrival_options(session, self._value("share_install")))
        self._visitors.show(visitor_options(session, self._value("visitor_prints")))
        self._volumes.show(volume_options(session, self._value("volume")))
        self._known.show(known_rows(session))
        self.changed.emit()

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why the last thing could not be done, '' when all went well."""
        if self._trouble is None:
            return ""
        error = self._trouble.get("error") or {}
        return self.session.localise(error.get("text", {})) or self.session.translator.text("choices.trouble")

    @Property(bool, notify=changed)
    def chosen(self) -> bool:
        """Whether there is something to take back."""
        return self._chosen

    @Property(bool, notify=changed)
    def shared(self) -> bool:
        """Whether there is a network folder to choose for."""
        return bool(self.session.settings.share)

    @Property(bool, constant=True)
    def plays(self) -> bool:
        """Whether videos can be played here."""
        return has_player()

    @Property(bool, notify=changed)
    def doubted(self) -> bool:
        """Whether staff are asked if a new PIN is really meant."""
        return self._doubt

    @Property(bool, notify=changed)
    def making(self) -> bool:
        """Whether a PIN is being made."""
        return self._making

    @Property(OptionRows, constant=True)
    def languages(self) -> OptionRows:
        return self._languages

    @Property(OptionRows, constant=True)
    def times(self) -> OptionRows:
        return self._times

    @Property(OptionRows, constant=True)
    def arrivals(self) -> OptionRows:
        return self._arrivals

    @Property(OptionRows, constant=True)
    def visitors(self) -> OptionRows:
        return self._visitors

    @Property(OptionRows, constant=True)
    def volumes(self) -> OptionRows:
        return self._volumes

    @Property(KnownRows, constant=True)
    def known(self) -> KnownRows:
        return self._known
