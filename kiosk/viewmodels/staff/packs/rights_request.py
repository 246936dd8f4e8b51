"""What the publisher of a pack asks for, beside what is allowed today, and the act of allowing it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.sentence_ids import SentenceId
from kiosk.library.trust.rights_text import list_ids
from kiosk.packs.rights import RightKind
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

_LABELS: Mapping[RightKind, SentenceId] = {
    "name": "staff.rights.name",
    "hosts": "staff.rights.hosts",
    "venues": "staff.rights.venues",
    "themes": "staff.rights.themes",
    "rank": "staff.rights.rank",
}


class WantedRightRow(NamedTuple):
    """One kind of right: what is allowed today, and what is asked for."""

    label: str
    today: str
    wanted: str


@QmlElement
class WantedRightRows(RecordModel):
    """The rights of which more is asked for."""

    record = WantedRightRow


@QmlElement
class RightsRequest(QObject):
    """The request of the publisher of one pack; not shown without one, nor after 'Not now'."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._rows = WantedRightRows(self)
        self._asks: Mapping[str, Any] = {}
        self._file = ""
        self._dismissed = ""
        self._child: ChildProcess | None = None
        self._error_text: Mapping[str, str] = {}

    def show_pack(self, pack: ChildReply | None) -> None:
        """Show what the publisher of a pack of `kiosk scan` asks for, in the present language."""
        asks = (pack or {}).get("asks") or {}
        if asks != self._asks:
            self._asks, self._error_text = asks, {}
        self._file = str(pack["file"]) if pack else ""
        sentences = self._session.translator
        self._rows.show(
            [
                WantedRightRow(
                    sentences.text(_LABELS[right["kind"]]),
                    sentences.text("staff.rights.today", ids=list_ids(right["granted"], sentences)),
                    sentences.text("staff.rights.wanted", ids=list_ids(right["wanted"], sentences)),
                )
                for right in asks.get("rights", ())
            ]
        )
        self.changed.emit()

    @Slot()
    def allow(self) -> None:
        """Allow exactly what is shown, then look at the packs again."""
        if self._child or not self._asks:
            return
        options = ("--pack", self._file, "--request", self._asks["digest"], "--progress")
        command = self._background.command("trust", "allow", self._asks["publisher"], *options)
        self._child = ChildProcess(command, self)
        self._child.ended.connect(contained(self, self._handle_end))
        self._child.start()
        self.changed.emit()

    @Slot()
    def dismiss(self) -> None:
        """Leave the rights as they are; the request is not shown again while this page is open."""
        self._dismissed = str(self._asks.get("digest", ""))
        self.changed.emit()

    def _handle_end(self, reply: ChildReply) -> None:
        self._child = None
        self._error_text = error_text(reply)
        if "done" in reply:
            self._background.look_again()
        self.changed.emit()

    @Property(bool, notify=changed)
    def isShown(self) -> bool:
        return bool(self._asks) and self._asks["digest"] != self._dismissed

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        return self._child is not None

    @Property(str, notify=changed)
    def headline(self) -> str:
        """Who asks."""
        name = self._asks.get("name", "")
        return self._session.translator.text("staff.rights.headline", publisher=name) if self._asks else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        """What to do first, or why the rights could not be allowed."""
        if self._error_text:
            return self._session.localise(self._error_text)
        busy = self._child is not None
        return self._session.translator.text("staff.rights.saving" if busy else "staff.rights.hint")

    @Property(WantedRightRows, constant=True)
    def rows(self) -> WantedRightRows:
        return self._rows
