"""Reads TOML files and records the line of each value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

import tomli

from kiosk.authoring.source.problems import Path, Place, Problem
from kiosk.base.safe_open import read_regular_file

_ERROR_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_FENCE = re.compile(r"\"\"\"|'''")


@dataclass(frozen=True)
class TomlDocument:
    """One TOML file: its display name, its tables, its text."""

    name: str
    data: Mapping[str, Any]
    text: str

    @cached_property
    def lines(self) -> Mapping[Path, int]:
        """The line of each key and header; only problems ask for it."""
        return _find_lines(self.text)

    def place_of(self, path: Path) -> Place:
        """The line of the value at `path`, or of the innermost enclosing table that has one."""
        found = (
            self.lines[path[:length]] for length in range(len(path), 0, -1) if path[:length] in self.lines
        )
        return Place(self.name, next(found, 0))

    def typed_at(self, path: Path) -> str:
        """'', for a text editor shows the line."""
        return ""


def read_document(path: FilePath, name: str) -> TomlDocument | Problem:
    """The file at `path`, or the problem of why it cannot be read."""
    try:
        text = read_regular_file(path).decode("utf-8-sig")
        return TomlDocument(name, tomli.loads(text), text)
    except UnicodeDecodeError:
        return Problem("file_encoding", Place(name))
    except OSError:
        return Problem("file_unreadable", Place(name))
    except tomli.TOMLDecodeError as error:
        place = _ERROR_PLACE.search(str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        return Problem("toml", Place(name, line), detail={"column": int(place[2]) if place else 1})


def _find_lines(text: str) -> dict[Path, int]:
    """The first line of each path; text inside multi-line strings is skipped."""
    lines: dict[Path, int] = {}
    list_positions: dict[Path, int] = {}
    table: Path = ()
    in_string = False
    for number, line in enumerate(text.split("\n"), 1):
        header, key = _HEADER.fullmatch(line), _KEY.match(line)
        if not in_string and header:
            table = _header_path(_split_key(header[2]), header[1] == "[[", list_positions)
            lines.setdefault(table, number)
        elif not in_string and key:
            path = table + _split_key(key[1])
            for length in range(len(table) + 1, len(path) + 1):
                lines.setdefault(path[:length], number)
        in_string ^= len(_FENCE.findall(line)) % 2 == 1
    return lines


def _header_path(names: tuple[str, ...], is_list: bool, list_positions: dict[Path, int]) -> Path:
    """The path of a header's table; `list_positions` holds the last position in each list of tables."""
    path: Path = ()
    for name in names[:-1]:
        path += (name,)
        path += (list_positions[path],) if path in list_positions else ()
    path += (names[-1],)
    if is_list:
        list_positions[path] = list_positions.get(path, -1) + 1
        path += (list_positions[path],)
    return path


def _split_key(key: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in key.split("."))
