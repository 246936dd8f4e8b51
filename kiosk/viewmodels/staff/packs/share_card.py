"""The network folder on the page Programmes: when it was looked at last, what came of it, and 'Look now'."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.viewmodels.background.child_reply import error_text
from kiosk.viewmodels.background.share_poller import Look, SharePoller
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShareCard(QObject):
    """The latest look at the share, in words; without a share all texts are ''."""

    changed = Signal()

    def __init__(self, session: Session, poller: SharePoller | None, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._poller = poller
        if poller:
            poller.lookChanged.connect(self.changed)

    @Slot()
    def lookNow(self) -> None:
        """Look at the share at once, however long the pause after failures is."""
        if self._poller:
            self._poller.poll()

    @Property(str, notify=changed)
    def line(self) -> str:
        """The share, and when it was looked at last."""
        text, share = self._session.translator.text, self._session.settings.share
        if self._poller is None or share is None:
            return ""
        if self._poller.look is Look.NEVER:
            return text("staff.share.never", name=share.name)
        if self._poller.look is Look.LOOKING:
            return text("staff.share.looking", name=share.name)
        time = dates.clock_line(self._poller.looked_at, self._session.zone, self._session.language)
        return text("staff.share.looked", name=share.name, time=time)

    @Property(str, notify=changed)
    def result(self) -> str:
        """What came of the latest look, '' while there is none."""
        text = self._session.translator.text
        if self._poller is None or self._poller.look in (Look.NEVER, Look.LOOKING):
            return ""
        if self._poller.look is Look.SILENT:
            return text("sources.stuck") if self._poller.is_polling else text("staff.share.silent")
        if self._poller.look is Look.STOPPED:
            return text("staff.share.stopped")
        reply = self._poller.last_reply or {}
        if error := error_text(reply):
            return self._session.localise(error)
        if installed := reply["done"].get("installed"):
            return text("staff.share.installed", packs=self._name([one["pack"] for one in installed]))
        if self._poller.wanted:
            return text("staff.share.newer")
        refused = [file for file in reply["done"]["files"] if file["standing"] == "refused"]
        return self._session.localise(error_text(refused[0])) if refused else text("staff.share.none")

    def _name(self, packs: Sequence[Mapping[str, Any]]) -> str:
        session = self._session
        return ", ".join(
            session.translator.text(
                "staff.pack", title=session.localise(pack["title"]), version=pack["version"]
            )
            for pack in packs
        )

    @Property(bool, notify=changed)
    def canLook(self) -> bool:
        """Whether there is a share that is not being looked at right now."""
        return self._poller is not None and not self._poller.is_polling
