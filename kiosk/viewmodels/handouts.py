"""Flyers that visitors print of the event they read about, where the Corner allows it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from kiosk.viewmodels.child import Child, Said
from kiosk.viewmodels.shell import Shell

PAPER = "A5"
Words = Callable[..., Sequence[object]]
"""Makes a command of this program, for this library and time, out of its first words."""


class Handouts(QObject):
    """Prints one sheet at a time by a child, `kiosk flyer --visitor`, and lets the page say how it goes.

    A visit may print as many as the settings say; how many an hour may bring is the child's to know.
    """

    def __init__(self, shell: Shell, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._words = shell, words
        self._page = shell.event_page
        self._child: Child | None = None
        self._printed = 0
        self._page.printWanted.connect(self._print)
        shell.pageChanged.connect(self._left)

    def _left(self) -> None:
        """Another visitor comes, who may print again."""
        if self._shell.unwatched:
            self._printed = 0
            self._page.tell("")

    def _print(self, event: str) -> None:
        session = self._shell.session
        if self._child or session.settings.visitor_prints != "on":
            return
        if self._printed >= session.settings.visitor_prints_per_visit:
            self._page.tell("flyers.visit_cap")
            return
        command = ("flyer", event, "--language", session.language, "--paper", PAPER, "--print", "--visitor")
        self._child = Child(self._words(*command, "--json"), self)
        self._child.ended.connect(self._ended)
        self._child.start()
        self._page.tell("flyers.printing", busy=True)

    def _ended(self, said: Said) -> None:
        self._child = None
        if "done" in said:
            self._printed += 1
            self._page.tell("flyers.take")
            return
        self._page.tell("flyers.ask", because=(said.get("error") or {}).get("text", {}))
