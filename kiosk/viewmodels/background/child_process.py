"""The program once more, as a child that does what could hang or crash and tells how it goes (ADR 10)."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import kiosk

PATIENCE = 3000
"""Milliseconds between asking a child to end, ending it, and giving it up."""

ChildReply = Mapping[str, Any]

_given_up: list[QProcess] = []


def count_unkillable() -> int:
    """How many children could not be ended: whoever leaves the program must not wait for them."""
    _given_up[:] = [
        process for process in _given_up if process.state() is not QProcess.ProcessState.NotRunning
    ]
    return len(_given_up)


class ChildProcess(QObject):
    """Runs one command of the program.

    `progressed` brings each {"step", "done", "total"}, `ended` the last thing said: {"done": …} or
    {"error": …};
    {"error": None} when the child was cancelled or said nothing that can be understood. `released` tells that
    the process is really gone, which for one that hangs in the kernel may be never; the child then goes too.
    """

    progressed = Signal(object)
    ended = Signal(object)
    released = Signal()

    def __init__(self, words: Sequence[object], parent: QObject, fed: str = "") -> None:
        super().__init__(parent)
        self._words = [str(word) for word in words]
        self._fed = fed
        self._last: ChildReply | None = None
        self._over = False
        self._process = QProcess()
        self._process.setProcessEnvironment(_environment())
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        self._urge = QTimer(self, interval=PATIENCE, singleShot=True)
        self._urge.timeout.connect(self._force)

    def start(self) -> None:
        """Begin; what becomes of it is told by the signals."""
        self._process.start(sys.executable, ["-P", "-m", "kiosk", *self._words])
        self._process.write(self._fed.encode())
        self._process.closeWriteChannel()

    def cancel(self) -> None:
        """Ask it to end, which it does at once unless it hangs; `ended` follows in any case."""
        if not self._over and not self._urge.isActive():
            self._process.terminate()
            self._urge.start()

    def leave(self) -> None:
        """End it at once, for the window is about to close."""
        self._process.kill()
        if not self._process.waitForFinished(PATIENCE):
            _given_up.append(self._process)

    def _force(self) -> None:
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        if self._over:
            _given_up.append(self._process)
            return
        self._process.kill()
        self._end({"error": None})
        self._urge.start()

    def _read(self) -> None:
        while self._process.canReadLine():
            said = _understood(bytes(self._process.readLine().data()))
            if "progress" in said:
                self.progressed.emit(said["progress"])
            elif said:
                self._last = _ending(said)

    def _finish(self) -> None:
        self._read()
        if rest := _understood(bytes(self._process.readAll().data())):
            self._last = _ending(rest)
        self._urge.stop()
        self._end(self._last or {"error": None})
        self._release()

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end({"error": None})
            self._release()

    def _release(self) -> None:
        self.released.emit()
        self.deleteLater()

    def _end(self, said: ChildReply) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(said)


def _ending(said: ChildReply) -> ChildReply:
    """What `--json` prints at the end of a success is taken as what `--progress` calls 'done'."""
    return said if "done" in said or "error" in said else {"done": said}


def _understood(line: bytes) -> ChildReply:
    """A line as an object, an empty one for anything else."""
    try:
        said = json.loads(line)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _environment() -> QProcessEnvironment:
    """That of this process, with the way to this very program, wherever it was started from."""
    environment = QProcessEnvironment.systemEnvironment()
    here = str(Path(kiosk.__file__).parents[1])
    known = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (here, known))))
    return environment
