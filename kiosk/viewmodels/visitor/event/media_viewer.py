"""Shows the pictures and the video of an event, one at a time, as large as the screen allows."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.model import Event, Media, MediaKind
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.video_player import VideoPlayer

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MediaViewer(QObject):
    """The media of one event and which of them is shown; closed until a visitor opens it."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._event = ""
        self._media: tuple[Media, ...] = ()
        self._index = 0
        self._is_open = False
        self.video_player = VideoPlayer(session, self)

    def load(self, event: Event | None) -> None:
        """Take the media of this event and close; None for no event."""
        self._event, self._media = (event.id, event.media) if event else ("", ())
        self.close()

    def refresh(self) -> None:
        """Derive everything from the session."""
        self.changed.emit()
        self.video_player.refresh()

    @Slot()
    def open(self) -> None:
        """Open with the first picture or video."""
        self._index, self._is_open = 0, bool(self._media)
        self._update()

    @Slot()
    def close(self) -> None:
        """Close, so that the page of the event is visible again."""
        self._is_open = False
        self._update()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go `by` media further (back if it is negative); after the last one comes the first."""
        if self._media:
            self._index = (self._index + by) % len(self._media)
            self._update()

    def _update(self) -> None:
        current = self._current
        self.video_player.load(self._event, current if current and current.kind is MediaKind.VIDEO else None)
        self.changed.emit()

    @property
    def _current(self) -> Media | None:
        return self._media[self._index] if self._is_open else None

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._is_open

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._media)

    @Property(int, notify=changed)
    def index(self) -> int:
        """Which picture or video is shown, counted from 0."""
        return self._index

    @Property(str, notify=changed)
    def buttonLabel(self) -> str:
        """The text of the button that opens the viewer: what there is to see."""
        pictures = sum(media.kind is MediaKind.PICTURE for media in self._media)
        if pictures == len(self._media):
            return self._session.translator.plural("screens.viewer.pictures", pictures)
        return self._session.translator.text("screens.viewer.both" if pictures else "screens.viewer.video")

    @Property(str, notify=changed)
    def positionText(self) -> str:
        """Which of how many is shown, as text."""
        return self._session.translator.text("screens.viewer.place", n=self._index + 1, m=len(self._media))

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The address of the picture or poster, '' while the viewer is closed."""
        return self._session.picture_address(self._event, self._current)

    @Property(VideoPlayer, constant=True)
    def videoPlayer(self) -> VideoPlayer:
        return self.video_player

    @Property(str, notify=changed)
    def alt(self) -> str:
        """The alternative text of the picture or video."""
        return self._session.localise(self._current.alt) if self._current else ""
