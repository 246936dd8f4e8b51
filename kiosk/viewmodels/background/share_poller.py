"""Polls the mission's network share in a child process, so that the screen never waits for it (ADR 10)."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply

POLL_INTERVAL = 5 * 60 * 1000
"""Milliseconds between two polls of a share that answers."""
MAX_INTERVAL = 60 * 60 * 1000
"""The longest interval in milliseconds: each failure doubles it."""
SILENCE_LIMIT = 60 * 1000
"""Milliseconds a child may report nothing before it counts as hanging."""


class Look(StrEnum):
    """The latest look at the share: none yet, one that is going on, or how it ended."""

    NEVER = "never"
    LOOKING = "looking"
    ANSWERED = "answered"
    SILENT = "silent"
    STOPPED = "stopped"


class SharePoller(QObject):
    """Runs one child with `command` at a time; `last_reply` is the latest reply, None before the first.

    `look` is the state of the latest poll, `looked_at` the time of its end by `now` (UTC seconds). `changed`
    is emitted at the end of a poll, `lookChanged` whenever `look` or `is_polling` change. While a child hangs
    and cannot be killed, no other one is started.
    """

    lookChanged = Signal()
    changed = Signal()

    def __init__(self, command: Sequence[object], now: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self.last_reply: ChildReply | None = None
        self.failures = 0
        self.look = Look.NEVER
        self.looked_at = 0
        self._command = command
        self._now = now
        self._child: ChildProcess | None = None
        self._is_stopped = False
        self._poll_timer = QTimer(self, interval=POLL_INTERVAL, singleShot=True)
        self._poll_timer.timeout.connect(self.poll)
        self._silence_timer = QTimer(self, interval=SILENCE_LIMIT, singleShot=True)
        self._silence_timer.timeout.connect(self._handle_silence)

    @property
    def wanted(self) -> list[int]:
        """The indices of the packs in `last_reply` that are worth installing, in order.

        They are the wanted ones that were not installed, and those that repair the programme on show, which
        a pull does not install by itself.
        """
        done = (self.last_reply or {}).get("done") or {}
        installed = [one["pack"] for one in done.get("installed", [])]
        return [
            index
            for index, file in enumerate(done.get("files", []))
            if file["standing"] == "repair" or (index in done["wanted"] and file.get("pack") not in installed)
        ]

    @property
    def waiting(self) -> list[int]:
        """The indices of the packs in `last_reply` that staff can install or allow, the wanted ones first."""
        done = (self.last_reply or {}).get("done") or {}
        return list(dict.fromkeys([*self.wanted, *done.get("waiting", [])]))

    @property
    def is_polling(self) -> bool:
        """Whether a child is running, or hangs."""
        return self._child is not None

    def poll(self) -> None:
        """Start a child at once, unless one is still running."""
        if self._child is None:
            self._child = ChildProcess(self._command, self)
            self._child.progressed.connect(self._handle_progress)
            self._child.ended.connect(self._handle_end)
            self._child.released.connect(self._forget_child)
            self.look, self._is_stopped = Look.LOOKING, False
            self._child.start()
            self._silence_timer.start()
            self.lookChanged.emit()
        self._schedule()

    def change_command(self, command: Sequence[object]) -> None:
        """Run another command from now on; cancel the child that is running."""
        self._command = command
        if self._child:
            self.cancel()
        else:
            self.poll()

    def cancel(self) -> None:
        """Cancel the child, because another pack is to be installed first."""
        if self._child:
            self._is_stopped = True
            self._child.cancel()

    def _schedule(self) -> None:
        self._poll_timer.start(min(POLL_INTERVAL * 2 ** min(self.failures, 8), MAX_INTERVAL))

    def _handle_progress(self, _: object) -> None:
        self._silence_timer.start()

    def _handle_silence(self) -> None:
        if self._child:
            self._child.cancel()

    def _handle_end(self, reply: ChildReply) -> None:
        self._silence_timer.stop()
        self.last_reply = reply
        self.looked_at = self._now()
        self.look = self._ended_look(reply)
        self.failures = 0 if "done" in reply else self.failures + 1
        self._schedule()
        self.lookChanged.emit()
        self.changed.emit()

    def _ended_look(self, reply: ChildReply) -> Look:
        if "done" in reply or reply.get("error"):
            return Look.ANSWERED
        return Look.STOPPED if self._is_stopped else Look.SILENT

    def _forget_child(self) -> None:
        self._child = None
        self.lookChanged.emit()
