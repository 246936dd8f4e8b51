"""Says by which id a row is known: the one that is typed, that of a known title, or one made of its title."""

from kiosk.authoring.loose.words import tidy
from kiosk.authoring.workbook.names import Tables
from kiosk.authoring.workbook.reading.make_id import make_id
from kiosk.authoring.workbook.reading.row_document import Row
from kiosk.rules.value_rules import SLUG
from kiosk.search.fold import fold


class RowIds:
    """The ids of rows whose names stand under `kind`; `known` are tables that have an id already."""

    def __init__(self, kind: str, known: Tables) -> None:
        self._kind = kind
        self._ids = {name: id for id, table in known.items() for name in self._folded(table.get(kind))}

    def find(self, row: Row) -> str:
        """The id of the row, '' when it has neither an id nor a name; its names are known from then on.

        A new id is made of the name in the first language by code, English before Kazakh and Russian.
        """
        typed = row.cells.get(("id",))
        names = {path[1]: cell.typed for path, cell in sorted(row.cells.items()) if path[0] == self._kind}
        called = self._folded(names)
        if typed:
            id = typed.typed if SLUG.accepts(typed.typed) else make_id(typed.typed)
        elif called:
            known = (self._ids[name] for name in called if name in self._ids)
            id = next(known, "") or make_id(next(iter(names.values())))
        else:
            return ""
        for name in called:
            self._ids.setdefault(name, id)
        return id

    def _folded(self, names: object) -> list[str]:
        there = names.values() if isinstance(names, dict) else ()
        return [fold(tidy(name)) for name in there if isinstance(name, str)]
