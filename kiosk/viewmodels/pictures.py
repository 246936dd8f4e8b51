"""The pictures of an event, one of them seen as large as the screen allows."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.model import Event, MediaKind
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class Shown(NamedTuple):
    """A picture: its address, its size in pixels, and what is to be seen on it."""

    address: str = ""
    wide: int = 1
    high: int = 1
    alt: str = ""


@QmlElement
class Pictures(QObject):
    """Turns from one picture of the event to the next, in a ring; closed until a visitor opens it."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures: list[Shown] = []
        self._place = 0
        self._opened = False

    def show(self, event: Event | None) -> None:
        """Derive everything from the session, for that event; None for none."""
        self._pictures = list(self._of(event)) if event else []
        self._place = min(self._place, max(0, len(self._pictures) - 1))
        self._opened = self._opened and bool(self._pictures)
        self.changed.emit()

    def _of(self, event: Event) -> Iterator[Shown]:
        session = self._session
        for one in event.media:
            if one.kind is MediaKind.PICTURE:
                yield Shown(session.picture(event.id, one), one.width, one.height, session.say(one.alt))

    @Slot()
    def open(self) -> None:
        """Show the first picture."""
        self._place, self._opened = 0, bool(self._pictures)
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Show the event again."""
        self._opened = False
        self.changed.emit()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Show the next picture, or the one before."""
        self._place = (self._place + by) % max(1, len(self._pictures))
        self.changed.emit()

    @property
    def _shown(self) -> Shown:
        return self._pictures[self._place] if self._opened else Shown()

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._pictures)

    @Property(int, notify=changed)
    def place(self) -> int:
        return self._place

    @Property(bool, notify=changed)
    def opened(self) -> bool:
        return self._opened

    @Property(str, notify=changed)
    def address(self) -> str:
        """The picture that is seen, '' while it is closed: no other is kept in memory."""
        return self._shown.address

    @Property(int, notify=changed)
    def wide(self) -> int:
        return self._shown.wide

    @Property(int, notify=changed)
    def high(self) -> int:
        return self._shown.high

    @Property(str, notify=changed)
    def alt(self) -> str:
        return self._shown.alt

    @Property(str, notify=changed)
    def said(self) -> str:
        """Which of them it is, in words."""
        return self._session.words.text("screens.pictures.of", n=self._place + 1, m=self.count)
