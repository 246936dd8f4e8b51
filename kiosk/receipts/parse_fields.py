"""Parses the fields of an untrusted receipt: each is as documented, or is refused by its name."""

import re
from typing import Any

from kiosk.base import limits
from kiosk.base.display_text import display_line
from kiosk.packs import json_fields
from kiosk.packs.json_fields import Fields
from kiosk.receipts.receipt import (
    LATEST_TIME,
    MAX_COUNTS,
    MAX_ID_LENGTH,
    MAX_PACKS,
    PACK_TEXT_LENGTHS,
    TEXT_LENGTHS,
    Counts,
    PackSummary,
    Receipt,
    Result,
)

_TIMES = ("effective", "system", "floor", "counts_since")
_NUMBERS = ("number", "free", "size", "counts_left_out")
_ADDED_FIELDS = {"asks": ""}
"""Fields that receipts of earlier programs lack, with the value that they mean."""
_SCREEN = re.compile(r"([0-9]+x[0-9]+)?")


def parse_receipt(fields: Fields) -> Receipt:
    """Parse an untrusted receipt; raises KioskError 'packs.field'. Unknown fields are ignored."""
    fields = {**_ADDED_FIELDS, **fields}
    lines: dict[str, Any] = {name: _parse_text(fields, name, length) for name, length in TEXT_LENGTHS.items()}
    numbers: dict[str, Any] = {name: json_fields.integer(fields, name) for name in _NUMBERS}
    times: dict[str, Any] = {name: json_fields.integer(fields, name, maximum=LATEST_TIME) for name in _TIMES}
    if not _SCREEN.fullmatch(lines["screen"]):
        raise json_fields.field_error("screen")
    try:
        result = Result(json_fields.string(fields, "result", max(map(len, Result))))
    except ValueError:
        raise json_fields.field_error("result") from None
    return Receipt(
        **lines,
        **numbers,
        **times,
        result=result,
        pack=None if fields.get("pack") is None else _parse_pack(fields["pack"], "pack"),
        shown=None if fields.get("shown") is None else _parse_packs(fields, "shown"),
        previous=_parse_packs(fields, "previous"),
        counts=_parse_counts(json_fields.require_object(fields.get("counts"), "counts")),
    )


def _parse_packs(fields: Fields, name: str) -> tuple[PackSummary, ...]:
    listed = fields.get(name)
    if not isinstance(listed, list) or len(listed) > MAX_PACKS:
        raise json_fields.field_error(name)
    return tuple(_parse_pack(pack, name) for pack in listed)


def _parse_pack(value: object, name: str) -> PackSummary:
    pack = json_fields.require_object(value, name)
    lines: dict[str, Any] = {
        line: _parse_text(pack, line, length) for line, length in PACK_TEXT_LENGTHS.items()
    }
    since = json_fields.integer(pack, "since", maximum=LATEST_TIME)
    version = json_fields.integer(pack, "version", maximum=limits.MAX_VERSION)
    return PackSummary(**lines, version=version, since=since)


def _parse_counts(table: Fields) -> Counts:
    kinds = {_parse_id(kind): json_fields.require_object(counts, "counts") for kind, counts in table.items()}
    if sum(map(len, kinds.values())) + len(kinds) > 2 * MAX_COUNTS:
        raise json_fields.field_error("counts")
    return {
        kind: {
            _parse_id(id): None if count is None else json_fields.integer(counts, id)
            for id, count in counts.items()
        }
        for kind, counts in kinds.items()
    }


def _parse_id(id: str) -> str:
    if id != display_line(id, MAX_ID_LENGTH):
        raise json_fields.field_error("counts")
    return id


def _parse_text(fields: Fields, name: str, max_length: int) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or value != display_line(value, max_length):
        raise json_fields.field_error(name)
    return value
