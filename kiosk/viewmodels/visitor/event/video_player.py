"""The video of an event as a visitor watches it: begun by a touch, quiet again for the next visitor."""

from importlib.util import find_spec

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base import qr_code
from kiosk.base.links import host_of
from kiosk.base.model import Caption, Media
from kiosk.i18n.translator import pick
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

STEP = 10
"""Hundredths of the full volume that a touch on 'louder' adds."""
SIGN_OF_LIFE = 1000
"""Milliseconds of the film after which whoever watches it counts as there."""


@QmlElement
class VideoPlayer(QObject):
    """What is played, where it is, and what is said there; the player in QML tells how it goes."""

    changed = Signal()
    reached = Signal()
    watched = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._event = ""
        self._media: Media | None = None
        self._ready = self._playing = self._begun = False
        self._at = self._alive = 0
        self._volume = session.settings.volume

    def take(self, event: str, media: Media | None) -> None:
        """Be about the video `media` of that event, at its beginning; None is for none."""
        self._event, self._media = event, media
        self.rest()

    def refresh(self) -> None:
        """Derive everything from the session."""
        self.changed.emit()
        self.reached.emit()

    @Slot()
    def rest(self) -> None:
        """Nobody watches any more: what comes next begins anew, as loud as usual."""
        self._ready = self._playing = self._begun = False
        self._at = self._alive = 0
        self._volume = self._session.settings.volume
        self.refresh()

    @Slot(bool)
    def offer(self, ready: bool) -> None:
        """Let it be played, for its player can, or no more; a player that was left may still say so."""
        self._ready = ready and self._media is not None
        self._playing = self._playing and self._ready
        self.changed.emit()

    @Slot(bool)
    def play(self, wanted: bool) -> None:
        """Play or pause, as a visitor wants."""
        self._playing = wanted and self._ready
        self._begun = self._begun or self._playing
        self.changed.emit()

    @Slot()
    def end(self) -> None:
        """It is over: its poster is back."""
        self._playing = self._begun = False
        self.reach(0)
        self.changed.emit()

    @Slot(int)
    def reach(self, at: int) -> None:
        """It has come to `at`, in milliseconds from its beginning."""
        self._at = at
        if self._playing and abs(at - self._alive) >= SIGN_OF_LIFE:
            self._alive = at
            self.watched.emit()
        self.reached.emit()

    @Slot(int)
    def louder(self, steps: int) -> None:
        """Change the volume by so many steps, downwards if they are negative."""
        self._volume = min(100, max(0, self._volume + steps * STEP))
        self.changed.emit()

    @property
    def _link(self) -> str:
        """The video's address elsewhere, if its publisher may link there."""
        showing, url = self._session.programme, self._media.url if self._media else ""
        return url if url and showing and showing.may_link(self._event, url) else ""

    @property
    def _captions(self) -> tuple[Caption, ...]:
        """In the visitor's language or the nearest there is."""
        if not self._media or not self._media.captions:
            return ()
        return self._media.captions[
            pick({code: code for code in self._media.captions}, self._session.language)[1]
        ]

    @Property(bool, constant=True)
    def installed(self) -> bool:
        """Whether there is a player on this machine."""
        return has_player()

    @Property(str, notify=changed)
    def source(self) -> str:
        """The address of the file, '' while there is no video to be seen."""
        if self._media is None or self._session.programme is None:
            return ""
        return self._session.media_file(
            self._session.programme.address(self._event, self._media.file)
        ).as_uri()

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._ready

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        return self._playing

    @Property(bool, notify=changed)
    def begun(self) -> bool:
        """Whether its picture takes the place of the poster."""
        return self._begun

    @Property(float, notify=changed)
    def volume(self) -> float:
        """From 0 to 1."""
        return self._volume / 100

    @Property(float, notify=reached)
    def part(self) -> float:
        """How much of it has been played, from 0 to 1."""
        whole = self._media.duration * 1000 if self._media else 0
        return min(1.0, self._at / whole) if whole else 0.0

    @Property(str, notify=reached)
    def time(self) -> str:
        """Where it is and how long it is: '0:12 / 1:05'."""
        whole = self._media.duration if self._media else 0
        return f"{_clock(self._at // 1000)} / {_clock(whole)}"

    @Property(str, notify=reached)
    def caption(self) -> str:
        """What is said now, '' for nothing."""
        said = (one.text for one in self._captions if one.start <= self._at < one.end)
        return " ".join(said) if self._begun else ""

    @Property(str, notify=changed)
    def payload(self) -> str:
        """What the code says that leads to the video elsewhere, '' for nothing."""
        return self._link

    @Property(str, notify=changed)
    def host(self) -> str:
        return host_of(self._link)

    @Property(int, notify=changed)
    def modules(self) -> int:
        """The side of the code's matrix with its quiet zone, 0 for none."""
        return len(qr_code.qr_matrix(self._link)) if self._link else 0


def has_player() -> bool:
    """Whether Qt's player is installed (docs/install.md)."""
    return find_spec("PySide6.QtMultimedia") is not None


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
