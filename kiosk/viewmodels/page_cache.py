"""Which pages exist as items of the window: those a visitor has opened, those prepared for the next one."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PageCache(QObject):
    """The names of the pages that exist; PageStack.qml creates and deletes their items."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._drawn = ""

    def add(self, name: str) -> None:
        """Create a page unless it exists."""
        if name not in self._names:
            self._show((*self._names, name))

    def draw(self, name: str) -> None:
        """Draw a page behind the one that is shown, with its pictures and letters; '' for none."""
        if name:
            self.add(name)
        if name != self._drawn:
            self._drawn = name
            self.changed.emit()

    def remove(self, names: Iterable[str]) -> None:
        """Delete these pages."""
        self._show(tuple(name for name in self._names if name not in set(names)))

    def keep_only(self, names: Iterable[str]) -> None:
        """Delete all other pages."""
        self._show(tuple(name for name in self._names if name in set(names)))

    def _show(self, names: tuple[str, ...]) -> None:
        if names != self._names:
            self._names = names
            self.changed.emit()

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def existing(self) -> list[str]:
        """The names of the pages that exist."""
        return list(self._names)

    @Property(str, notify=changed)
    def drawn(self) -> str:
        """The page that is drawn behind the one that is shown."""
        return self._drawn
