"""Looks at the mission's network share now and then, so that nobody ever waits for it (ADR 10)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply

EVERY = 5 * 60 * 1000
"""Milliseconds between two looks at a share that is well."""
MOST = 60 * 60 * 1000
"""Milliseconds at most: each failure doubles the pause."""
SILENCE = 60 * 1000
"""Milliseconds a child may say nothing before it counts as hanging."""


class Share(QObject):
    """Sends a child `words` to the share, one at a time; `last` is what the last one said, None before that.

    While a child hangs there in a way that it cannot be ended, no other follows it.
    """

    changed = Signal()

    def __init__(self, words: Sequence[object], parent: QObject) -> None:
        super().__init__(parent)
        self.last: ChildReply | None = None
        self.failures = 0
        self._words = words
        self._child: ChildProcess | None = None
        self._next = QTimer(self, interval=EVERY, singleShot=True)
        self._next.timeout.connect(self.visit)
        self._silence = QTimer(self, interval=SILENCE, singleShot=True)
        self._silence.timeout.connect(self._give_up)

    @property
    def visiting(self) -> bool:
        """Whether a child is on its way, or has not come back."""
        return self._child is not None

    def visit(self) -> None:
        """Send a child, unless one is still there."""
        if self._child is None:
            self._child = ChildProcess(self._words, self)
            self._child.progressed.connect(self._heard)
            self._child.ended.connect(self._ended)
            self._child.released.connect(self._released)
            self._child.start()
            self._silence.start()
        self._plan()

    def send(self, words: Sequence[object]) -> None:
        """Send children with other `words` from now on; one that is on its way is called back."""
        self._words = words
        if self._child:
            self.cancel()
        else:
            self.visit()

    def cancel(self) -> None:
        """Call the child back: something else is to be installed first."""
        if self._child:
            self._child.cancel()

    def _plan(self) -> None:
        self._next.start(min(EVERY * 2 ** min(self.failures, 8), MOST))

    def _heard(self, _: object) -> None:
        self._silence.start()

    def _give_up(self) -> None:
        self.cancel()

    def _ended(self, said: ChildReply) -> None:
        self._silence.stop()
        self.last = said
        self.failures = 0 if "done" in said else self.failures + 1
        self._plan()
        self.changed.emit()

    def _released(self) -> None:
        self._child = None
