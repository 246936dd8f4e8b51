"""Reads values of JSON-LD, in which one value may stand for a list, and a text for a thing of that name."""

from collections.abc import Mapping
from typing import Any


def listed(value: object) -> list[Any]:
    """The values of a list, or the one value."""
    return value if isinstance(value, list) else [] if value is None else [value]


def mapping(value: object) -> Mapping[str, Any]:
    """The value if it is a thing, else an empty one."""
    return value if isinstance(value, dict) else {}


def text_of(value: object) -> str:
    """A text or number; the first of a list; of a thing its '@value', its name or its id. '' for nothing."""
    if isinstance(value, list):
        return next(filter(None, map(text_of, value)), "")
    if isinstance(value, dict):
        return next(
            (text for key in ("@value", "name", "value", "@id") if (text := text_of(value.get(key)))), ""
        )
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).strip() if isinstance(value, (str, int, float)) else ""


def name_of(value: object) -> str:
    """The name of a thing, or the text itself; '' for an address."""
    name = text_of(value.get("name")) if isinstance(value, dict) else text_of(value)
    return "" if "://" in name else name


def type_of(item: Mapping[str, Any]) -> str:
    """The type without the address of its vocabulary; of several the one that is an event."""
    types = [
        text_of(one).rstrip("/").rpartition("/")[2].rpartition(":")[2] for one in listed(item.get("@type"))
    ]
    return next((one for one in types if one.endswith("Event")), types[0] if types else "")
