"""Brings what a file says of an event into its table in the folder, and keeps what people changed there."""

from collections.abc import Mapping
from typing import Any


def merge_event(
    there: Mapping[str, Any],
    found: Mapping[str, Any],
    before: Mapping[str, str],
    after: Mapping[str, str],
) -> dict[str, Any]:
    """The table `there` with the fields that the file has changed since the last import.

    `before` and `after` are the fingerprints of the fields as they were imported then and are in `found` now.
    A text keeps its languages of which the file says nothing.
    """
    merged = dict(there)
    for name in {**before, **after}:
        if before.get(name) == after.get(name):
            continue
        if name not in found:
            merged.pop(name, None)
        elif isinstance(found[name], dict) and isinstance(there.get(name), dict):
            merged[name] = {**there[name], **found[name]}
        else:
            merged[name] = found[name]
    return merged
