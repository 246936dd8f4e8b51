"""Says where the values of an imported event stand in the file that it is from."""

from collections.abc import Mapping
from typing import Any

from kiosk.authoring.source.problems import Path, Place


class ImportedDocument:
    """The document of a table (`kiosk.authoring.source.raw_source.Document`)."""

    def __init__(self, data: Mapping[str, Any], place: Place, cells: Mapping[str, tuple[Place, str]]) -> None:
        self._data = data
        self._place = place
        self._cells = cells

    @property
    def data(self) -> Mapping[str, Any]:
        """The table."""
        return self._data

    def place_of(self, path: Path) -> Place:
        """The cell of the field, or the line where the event begins."""
        return self._cell(path)[0]

    def typed_at(self, path: Path) -> str:
        """What stands in the cell of the field; '' where the file has no cells."""
        return self._cell(path)[1]

    def _cell(self, path: Path) -> tuple[Place, str]:
        name = str(path[0]) if path else ""
        of_language = f"{name}.{path[1]}" if len(path) > 1 else name
        fields = (of_language, *_FIELDS.get(name, (name,)))
        return next((self._cells[field] for field in fields if field in self._cells), (self._place, ""))


_FIELDS: Mapping[str, tuple[str, ...]] = {
    "when": ("begin", "day"),
    "theme": ("topic",),
    "places": ("location",),
    "speaker": ("people",),
    "source": ("url",),
    "spoken": ("language",),
    "age": ("ages",),
    "price_note": ("price",),
    "hashtags": ("tags",),
}
"""The fields of a mapping from which a field of the event's table is made."""
