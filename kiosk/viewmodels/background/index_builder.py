"""Has the index of what is shown made, so that the session can search: once the first picture is there."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.base.errors import KioskError
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.search_setup import prepare
from kiosk.viewmodels.session import Session


class IndexBuilder(QObject):
    """Makes a small index itself; for a large one it sends a child, by the command that `words` completes."""

    def __init__(
        self,
        session: Session,
        ready: Callable[[], None],
        words: Callable[..., tuple[object, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._ready, self._words = session, ready, words

    def make(self) -> None:
        """Make what is shown searchable, unless it is."""
        showing = self._session.programme
        if showing is None or self._session.search:
            return
        if prepare(self._session):
            self._ready()
            return
        child = ChildProcess(self._words("index", "--progress"), self)
        child.ended.connect(lambda _: self._read(showing))
        child.start()

    def _read(self, showing: ShownProgramme) -> None:
        """Take the index that a child has kept; without one, it is tried again with the next programme."""
        from kiosk.programme.event_search import Search
        from kiosk.programme.search_index_file import kept

        if showing is not self._session.programme:
            return
        try:
            index = kept(self._session.settings.library, showing)
        except KioskError:
            return
        if index:
            self._session.search = Search(showing.catalogue, index)
            self._ready()
