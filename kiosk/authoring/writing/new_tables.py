"""Makes TOML of new values and tables, in the order and style of the demo programme."""

from collections.abc import Collection, Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, Item, Table

_EVENT_TABLES = ("occurrence", "speaker", "media")
"""Lists of an event whose tables stand one below the other, each with a heading."""


def new_item(value: object) -> Item:
    """A value, list or small table as it stands behind an equals sign; lines of a text stay lines."""
    if isinstance(value, str) and "\n" in value and "\r" not in value:
        written = tomlkit.string(value, multiline=True).as_string()
        return tomlkit.value(f'"""\n{written[3:]}')
    if isinstance(value, Mapping):
        table = tomlkit.inline_table()
        for key, inner in value.items():
            table.append(key, new_item(inner))
        return table
    if isinstance(value, list):
        return _new_list(value)
    return tomlkit.item(value)


def _new_list(values: list[Any]) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(new_item(value))
    return array.multiline(any(isinstance(value, Mapping) for value in values))


def new_table(data: Mapping[str, Any], order: Collection[str]) -> Table:
    """A table that stands below its heading, with the texts in it as dotted keys."""
    table = tomlkit.table()
    for key, value in in_order(data, order):
        if isinstance(value, Mapping) and value:
            for inner_key, inner in value.items():
                table.append(tomlkit.key([key, inner_key]), new_item(inner))
        else:
            table.append(key, new_item(value))
    return table


def new_tables(key: str, values: list[Any]) -> AoT | None:
    """The tables of a list that has a heading for each; None for any other list."""
    if key not in _EVENT_TABLES or not values or not all(isinstance(value, Mapping) for value in values):
        return None
    tables = tomlkit.aot()
    for value in values:
        tables.append(new_table(value, ()))
    return tables


def in_order(data: Mapping[str, Any], order: Collection[str]) -> list[tuple[str, Any]]:
    """The items of a table: values before tables, each in that order, then what is not in it."""
    places = {key: place for place, key in enumerate(order)}
    return sorted(data.items(), key=lambda item: (_is_table(*item), places.get(item[0], len(places))))


def _is_table(key: str, value: object) -> bool:
    return isinstance(value, Mapping) or (key in _EVENT_TABLES and isinstance(value, list))
