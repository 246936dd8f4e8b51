"""Has the index of what is shown made, so that the session can search: once the first picture is there."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.errors import KioskError
from kiosk.library.showing import Showing
from kiosk.viewmodels.child import Child
from kiosk.viewmodels.session import Session


class Finder(QObject):
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
        showing = self._session.showing
        if showing is None or self._session.search:
            return
        if prepare(self._session):
            self._ready()
            return
        child = Child(self._words("index", "--progress"), self)
        child.ended.connect(lambda _: self._read(showing))
        child.start()

    def _read(self, showing: Showing) -> None:
        """Take the index that a child has kept; without one, it is tried again with the next programme."""
        from kiosk.library.finding import Search
        from kiosk.library.index_file import kept

        if showing is not self._session.showing:
            return
        try:
            index = kept(self._session.settings.library, showing)
        except KioskError:
            return
        if index:
            self._session.search = Search(showing.catalogue, index)
            self._ready()


def prepare(session: Session) -> bool:
    """Make the index of a small programme in memory, a fraction of a second; whether one can search now."""
    if session.search or session.showing is None:
        return session.search is not None
    from kiosk.library.finding import Search
    from kiosk.library.index_file import small
    from kiosk.library.indexing import index
    from kiosk.store.index import Index

    if small(session.showing):
        programme = session.showing.catalogue
        session.search = Search(programme, Index(index(programme)))
    return session.search is not None
