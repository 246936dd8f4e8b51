"""What visitors print, where the Corner allows it: the event they read about, or all they have marked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply
from kiosk.viewmodels.background.window_frame import WindowFrame
from kiosk.viewmodels.visitor.shared.print_state import Printing

Words = Callable[..., Sequence[object]]
"""Makes a command of this program, for this library and time, out of its first words."""


class PrintService(QObject):
    """Prints one sheet at a time by a child, `kiosk flyer --visitor`, and lets the page say how it goes.

    A visit may print as many pages as the settings say; how many an hour may bring is the child's to know.
    """

    def __init__(self, frame: WindowFrame, desks: Sequence[Printing], words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._words = frame, words
        self._desks = desks
        self._desk = desks[0]
        self._child: ChildProcess | None = None
        self._printed = 0
        for desk in self._desks:
            desk.wanted.connect(partial(self._print, desk))
        frame.pageChanged.connect(self._left)

    def _left(self) -> None:
        """Another visitor comes, who may print again."""
        if self._frame.unattended:
            self._printed = 0
            for desk in self._desks:
                desk.tell("")

    def _print(self, desk: Printing, what: list[str]) -> None:
        session = self._frame.session
        if self._child or session.settings.visitor_prints != "on":
            return
        left = session.settings.visitor_prints_per_visit - self._printed
        if left <= 0:
            desk.tell("flyers.visit_cap")
            return
        self._desk = desk
        command = ("flyer", *what, "--language", session.language, "--print", "--visitor", left)
        self._child = ChildProcess(self._words(*command, "--json"), self)
        self._child.ended.connect(self._ended)
        self._child.start()
        desk.tell("flyers.printing", busy=True)

    def _ended(self, said: ChildReply) -> None:
        self._child = None
        if "done" in said:
            self._printed += said["done"]["printed"]
            self._desk.tell("flyers.take")
            return
        self._desk.tell("flyers.ask", because=(said.get("error") or {}).get("text", {}))
