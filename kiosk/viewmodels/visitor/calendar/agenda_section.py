"""A section of the agenda: a heading, a note and events."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.visitor.shared.event_rows import EventRow, EventRows

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class SectionContent(NamedTuple):
    """The content of a section; `has_more` when the agenda has more events than `rows`."""

    heading: str = ""
    note: str = ""
    rows: Sequence[EventRow] = ()
    has_more: bool = False


@QmlElement
class AgendaSection(QObject):
    """A heading, a note and events; hidden when it has neither heading nor events."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = SectionContent()
        self._events = EventRows(self)

    def show(self, content: SectionContent) -> None:
        """Replace the content."""
        self._content = content
        self._events.show(content.rows)
        self.changed.emit()

    @Property(str, notify=changed)
    def heading(self) -> str:
        return self._content.heading

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._content.note

    @Property(bool, notify=changed)
    def isVisible(self) -> bool:
        return bool(self._content.heading or self._content.rows)

    @Property(EventRows, constant=True)
    def events(self) -> EventRows:
        return self._events
