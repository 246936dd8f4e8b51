"""Reads JSON so that every object knows on which line it begins."""

import json
import re
from collections.abc import Iterator
from typing import Any

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\n]', re.DOTALL)


class JsonObject(dict[str, Any]):
    """An object of a JSON text; `line` counts from 1."""

    line = 0


def read_json(text: str, first_line: int = 1) -> Any:
    """The value of a JSON text that begins on `first_line`; ValueError when it is none."""
    lines = _object_lines(text, first_line)

    def make(pairs: list[tuple[str, Any]]) -> JsonObject:
        made = JsonObject(pairs)
        made.line = next(lines)
        return made

    try:
        return json.loads(text, object_pairs_hook=make, strict=False)
    except RecursionError as error:
        raise ValueError(text[:0]) from error


def _object_lines(text: str, line: int) -> Iterator[int]:
    """The first lines of the objects, in the order in which they end."""
    open_lines: list[int] = []
    for token in _TOKEN.finditer(text):
        part = token[0]
        if part == "{":
            open_lines.append(line)
        elif part == "}" and open_lines:
            yield open_lines.pop()
        line += part.count("\n")
