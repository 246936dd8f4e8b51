"""Reads a table by the mapping in a folder, which it writes there as it was used."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.authoring.imports.found_event import FoundProgramme
from kiosk.authoring.imports.options import ImportOptions
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.tables.mapping import ColumnMapping, find_mapping, write_mapping
from kiosk.authoring.imports.tables.open_columns import require_columns
from kiosk.authoring.imports.tables.table import Table
from kiosk.authoring.imports.tables.table_programme import read_table


@dataclass
class MappedTable:
    """The table in the file `subject`, if it has one; `name` is that of its mapping."""

    subject: Subject
    folder: Path
    name: str
    options: ImportOptions
    _mapping: ColumnMapping | None = field(default=None, init=False)

    def read(self, table: Table) -> FoundProgramme:
        """The programme of the table. Raises SourceProblems of `find_mapping` and `require_columns`."""
        if not table.rows:
            return FoundProgramme("table", self.subject.place())
        self._mapping = find_mapping(self.folder, self.name, table, self.options.columns)
        require_columns(self.subject, table, self._mapping, every=self.options.answers)
        return read_table(self.subject, table, self._mapping)

    def write_guess(self) -> None:
        """Write the mapping although the import has failed, for somebody to correct who cannot be asked."""
        if self._mapping and not self.options.answers:
            write_mapping(self.folder, self.name, self._mapping)

    def write(self) -> None:
        """Write the mapping, with the dates of words that were given."""
        if self._mapping:
            days = {**self._mapping.days, **self.options.days}
            write_mapping(self.folder, self.name, replace(self._mapping, days=days))
