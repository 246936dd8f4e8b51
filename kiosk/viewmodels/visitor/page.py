"""What every page of a visitor's way is made of."""

from typing import Any

from PySide6.QtCore import QObject

from kiosk.viewmodels.session import Session


class Page(QObject):
    """A page that is kept while others are shown, and can be come back to as it was."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def open(self, _: str = "") -> None:
        """Turn to what is asked for, as far as the page can show one thing or another."""

    @property
    def view_state(self) -> object:
        """What is on the page, for `restore` to bring back."""
        return None

    def restore(self, _: Any) -> None:
        """Show again what `view_state` returned."""

    def reset(self) -> None:
        """Turn to nothing: the programme it was in is no longer shown."""

    def refresh(self) -> None:
        """Derive everything from the session."""
        raise NotImplementedError
