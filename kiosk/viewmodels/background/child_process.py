"""Runs a command of this program in a child process, for work that could hang or crash (ADR 10)."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import kiosk
from kiosk.viewmodels.background.child_reply import ChildReply, as_reply, parse_line

CANCEL_DELAY = 5000
"""Milliseconds from SIGTERM to SIGKILL: the time a child process has to clear away what it has begun."""
KILL_DELAY = 3000
"""Milliseconds from SIGKILL to giving the process up as unkillable."""

_unkillable: list[QProcess] = []


def count_unkillable() -> int:
    """The number of child processes that could not be killed; the program must not wait for them at exit."""
    _unkillable[:] = [
        process for process in _unkillable if process.state() is not QProcess.ProcessState.NotRunning
    ]
    return len(_unkillable)


class ChildProcess(QObject):
    """Runs one command of the program.

    `progressed` carries each {"step", "done", "total"}, `ended` the reply: {"done": …} or {"error": …};
    {"error": None} when the child was cancelled or printed no JSON object. `released` follows when the
    process has exited, which for one that hangs in the kernel may be never; this object is then deleted too.
    """

    progressed = Signal(object)
    ended = Signal(object)
    released = Signal()

    def __init__(self, command: Sequence[object], parent: QObject, stdin_text: str = "") -> None:
        super().__init__(parent)
        self._arguments = [format_argument(argument) for argument in command]
        self._stdin_text = stdin_text
        self._reply: ChildReply | None = None
        self._has_ended = False
        self._process = QProcess()
        self._process.setProcessEnvironment(_environment())
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read_lines)
        self._process.finished.connect(self._handle_exit)
        self._process.errorOccurred.connect(self._handle_error)
        self._kill_timer = QTimer(self, singleShot=True)
        self._kill_timer.timeout.connect(self._escalate)

    def start(self) -> None:
        """Start the process; the signals report its progress and its end."""
        self.launch()
        self.send(self._stdin_text)
        self._process.closeWriteChannel()

    def launch(self) -> None:
        """Start the process, which may wait for what it is sent."""
        self._process.start(sys.executable, ["-X", "utf8", "-P", "-m", "kiosk", *self._arguments])

    def send(self, text: str) -> None:
        """Write to the standard input of the process."""
        self._process.write(text.encode())

    def cancel(self) -> None:
        """Terminate the process, which ends at once unless it hangs; `ended` follows in any case."""
        if not self._has_ended and not self._kill_timer.isActive():
            self._process.terminate()
            self._kill_timer.start(CANCEL_DELAY)

    def kill(self, grace: int = 0) -> None:
        """Kill the process and return when it has ended, because the window is about to close.

        One that was cancelled has `grace` milliseconds to clear away what it has begun. `ended` is emitted
        from here and not from the process, which may outlive this object.
        """
        if self._has_ended and self._process.state() is QProcess.ProcessState.NotRunning:
            return
        self._process.blockSignals(True)
        if grace:
            self._process.waitForFinished(grace)
        self._process.kill()
        self._process.waitForFinished(KILL_DELAY)
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._handle_exit()
        else:
            _unkillable.append(self._process)
            self._end({"error": None})

    def abandon(self, parent: QObject) -> None:
        """Cancel the process and report nothing more, because who started it is deleted."""
        self.setParent(parent)
        self.blockSignals(True)
        self.cancel()

    def _escalate(self) -> None:
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        if self._has_ended:
            _unkillable.append(self._process)
            return
        self._process.kill()
        self._end({"error": None})
        self._kill_timer.start(KILL_DELAY)

    def _read_lines(self) -> None:
        while self._process.canReadLine():
            message = parse_line(bytes(self._process.readLine().data()))
            if "progress" in message:
                self.progressed.emit(message["progress"])
            elif message:
                self._reply = as_reply(message)

    def _handle_exit(self) -> None:
        self._read_lines()
        if rest := parse_line(bytes(self._process.readAll().data())):
            self._reply = as_reply(rest)
        self._kill_timer.stop()
        self._end(self._reply or {"error": None})
        self._release()

    def _handle_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end({"error": None})
            self._release()

    def _release(self) -> None:
        self.released.emit()
        self.deleteLater()

    def _end(self, reply: ChildReply) -> None:
        if not self._has_ended:
            self._has_ended = True
            self.ended.emit(reply)


def format_argument(argument: object) -> str:
    """The argument as a word of a command line; a path as a URI where Qt may change its bytes."""
    if isinstance(argument, Path) and not str(argument).isascii():
        return argument.absolute().as_uri()
    return str(argument)


def _environment() -> QProcessEnvironment:
    """The environment of this process, with this program's folder first in PYTHONPATH."""
    environment = QProcessEnvironment.systemEnvironment()
    program = str(Path(kiosk.__file__).parents[1])
    python_path = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (program, python_path))))
    return environment
