"""Reads typed values from untrusted JSON; the error for any other value names the field."""

import json
from collections.abc import Mapping
from typing import Any

from kiosk.base.errors import KioskError

Fields = Mapping[str, Any]
MAX_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader holds exactly (RFC 8259, section 6)."""


def parse_object(data: bytes, what: str) -> Fields:
    """The JSON object in `data`; KioskError 'packs.field' with `what` as the field for anything else."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise field_error(what) from error
    return require_object(value, what)


def require_object(value: object, what: str) -> Fields:
    """`value`, if it is a JSON object; KioskError 'packs.field' for anything else."""
    if not isinstance(value, dict):
        raise field_error(what)
    return value


def integer(fields: Fields, name: str, minimum: int = 0, maximum: int = MAX_INTEGER) -> int:
    """The integer field `name`, between `minimum` and `maximum`."""
    value = fields.get(name)
    if type(value) is not int or not minimum <= value <= maximum:
        raise field_error(name)
    return value


def string(fields: Fields, name: str, max_length: int) -> str:
    """The text field `name`, of 1 to `max_length` printable characters."""
    return _require_printable(fields.get(name), name, max_length)


def strings(fields: Fields, name: str, max_items: int, max_length: int) -> tuple[str, ...]:
    """The field `name`, a list of at most `max_items` distinct texts, each as in `string`."""
    value = fields.get(name)
    if not isinstance(value, list) or len(value) > max_items:
        raise field_error(name)
    texts = tuple(_require_printable(item, name, max_length) for item in value)
    if len(set(texts)) < len(texts):
        raise field_error(name)
    return texts


def field_error(name: str) -> KioskError:
    """The error for a signed field that does not conform to docs/pack-format.md."""
    return KioskError("packs.field", field=name)


def _require_printable(value: object, name: str, max_length: int) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= max_length or not value.isprintable():
        raise field_error(name)
    return value
