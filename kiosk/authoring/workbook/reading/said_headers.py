"""What people have said that the headers of a workbook mean: the mapping file beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.authoring.mapping_file import read_mapping_file, said_of, write_said
from kiosk.authoring.source.problems import Problem, SourceProblems
from kiosk.authoring.workbook.reading.grids import Grid

_KEY = "headers"


def with_said_headers(grids: Sequence[Grid], workbook: Path, problems: list[Problem]) -> list[Grid]:
    """The grids with what was said of their headers; a mapping file that cannot be read is a problem."""
    try:
        said = said_of(read_mapping_file(workbook.parent), workbook.stem).get(_KEY)
    except SourceProblems as error:
        problems += error.problems
        return list(grids)
    tables = said if isinstance(said, dict) else {}
    return [replace(grid, said=_texts(tables.get(grid.name))) for grid in grids]


def say_headers(workbook: Path, answers: Mapping[tuple[str, str], str]) -> None:
    """Remember which column a header of a sheet names, as 'title.kk' or 'registration.url'; '' for none.

    Raises what `write_said` raises.
    """
    said = said_of(read_mapping_file(workbook.parent), workbook.stem).get(_KEY)
    tables = {name: _texts(table) for name, table in said.items()} if isinstance(said, dict) else {}
    for (sheet, header), column in answers.items():
        tables.setdefault(sheet, {})[header] = column
    write_said(workbook.parent, workbook.stem, {_KEY: tables})


def _texts(table: object) -> dict[str, str]:
    return {str(name): str(value) for name, value in table.items()} if isinstance(table, dict) else {}
