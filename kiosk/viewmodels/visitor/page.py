"""The base class of the pages for visitors."""

from typing import Any

from PySide6.QtCore import QObject

from kiosk.viewmodels.session import Session


class Page(QObject):
    """A page that is kept while others are shown; its view state can be restored."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def open(self, _: str = "") -> None:
        """Show the page, or the item with that id if the page can show several."""

    def prepare(self) -> None:
        """Fill the page with what the next visitor may see first, before it is shown."""
        self.open()

    @property
    def view_state(self) -> object:
        """What the page shows, for `restore`."""
        return None

    def restore(self, _: Any) -> None:
        """Show again what `view_state` returned, up to date."""
        self.refresh()

    def reset(self) -> None:
        """Empty the page: the visitor has left, or the programme has changed."""

    def refresh(self) -> None:
        """Derive everything from the session."""
        raise NotImplementedError
