"""Keeps the words of a source folder for what is said in other words elsewhere."""

from collections.abc import Mapping
from typing import Any

from kiosk.authoring.source.every import Every, parse_every


def keep_wording(data: Mapping[str, Any], there: Mapping[str, Any]) -> Mapping[str, Any]:
    """`data` of an event, with the repetition as `there` says it when both mean the same."""
    if "every" not in data or "every" not in there:
        return data
    rules = _rules(data["every"])
    return {**data, "every": there["every"]} if rules and rules == _rules(there["every"]) else data


def _rules(written: object) -> list[Every] | None:
    texts = written if isinstance(written, list) else [written]
    try:
        return [parse_every(str(text)) for text in texts]
    except ValueError:
        return None
