"""Writes the tables of a source as the cells of rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.authoring.source.problems import Path
from kiosk.authoring.workbook.cells import CellValue
from kiosk.authoring.workbook.columns import Column, value_path
from kiosk.authoring.workbook.names import Names

Cells = dict[Path, CellValue]
"""The cells of a row by the paths of their values."""


def table_cells(data: Mapping[str, Any], columns: Iterable[Column], names: Names) -> Cells:
    """The cells of those columns for which `data` has a value."""
    cells: Cells = {}
    for column in columns:
        for language in column.text_languages:
            path = value_path(column, language)
            value = _find(data, path)
            if value not in (None, "", []):
                cells[path] = column.kind.write(value, names)
    return cells


def _find(data: Any, path: Path) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, Mapping) else None
    return data
