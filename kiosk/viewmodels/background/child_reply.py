"""Reads the lines that a child process prints, and makes every text in them safe to show."""

import json
from collections.abc import Mapping
from typing import Any

from kiosk.base.display_text import display_sentence

ChildReply = Mapping[str, Any]
"""The last JSON object a child printed: {"done": …} or {"error": …}."""

EXACT_FIELDS = frozenset(["file"])
"""The fields that stay as they are: the paths of files, to be opened by another child, never to be shown."""


def error_text(reply: ChildReply) -> dict[str, str]:
    """The error of a reply in every language, {} when it has none."""
    text: dict[str, str] = (reply.get("error") or {}).get("text", {})
    return text


def parse_line(line: bytes) -> ChildReply:
    """The JSON object in a line, an empty one for anything else."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return _make_shown(message) if isinstance(message, dict) else {}


def as_reply(message: ChildReply) -> ChildReply:
    """The message as a reply: what `--json` prints after a success becomes the 'done' of `--progress`."""
    return message if "done" in message or "error" in message else {"done": message}


def _make_shown(value: Any) -> Any:
    """The value with every text passed through the gate for words of others."""
    if isinstance(value, str):
        return display_sentence(value)
    if isinstance(value, list):
        return [_make_shown(item) for item in value]
    if isinstance(value, dict):
        return {
            name: item if name in EXACT_FIELDS and isinstance(item, str) else _make_shown(item)
            for name, item in value.items()
        }
    return value
