"""The other programme on the disk that staff can show again: the one before, or the one rolled back from."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.store.records import InstalledPack
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OtherProgramme(QObject):
    """Offers a roll back and a roll forward; each is asked for and then confirmed or refused."""

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._asked = ""

    @Slot()
    def askBack(self) -> None:
        """Ask whether to roll back."""
        self._ask("back")

    @Slot()
    def askForward(self) -> None:
        """Ask whether to roll forward."""
        self._ask("forward")

    @Slot()
    def refuse(self) -> None:
        """Leave the programme as it is."""
        self._ask("")

    @Slot()
    def confirm(self) -> None:
        """Do what was asked for."""
        asked = self._asked
        self._ask("")
        if asked == "back":
            self._background.roll_back()
        elif asked == "forward":
            self._background.roll_forward()

    def _ask(self, asked: str) -> None:
        self._asked = asked
        self.changed.emit()

    @property
    def _shown(self) -> Sequence[InstalledPack]:
        return self._session.programme.packs if self._session.programme else ()

    @property
    def _previous(self) -> Sequence[InstalledPack]:
        return self._session.programme.rollback_packs if self._session.programme else ()

    @property
    def _newer(self) -> Sequence[InstalledPack]:
        return self._session.programme.newer_packs if self._session.programme else ()

    @property
    def _back_label(self) -> str:
        text = self._session.translator.text
        if not self._previous:
            return ""
        if coming := [pack for pack in self._previous if pack not in self._shown]:
            return text("staff.back", version=coming[0].version)
        return text("staff.back.earlier")

    @property
    def _forward_label(self) -> str:
        if not self._newer:
            return ""
        coming = [pack for pack in self._newer if pack not in self._shown] or self._newer
        return self._session.translator.text("staff.forward", version=coming[0].version)

    @Property(str, notify=changed)
    def backLabel(self) -> str:
        """The label of the button that rolls back, '' without a previous programme."""
        return self._back_label

    @Property(str, notify=changed)
    def forwardLabel(self) -> str:
        """The label of the button that rolls forward, '' where no programme was rolled back from."""
        return self._forward_label

    @Property(str, notify=changed)
    def forwardNote(self) -> str:
        """The programme one can roll forward to, by title, number and date."""
        return self._session.translator.text("staff.forward.note", packs=self._describe(self._newer))

    @property
    def is_asking(self) -> bool:
        """Whether staff are being asked."""
        return self._asked != ""

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is asked for."""
        text = self._session.translator.text
        return text("staff.switch.back") if self._asked == "back" else text("staff.switch.forward")

    @Property(str, notify=changed)
    def shownText(self) -> str:
        """The programme on show, by title, number and date."""
        return self._session.translator.text("staff.switch.now", packs=self._describe(self._shown))

    @Property(str, notify=changed)
    def otherText(self) -> str:
        """The programme that would be shown instead."""
        other = self._previous if self._asked == "back" else self._newer
        return self._session.translator.text("staff.switch.then", packs=self._describe(other))

    @Property(str, notify=changed)
    def note(self) -> str:
        """That a roll back can be undone; '' for a roll forward."""
        return self._session.translator.text("staff.switch.kept") if self._asked == "back" else ""

    @Property(str, notify=changed)
    def confirmLabel(self) -> str:
        return self._back_label if self._asked == "back" else self._forward_label

    def _describe(self, packs: Sequence[InstalledPack]) -> str:
        session = self._session
        return "; ".join(
            session.translator.text(
                "staff.pack.dated",
                title=session.localise(pack.title),
                version=pack.version,
                date=dates.format_day(pack.updated, session.language),
            )
            for pack in packs
        )
