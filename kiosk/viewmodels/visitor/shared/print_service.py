"""Runs the print requests of visitors in child processes, where the settings of the Corner allow it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.window_frame import WindowFrame
from kiosk.viewmodels.visitor.shared.print_state import PrintState

CommandBuilder = Callable[..., Sequence[object]]
"""Completes the arguments of a command of this program with the library and time of this kiosk."""


class PrintService(QObject):
    """Prints one sheet at a time with `kiosk flyer --visitor` and sets the message of the page that asked.

    The settings limit the pages of a visit, counted here, and of an hour, counted by the child process.
    """

    def __init__(
        self, frame: WindowFrame, states: Sequence[PrintState], build: CommandBuilder, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._frame, self._build_command = frame, build
        self._states = states
        self._requester = states[0]
        self._child: ChildProcess | None = None
        self._printed = 0
        for state in self._states:
            state.requested.connect(partial(self._print, state))
        frame.pageChanged.connect(self._on_page_changed)

    def _on_page_changed(self) -> None:
        """Reset the count and the messages when the visit has ended."""
        if self._frame.unattended:
            self._printed = 0
            for state in self._states:
                state.set_message(None)

    def _print(self, state: PrintState, arguments: list[str]) -> None:
        session = self._frame.session
        if self._child or session.settings.visitor_prints != "on":
            return
        allowance = session.settings.visitor_prints_per_visit - self._printed
        if allowance <= 0:
            state.set_message("flyers.visit_cap")
            return
        self._requester = state
        command = ("flyer", *arguments, "--language", session.language, "--print", "--visitor", allowance)
        self._child = ChildProcess(self._build_command(*command, "--json"), self)
        self._child.ended.connect(self._on_ended)
        self._child.start()
        state.set_message("flyers.printing", busy=True)

    def _on_ended(self, reply: ChildReply) -> None:
        self._child = None
        if "done" in reply:
            self._printed += reply["done"]["printed"]
            self._requester.set_message("flyers.take")
            return
        self._requester.set_message("flyers.ask", text=error_text(reply) if _is_for_visitors(reply) else {})


def _is_for_visitors(reply: ChildReply) -> bool:
    """Whether a visitor can act on the error; those of the printer are for staff, who see them on Health."""
    code = str((reply.get("error") or {}).get("code", ""))
    return code.startswith("flyers.") or code == "printing.busy"
