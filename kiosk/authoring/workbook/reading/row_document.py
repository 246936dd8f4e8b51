"""What a table of a source was read from: cells of a workbook, on one sheet or on several."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kiosk.authoring.source.problems import Path, Place
from kiosk.authoring.workbook.cells import CellValue, text_of


class Cell(NamedTuple):
    """A cell that is not empty, and where it stands."""

    value: CellValue
    place: Place

    @property
    def typed(self) -> str:
        """The cell as its author sees it."""
        return text_of(self.value)


@dataclass(frozen=True)
class Row:
    """The cells of a row by the paths of their values; `columns` are the places of the empty ones as well."""

    place: Place
    cells: Mapping[Path, Cell]
    columns: Mapping[Path, Place]

    @property
    def typed(self) -> Mapping[Path, str]:
        """The texts of its cells."""
        return {path: cell.typed for path, cell in self.cells.items()}


@dataclass(frozen=True)
class RowDocument:
    """A table made of one or more rows: its values, and the cell of each."""

    row: Row
    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[Path, Cell] = field(default_factory=dict)

    def place_of(self, path: Path) -> Place:
        """The cell of the value at `path` or of a table around it; where it is missing, the cell for it."""
        for length in range(len(path), 0, -1):
            if found := self._find(path[:length]):
                return found
        return self.row.place

    def typed_at(self, path: Path) -> str:
        """What its author has written there."""
        found = next((self.cells[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.cells), None)
        return found.typed if found else ""

    def _find(self, path: Path) -> Place | None:
        if path in self.cells:
            return self.cells[path].place
        there = [(at, cell.place) for at, cell in self.cells.items()]
        inside = (place for at, place in (*there, *self.row.columns.items()) if at[: len(path)] == path)
        return next(inside, None)
