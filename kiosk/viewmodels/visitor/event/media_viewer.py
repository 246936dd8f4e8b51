"""The pictures and the video of an event, one at a time and as large as the screen allows."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.model import Event, Media, MediaKind
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.video_player import VideoPlayer

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MediaViewer(QObject):
    """What of an event's media is seen; closed until a visitor opens it."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._event = ""
        self._media: tuple[Media, ...] = ()
        self._place = 0
        self._opened = False
        self.video_player = VideoPlayer(session, self)

    def take(self, event: Event | None) -> None:
        """Be about this event, closed; None is for none."""
        self._event, self._media = (event.id, event.media) if event else ("", ())
        self.close()

    def refresh(self) -> None:
        """Derive everything from the session."""
        self.changed.emit()
        self.video_player.refresh()

    @Slot()
    def open(self) -> None:
        """Show the first one."""
        self._place, self._opened = 0, bool(self._media)
        self._show()

    @Slot()
    def close(self) -> None:
        """Show the event's page again."""
        self._opened = False
        self._show()

    @Slot(int)
    def turn(self, step: int) -> None:
        """Go `step` further (back if it is negative); after the last one comes the first."""
        if self._media:
            self._place = (self._place + step) % len(self._media)
            self._show()

    def _show(self) -> None:
        seen = self._seen
        self.video_player.take(self._event, seen if seen and seen.kind is MediaKind.VIDEO else None)
        self.changed.emit()

    @property
    def _seen(self) -> Media | None:
        return self._media[self._place] if self._opened else None

    @Property(bool, notify=changed)
    def opened(self) -> bool:
        return self._opened

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._media)

    @Property(int, notify=changed)
    def place(self) -> int:
        """Which one is seen, counted from 0."""
        return self._place

    @Property(str, notify=changed)
    def label(self) -> str:
        """What there is to open."""
        pictures = sum(media.kind is MediaKind.PICTURE for media in self._media)
        if pictures == len(self._media):
            return self._session.translator.plural("screens.viewer.pictures", pictures)
        return self._session.translator.text("screens.viewer.both" if pictures else "screens.viewer.video")

    @Property(str, notify=changed)
    def line(self) -> str:
        """Which of how many is seen, in words."""
        return self._session.translator.text("screens.viewer.place", n=self._place + 1, m=len(self._media))

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The address of what is seen, '' while it is closed."""
        return self._session.picture_address(self._event, self._seen)

    @Property(VideoPlayer, constant=True)
    def videoPlayer(self) -> VideoPlayer:
        return self.video_player

    @Property(str, notify=changed)
    def alt(self) -> str:
        """What is to be seen, in words."""
        return self._session.say(self._seen.alt) if self._seen else ""
