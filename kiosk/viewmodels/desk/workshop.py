"""Starts the jobs of the desk in child processes, of which one waits ready for the next job."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject

from kiosk.viewmodels.background.child_process import CANCEL_DELAY, ChildProcess

COMMAND = ("desk", "work")


class Workshop(QObject):
    """Keeps a process that has imported what a job needs, so that no job waits for that."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: ChildProcess | None = None

    def prepare(self) -> None:
        """Start the process that waits, if there is none."""
        if self._waiting is None:
            self._waiting = ChildProcess(COMMAND, self)
            self._waiting.launch()

    def start(self, job: Mapping[str, object]) -> ChildProcess:
        """The process that does the job; connect to its `ended` before the next event."""
        self.prepare()
        child = self._waiting
        assert child
        self._waiting = None
        child.send(json.dumps(job) + "\n")
        self.prepare()
        return child

    def close(self) -> None:
        """End all processes; those at work clear away what they have begun."""
        working = [child for child in self.findChildren(ChildProcess) if child is not self._waiting]
        for child in working:
            child.cancel()
        for child in working:
            child.kill(CANCEL_DELAY)
        # the one that waits, and any that was started because another has ended
        for child in self.findChildren(ChildProcess):
            child.kill()
