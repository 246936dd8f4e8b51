"""Changes the values of a TOML document that differ from others, and leaves everything else as it stands."""

from collections.abc import Collection, Mapping
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.items import AoT, Table

from kiosk.authoring.writing.new_tables import in_order, new_item, new_table, new_tables

_Table = Container | Table | Any


def merge(table: _Table, data: Mapping[str, Any], order: Collection[str]) -> None:
    """Make `table` hold what `data` has; new keys come in `order`, after those that are there."""
    for key in [key for key in table if key not in data]:
        table.remove(key)
    for key, value in in_order(data, order):
        if key not in table:
            _add(table, key, value)
        elif not same(_plain(table[key]), value):
            _change(table, key, value)


def same(one: object, other: object) -> bool:
    """Whether two values are equal, and of the same type but for numbers: `true` is not 1."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _plain(item: Any) -> object:
    return item.unwrap() if hasattr(item, "unwrap") else item


def _change(table: _Table, key: str, value: object) -> None:
    there = table[key]
    if isinstance(value, Mapping) and isinstance(there, Mapping):
        merge(there, value, ())
    elif isinstance(value, list) and _holds_tables(there, value) and len(there) == len(value):
        for inner, wanted in zip(there, value, strict=True):
            merge(inner, wanted, ())
    elif isinstance(there, AoT) and isinstance(value, list) and (tables := new_tables(key, value)):
        table[key] = tables
    else:
        item = new_item(value)
        if hasattr(there, "trivia"):
            item.trivia.comment_ws, item.trivia.comment = there.trivia.comment_ws, there.trivia.comment
        table[key] = item


def _holds_tables(there: object, value: list[Any]) -> bool:
    return isinstance(there, list) and all(isinstance(one, Mapping) for one in (*there, *value))


def _add(table: _Table, key: str, value: Any) -> None:
    tables = new_tables(key, value) if isinstance(value, list) else None
    if not isinstance(table, Container | Table):
        table[key] = new_item(value)  # an inline table, or a table whose parts lie apart
    elif isinstance(value, Mapping) and isinstance(table, tomlkit.TOMLDocument):
        table.append(key, new_table(value, ()))
    elif isinstance(value, Mapping) and value:
        for inner_key, inner in value.items():
            table.append(tomlkit.key([key, inner_key]), new_item(inner))
    elif tables is not None:
        table.append(key, tables)
    else:
        _add_value(table, key, value)


def _add_value(table: Container | Table, key: str, value: object) -> None:
    """Add a value after the last one, so that a comment above what comes next stays above it."""
    container = table.value if isinstance(table, Table) else table
    values = [name for name, item in container.body if name and not isinstance(item, Table | AoT)]
    if values:
        container._insert_after(values[-1], key, new_item(value))
    else:
        table[key] = new_item(value)
