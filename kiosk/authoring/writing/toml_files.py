"""Changes the TOML files of a source: one table a file, or several in one."""

from collections.abc import Collection, Mapping
from pathlib import Path as FilePath
from typing import Any

import tomlkit

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.source.problems import Problem, SourceProblems
from kiosk.authoring.source.toml_documents import read_document
from kiosk.authoring.writing.merge import merge
from kiosk.authoring.writing.table_order import order_tables


def write_table(file: FilePath, data: Mapping[str, Any], order: Collection[str]) -> None:
    """Make `file` hold `data`; what is equal stays as it is written. SourceProblems when it is not TOML."""
    document = _read(file)
    before = document.as_string()
    merge(document, data, order)
    if document.as_string() != before or not file.exists():
        _write(file, document.as_string())


def write_tables(
    file: FilePath, changed: Mapping[str, Mapping[str, Any]], ids: list[str], order: Collection[str]
) -> None:
    """Make the tables of `file` that are `changed` hold this, and put all tables into the order of `ids`.

    SourceProblems when it is not TOML.
    """
    document = _read(file)
    before = document.as_string()
    for id, data in changed.items():
        if id not in document:
            document.append(id, tomlkit.table())
        merge(document[id], data, order)
    text = order_tables(document.as_string(), ids)
    if text != before:
        _write(file, text)


def _read(file: FilePath) -> tomlkit.TOMLDocument:
    if not file.exists():
        return tomlkit.document()
    document = read_document(file, file.name)
    if isinstance(document, Problem):
        raise SourceProblems([document])
    return tomlkit.parse(document.text)


def _write(file: FilePath, text: str) -> None:
    with write_atomically(file) as part:
        part.write_bytes(text.encode())
