"""The back stack of the pages a visitor has left."""

from typing import NamedTuple

from kiosk.viewmodels.visitor.page import Page


class HistoryEntry(NamedTuple):
    """A page that was left, with what it showed."""

    name: str
    page: Page
    view_state: object


class History:
    """The pages that were left, the latest last."""

    def __init__(self) -> None:
        self._entries: list[HistoryEntry] = []

    def push(self, name: str, page: Page) -> None:
        """Add a page with what it shows now."""
        self._entries.append(HistoryEntry(name, page, page.view_state))

    def clear(self) -> None:
        """Remove all entries."""
        self._entries.clear()

    def pop(self) -> str:
        """Remove the latest entry, restore what its page showed, return its name; '' when there is none."""
        if not self._entries:
            return ""
        entry = self._entries.pop()
        entry.page.restore(entry.view_state)
        return entry.name
