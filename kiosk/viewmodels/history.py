"""The way a visitor came, to be gone back."""

from typing import NamedTuple

from kiosk.viewmodels.visitor.page import Page


class HistoryEntry(NamedTuple):
    """A page on the way here, with what it showed."""

    name: str
    page: Page
    view_state: object


class History:
    """One mark for each page that was left."""

    def __init__(self) -> None:
        self._marks: list[HistoryEntry] = []

    def remember(self, name: str, page: Page) -> None:
        """Leave a mark to come back to this page as it is now."""
        self._marks.append(HistoryEntry(name, page, page.view_state))

    def clear(self) -> None:
        """Forget the way."""
        self._marks.clear()

    def back(self) -> str:
        """The name of the page before, which is again as it was then; '' where the way began."""
        if not self._marks:
            return ""
        mark = self._marks.pop()
        mark.page.restore(mark.view_state)
        return mark.name
