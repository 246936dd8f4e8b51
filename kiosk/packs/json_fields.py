"""Values from JSON that anyone may have written: each is of the type asked for, or refused by name."""

import json
from collections.abc import Mapping
from typing import Any

from kiosk.base.errors import KioskError

Fields = Mapping[str, Any]
MAX_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader holds exactly (RFC 8259, section 6)."""


def parse_object(data: bytes, what: str) -> Fields:
    """The JSON object in `data`; KioskError 'packs.field' with `what` as the field when it is none."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise field_error(what) from error
    return require_object(value, what)


def require_object(value: object, what: str) -> Fields:
    """`value`, which must be an object."""
    if not isinstance(value, dict):
        raise field_error(what)
    return value


def integer(fields: Fields, name: str, least: int = 0, most: int = MAX_INTEGER) -> int:
    """The whole number called `name`, between `least` and `most`."""
    value = fields.get(name)
    if type(value) is not int or not least <= value <= most:
        raise field_error(name)
    return value


def string(fields: Fields, name: str, most: int) -> str:
    """The text called `name`, of 1 to `most` characters that can all be shown in one line."""
    return _require_printable(fields.get(name), name, most)


def strings(fields: Fields, name: str, most: int, length: int) -> tuple[str, ...]:
    """The list of different texts called `name`, at most `most` of them, each as `string` has it."""
    value = fields.get(name)
    if not isinstance(value, list) or len(value) > most:
        raise field_error(name)
    found = tuple(_require_printable(item, name, length) for item in value)
    if len(set(found)) < len(found):
        raise field_error(name)
    return found


def field_error(name: str) -> KioskError:
    """The error that says which signed field is not as docs/pack-format.md has it."""
    return KioskError("packs.field", field=name)


def _require_printable(value: object, name: str, most: int) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= most or not value.isprintable():
        raise field_error(name)
    return value
