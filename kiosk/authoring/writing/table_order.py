"""Puts the tables of a TOML file into another order, each with the comment above its heading."""

import tomllib
from collections.abc import Sequence

from kiosk.authoring.source.toml_documents import TomlDocument


def order_tables(text: str, ids: Sequence[str]) -> str:
    """`text` with its tables in the order of `ids`, others last; as it is where that would change them."""
    data = tomllib.loads(text)
    wanted = [id for id in ids if id in data] + [id for id in data if id not in ids]
    if list(data) == wanted:
        return text
    lines = text.splitlines(keepends=True)
    lines[-1] = lines[-1].rstrip("\n") + "\n"
    starts = {id: _first_line(lines, TomlDocument("", data, text).lines.get((id,), 1) - 1) for id in data}
    ends = dict(zip(data, [*list(starts.values())[1:], len(lines)], strict=True))
    blocks = {id: "".join(lines[starts[id] : ends[id]]).strip("\n") for id in data}
    head = "".join(lines[: min(starts.values())])
    ordered = head + "\n\n".join(blocks[id] for id in wanted) + "\n"
    try:
        again = tomllib.loads(ordered)
    except tomllib.TOMLDecodeError:
        return text
    return ordered if again == data and list(again) == wanted else text


def _first_line(lines: list[str], heading: int) -> int:
    """The line of the first of the comments that stand directly above a heading, counted from 0."""
    while heading and lines[heading - 1].startswith("#"):
        heading -= 1
    return heading
