"""The packs that lie on the stick, or on the share, for staff to take."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk.sources.linux_mounts import Stick
from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply

WANTED = ("first", "newer", "repair", "beside")
"""The standings in which a pack is worth installing."""


class Source(NamedTuple):
    """Where packs lie: `kind` is 'stick' or 'share', `packs` as `kiosk scan` tells them, `best` a place."""

    kind: str
    name: str
    path: str
    packs: Sequence[ChildReply]
    best: int | None


class Offers(QObject):
    """What the one stick that is plugged in holds.

    `trouble` is the id of a sentence when nothing can be offered, '' otherwise; `failed` the sentence of a
    child in every language.
    """

    changed = Signal()

    def __init__(self, words: Callable[[object], Sequence[object]], parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._child: ChildProcess | None = None
        self.stick: Stick | None = None
        self.source: Source | None = None
        self.trouble = ""
        self.failed: ChildReply = {}

    @property
    def looking(self) -> bool:
        """Whether a stick is being looked at."""
        return self._child is not None

    @property
    def wanted(self) -> bool:
        """Whether there is a pack worth installing."""
        return any(pack.get("standing") in WANTED for pack in self.source.packs) if self.source else False

    def take(self, sticks: Sequence[Stick]) -> None:
        """Look at what is plugged in now; what was before is forgotten."""
        self._drop()
        self.stick = self.source = None
        self.failed = {}
        self.trouble = "staff.sticks.several" if len(sticks) > 1 else ""
        if len(sticks) == 1:
            self.stick = sticks[0]
            if self.stick.safe:
                self._look(self.stick)
            else:
                self.trouble = "staff.sticks.unsafe"
        self.changed.emit()

    def again(self) -> None:
        """Look at the same stick once more: what it is to the programme has changed."""
        if self.stick:
            self.take([self.stick])

    def _look(self, stick: Stick) -> None:
        child = self._child = ChildProcess(self._words(stick.path), self)
        child.ended.connect(lambda said: self._seen(stick, said) if child is self._child else None)
        child.start()

    def _seen(self, stick: Stick, said: dict[str, Any]) -> None:
        self._child = None
        if "done" in said:
            done = said["done"]
            self.source = Source("stick", stick.name, str(stick.path), done["files"], done["best"])
        else:
            self.failed = (said["error"] or {}).get("text", {})
            self.trouble = "" if self.failed else "staff.sticks.unreadable"
        self.changed.emit()

    def _drop(self) -> None:
        if self._child:
            self._child.cancel()
            self._child = None
