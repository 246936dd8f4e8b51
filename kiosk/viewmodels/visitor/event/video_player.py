"""The video of an event: started by a tap, reset to its beginning and usual volume for the next visitor."""

from importlib.util import find_spec

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base import qr_code
from kiosk.base.links import host_of
from kiosk.base.model import Caption, Media
from kiosk.i18n.translator import pick_translation
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

VOLUME_STEP = 10
"""Volume added by one tap on 'louder', in per cent."""
ACTIVITY_INTERVAL = 1000
"""Milliseconds of playback after which the visitor counts as present."""


@QmlElement
class VideoPlayer(QObject):
    """Source, position, caption and volume of one video; VideoView.qml plays it and reports its progress."""

    changed = Signal()
    positionChanged = Signal()
    playbackProgressed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._event = ""
        self._media: Media | None = None
        self._ready = self._playing = self._started = False
        self._position = self._last_activity = 0
        self._volume = session.settings.volume

    def load(self, event: str, media: Media | None) -> None:
        """Take the video `media` of that event, at its beginning; None for no video."""
        self._event, self._media = event, media
        self.reset()

    def refresh(self) -> None:
        """Derive everything from the session."""
        self.changed.emit()
        self.positionChanged.emit()

    @Slot()
    def reset(self) -> None:
        """Return to the beginning, not started, at the volume of the settings."""
        self._ready = self._playing = self._started = False
        self._position = self._last_activity = 0
        self._volume = self._session.settings.volume
        self.refresh()

    @Slot(bool)
    def setReady(self, ready: bool) -> None:
        """Store whether the QML player can play the video; a player that was left may call this late."""
        self._ready = ready and self._media is not None
        self._playing = self._playing and self._ready
        self.changed.emit()

    @Slot(bool)
    def setPlaying(self, playing: bool) -> None:
        """Play or pause."""
        self._playing = playing and self._ready
        self._started = self._started or self._playing
        self.changed.emit()

    @Slot()
    def finish(self) -> None:
        """Return to the poster when the video has ended."""
        self._playing = self._started = False
        self.setPosition(0)
        self.changed.emit()

    @Slot(int)
    def setPosition(self, position: int) -> None:
        """Store the position, in milliseconds from the beginning."""
        self._position = position
        if self._playing and abs(position - self._last_activity) >= ACTIVITY_INTERVAL:
            self._last_activity = position
            self.playbackProgressed.emit()
        self.positionChanged.emit()

    @Slot(int)
    def changeVolume(self, steps: int) -> None:
        """Raise the volume by `steps`, lower it if they are negative."""
        self._volume = min(100, max(0, self._volume + steps * VOLUME_STEP))
        self.changed.emit()

    @property
    def _link(self) -> str:
        """The URL of the video on the web, '' if its publisher may not link there."""
        programme, url = self._session.programme, self._media.url if self._media else ""
        return url if url and programme and programme.may_link(self._event, url) else ""

    @property
    def _captions(self) -> tuple[Caption, ...]:
        """The captions in the visitor's language or the nearest there is."""
        if not self._media or not self._media.captions:
            return ()
        return self._media.captions[
            pick_translation({code: code for code in self._media.captions}, self._session.language)[1]
        ]

    @Property(bool, constant=True)
    def installed(self) -> bool:
        """Whether Qt's player is installed."""
        return has_player()

    @Property(str, notify=changed)
    def source(self) -> str:
        """The URL of the file, '' without a video that can be shown."""
        programme = self._session.programme
        if self._media is None or programme is None:
            return ""
        address = programme.media_address(self._event, self._media.file)
        try:
            programme.open_media(address).close()
        except OSError:
            return ""
        return programme.media_path(address).as_uri()

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._ready

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        return self._playing

    @Property(bool, notify=changed)
    def started(self) -> bool:
        """Whether the video has replaced its poster."""
        return self._started

    @Property(float, notify=changed)
    def volume(self) -> float:
        """From 0 to 1."""
        return self._volume / 100

    @Property(float, notify=positionChanged)
    def progress(self) -> float:
        """The played part, from 0 to 1."""
        length = self._media.duration * 1000 if self._media else 0
        return min(1.0, self._position / length) if length else 0.0

    @Property(str, notify=positionChanged)
    def timeText(self) -> str:
        """Position and length: '0:12 / 1:05'."""
        length = self._media.duration if self._media else 0
        return f"{_format_time(self._position // 1000)} / {_format_time(length)}"

    @Property(str, notify=positionChanged)
    def caption(self) -> str:
        """The caption at the position, '' for none."""
        current = (
            caption.text for caption in self._captions if caption.start <= self._position < caption.end
        )
        return " ".join(current) if self._started else ""

    @Property(str, notify=changed)
    def payload(self) -> str:
        """The payload of the QR code that leads to the video on the web, '' for none."""
        return self._link

    @Property(str, notify=changed)
    def host(self) -> str:
        return host_of(self._link)

    @Property(int, notify=changed)
    def modules(self) -> int:
        """The side of the QR code with its quiet zone, in modules; 0 for none."""
        return len(qr_code.qr_matrix(self._link)) if self._link else 0


def has_player() -> bool:
    """Whether Qt's player is installed (docs/installing.md)."""
    return find_spec("PySide6.QtMultimedia") is not None


def _format_time(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
