"""A list model over named tuples, which are quicker to define than dataclasses: each field is a role."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

USER_ROLE = 0x100
"""Qt.ItemDataRole.UserRole, for which Python would make all enums of Qt (ADR 23)."""
Index = QModelIndex | QPersistentModelIndex


class RecordModel(QAbstractListModel):
    """Rows of one named tuple, given by the subclass as `record`; its field names are the role names."""

    record: ClassVar[type[tuple[Any, ...]]]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Any] = ()
        self._names: tuple[str, ...] = self.record._fields  # type: ignore[attr-defined]

    @property
    def rows(self) -> Sequence[Any]:
        """The rows shown now."""
        return self._rows

    def show(self, rows: Sequence[Any]) -> None:
        """Replace the rows, keeping the delegates of those that stay; does nothing when they are equal."""
        if rows == self._rows:
            return
        before, after = len(self._rows), len(rows)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
        self._rows = rows
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()
        if kept := min(before, after):
            self.dataChanged.emit(self.index(0), self.index(kept - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:
        field = role - USER_ROLE
        if not index.isValid() or not 0 <= field < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[field])

    def roleNames(self) -> dict[int, Any]:
        return {USER_ROLE + i: name.encode() for i, name in enumerate(self._names)}
