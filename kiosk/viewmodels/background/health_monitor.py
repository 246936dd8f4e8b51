"""How the kiosk stands, as a child finds out: the window itself asks no disk, share or printer (ADR 10)."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply

WARNED_OF = ("content", "fallback", "damage", "freshness", "clock", "zone", "settings", "read_only")
"""The checks staff hear of wherever they are, when they are not well."""

MOST = 3
"""How many of them are named; the page of health has all."""


def screen_size() -> str:
    """The size of the screen, such as '1920x1080'."""
    size = QGuiApplication.primaryScreen().size()
    return f"{size.width()}x{size.height()}"


class HealthMonitor(QObject):
    """Sends `kiosk doctor`; `found` is what it said last, empty before, `failed` whether it said nothing."""

    changed = Signal()

    def __init__(self, words: Callable[..., Sequence[object]], parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._child: ChildProcess | None = None
        self.found: ChildReply = {}
        self.failed = False

    @property
    def looking(self) -> bool:
        """Whether it is being found out just now."""
        return self._child is not None

    @property
    def checks(self) -> Sequence[ChildReply]:
        """What was found, the worst first."""
        checks: Sequence[ChildReply] = self.found.get("checks", ())
        return checks

    @property
    def warnings(self) -> list[ChildReply]:
        """What staff should know wherever they are."""
        bad = ("broken", "attention")
        return [check for check in self.checks if check["id"] in WARNED_OF and check["level"] in bad][:MOST]

    def look(self) -> None:
        """Find out anew, unless that is being done already."""
        if self._child is None:
            self._child = self.send(self._looked)
            self.changed.emit()

    def send(self, heard: Callable[[dict[str, Any]], None], *options: object) -> ChildProcess:
        """Send a doctor with these options; `heard` gets what it says in the end."""
        about = ("--size", screen_size(), "--json")
        child = ChildProcess(self._words("doctor", *about, *options), self)
        child.ended.connect(heard)
        child.start()
        return child

    def _looked(self, said: dict[str, Any]) -> None:
        self._child = None
        self.failed = "done" not in said
        self.found = said.get("done", self.found)
        self.changed.emit()
