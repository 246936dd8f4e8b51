"""Makes addresses of a file into links that a pack may have."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.authoring.loose.links import read_link
from kiosk.base import limits
from kiosk.base.links import host_of


@dataclass
class LinkReader:
    """Reads links, and counts those that begin with http: and those that cannot become a code."""

    plain_http: int = 0
    unusable: list[str] = field(default_factory=list)

    def read(self, address: str) -> str:
        """The address as a link with https:, or '' when there is none that can become a code."""
        if not address.strip():
            return ""
        found = read_link(address)
        link = found.value if found else ""
        if link.startswith("http://"):
            self.plain_http += 1
            link = f"https://{link.removeprefix('http://')}"
        if not host_of(link):
            self.unusable.append(address)
            return ""
        return link


def link_hosts(events: Iterable[Mapping[str, Any]]) -> list[str]:
    """The hosts of the links of these events, as many as a pack may have, the most frequent first."""
    counts = Counter(host for event in events for link in event_links(event) if (host := host_of(link)))
    return sorted(counts, key=lambda host: (-counts[host], host))[: limits.HOSTS]


def event_links(event: Mapping[str, Any]) -> list[str]:
    """The links in the table of an event."""
    tables = (event, event.get("registration", {}), event.get("contact", {}))
    return [
        link
        for table in tables
        for key in ("source", "online", "url")
        if isinstance(link := table.get(key), str)
    ]


def without_links(event: Mapping[str, Any], hosts: Collection[str]) -> dict[str, Any]:
    """The table of an event without its links that lead elsewhere than to `hosts`."""
    table = dict(event)
    if host_of(str(table.get("source", ""))) not in hosts:
        table.pop("source", None)
    if host_of(table.get("registration", {}).get("url", "")) not in hosts:
        table.pop("registration", None)
    if isinstance(table.get("online"), str) and host_of(table["online"]) not in hosts:
        table["online"] = True
    return table
