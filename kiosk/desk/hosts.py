"""The sites that a programme leads to, and those that somebody types."""

import re
from collections.abc import Iterable, Iterator

from kiosk.authoring.source.raw_source import RawSource
from kiosk.base.links import host_of, is_host


def programme_hosts(raw: RawSource) -> list[str]:
    """The hosts of all links in the tables, and those that the pack names; sorted, each once."""
    entries = (raw.pack, *raw.venues.values(), *raw.events.values())
    texts = {text for entry in entries if entry for text in _texts(entry.data)}
    named = raw.pack.data.get("hosts") if raw.pack else None
    hosts = {text for text in named if isinstance(text, str)} if isinstance(named, list) else set()
    return sorted(hosts.union(map(host_of, texts)) - {""})


def read_hosts(text: str) -> list[str]:
    """The hosts in a text, apart by commas or spaces, each once; of an address its host.

    What is no name of a site stays as it is, to be refused by that name.
    """
    return list(dict.fromkeys(map(_read_host, re.findall(r"[^\s,;]+", text))))


def _read_host(word: str) -> str:
    host = re.sub(r"^https?://", "", word.lower()).partition("/")[0]
    return host if is_host(host) else word


def _texts(value: object) -> Iterator[str]:
    """Every text in a value of a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)
