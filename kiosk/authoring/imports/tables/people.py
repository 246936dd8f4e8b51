"""Divides what a table says of the people of an event into persons."""

import re
from collections.abc import Iterable, Sequence

from kiosk.authoring.imports.found_event import Person

_BETWEEN = re.compile(r"\s*(?:[;\n|/]|,(?![^(]*\))|\s(?:&|and|und|и|және)\s)\s*")


def split_people(cells: Sequence[str]) -> list[Person]:
    """The persons in the cells of a row.

    Where a person has a cell of its own, what follows the first comma says who it is; one cell for all
    divides them by commas, semicolons, lines or 'and'.
    """
    if len(cells) == 1:
        return [Person(name) for name in _distinct(_BETWEEN.split(cells[0]))]
    named = (cell.partition(",") for cell in _distinct(cells))
    return [Person(name.strip(), about.strip()) for name, _, about in named]


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for one in names if (name := " ".join(one.split()))))
