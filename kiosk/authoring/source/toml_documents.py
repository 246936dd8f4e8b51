"""Reads TOML files and remembers on which line each value stands."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from kiosk.authoring.source.problems import Path, Problem

_ERROR_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_FENCE = re.compile(r"\"\"\"|'''")


@dataclass(frozen=True)
class Document:
    """One TOML file: its name for people, its tables, and the line of each key and header."""

    name: str
    data: Mapping[str, Any]
    lines: Mapping[Path, int]

    def line_of(self, path: Path) -> int:
        """The line of the value at `path`, or of the innermost table around it that has one, else 0."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 0


def read_document(path: FilePath, name: str) -> Document | Problem:
    """The file at `path`, or the problem that keeps it from being read."""
    try:
        text = path.read_text("utf-8-sig")
        return Document(name, tomllib.loads(text), _find_lines(text))
    except UnicodeDecodeError:
        return Problem("file_encoding", name)
    except OSError:
        return Problem("file_unreadable", name)
    except tomllib.TOMLDecodeError as error:
        place = _ERROR_PLACE.search(str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        return Problem("toml", name, line, detail={"column": int(place[2]) if place else 1})


def _find_lines(text: str) -> dict[Path, int]:
    """By path, the line it is first written on; text inside multi-line strings is passed over."""
    found: dict[Path, int] = {}
    lists: dict[Path, int] = {}
    table: Path = ()
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        header, key = _HEADER.fullmatch(line), _KEY.match(line)
        if not inside and header:
            table = _header_path(_split_key(header[2]), header[1] == "[[", lists)
            found.setdefault(table, number)
        elif not inside and key:
            path = table + _split_key(key[1])
            for length in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:length], number)
        inside ^= len(_FENCE.findall(line)) % 2 == 1
    return found


def _header_path(names: tuple[str, ...], is_list: bool, lists: dict[Path, int]) -> Path:
    """The path a header opens; `lists` holds the last position of each list of tables met so far."""
    path: Path = ()
    for name in names[:-1]:
        path += (name,)
        path += (lists[path],) if path in lists else ()
    path += (names[-1],)
    if is_list:
        lists[path] = lists.get(path, -1) + 1
        path += (lists[path],)
    return path


def _split_key(key: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in key.split("."))
