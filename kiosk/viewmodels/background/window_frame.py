"""The interface through which the background services use the window; they know none of its pages."""

from typing import Protocol

from PySide6.QtCore import SignalInstance

from kiosk.programme.shown_programme import ShownProgramme
from kiosk.viewmodels.session import Session


class WindowFrame(Protocol):
    """The frame around the pages; `Shell` implements it."""

    session: Session

    @property
    def pageChanged(self) -> SignalInstance:
        """Emitted whenever another page is shown."""

    @property
    def unattended(self) -> bool:
        """Whether no visitor is reading, so that the programme may change."""

    def show_programme(self, programme: ShownProgramme | None) -> None:
        """Show another programme; only while `unattended`."""

    def set_pack_available(self, available: bool) -> None:
        """Set whether every page tells staff that a pack can be installed."""

    def refresh_search(self) -> None:
        """Search and count again, after the search index has changed."""
