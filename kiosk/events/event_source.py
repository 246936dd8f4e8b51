"""Where an event comes from: what its codes need to know of its publisher and pack."""

from typing import NamedTuple

from kiosk.base.links import may_link


class EventSource(NamedTuple):
    """The publisher's id, the version of its pack, when that was signed (UTC seconds), and its hosts."""

    publisher: str
    version: int
    signed_at: int
    hosts: tuple[str, ...]

    def may_link(self, url: str) -> bool:
        """Whether `url` may become a QR code: only links the publisher may make (ADR 2)."""
        return may_link(url, self.hosts)
