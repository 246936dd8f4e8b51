"""Builds the search index of the programme on show once the first picture is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.base.errors import KioskError
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.search_setup import prepare_search
from kiosk.viewmodels.session import Session


class IndexBuilder(QObject):
    """Builds a small index in this process, a large one in a child; `command` adds the child's options."""

    def __init__(
        self,
        session: Session,
        on_ready: Callable[[], None],
        command: Callable[..., tuple[object, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._on_ready, self._command = session, on_ready, command

    def build(self) -> None:
        """Build the index of the programme on show, unless there is one."""
        programme = self._session.programme
        if programme is None or self._session.search:
            return
        if prepare_search(self._session):
            self._on_ready()
            return
        child = ChildProcess(self._command("index", "--progress"), self)
        child.ended.connect(lambda _: self._load_index(programme))
        child.start()

    def _load_index(self, programme: ShownProgramme) -> None:
        """Load the index file a child has written; without one, the next programme brings the next try."""
        from kiosk.programme.event_search import EventSearch
        from kiosk.programme.search_index_file import load_search_index

        if programme is not self._session.programme:
            return
        try:
            index = load_search_index(self._session.settings.library, programme)
        except KioskError:
            return
        if index:
            self._session.search = EventSearch(programme.catalogue, index)
            self._on_ready()
