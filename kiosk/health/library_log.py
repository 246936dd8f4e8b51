"""What has happened to the library lately, in words."""

from collections.abc import Sequence

from kiosk.base.model import Text
from kiosk.health.multilingual import moment, said
from kiosk.library.status import LogEntry

RECENT = 20
"""How many entries are told."""
_PLAIN = ("made", "rebuilt", "rolled_back", "revoked")


def entries(log: Sequence[LogEntry], zone_name: str) -> list[Text]:
    """The newest entries of the library's log, the newest first, each with its time in the Corner's zone."""
    return [_told(entry, zone_name) for entry in reversed(log[-RECENT:])]


def _told(entry: LogEntry, zone_name: str) -> Text:
    at, what, detail = entry
    if what == "rolled_back" and detail.get("because") == "crashes":
        happened = said("health.log.crashed", generation=detail.get("generation", "–"))
    elif what == "installed" and isinstance(packs := detail.get("packs"), dict):
        listed = ", ".join(f"{publisher} {version}" for publisher, version in packs.items())
        happened = said("health.log.installed", packs=listed)
    elif what in _PLAIN:
        facts = {name: str(detail.get(name, "–")) for name in ("generation", "publisher")}
        happened = said(f"health.log.{what}", **facts)
    else:
        happened = said("health.log.any", what=what)
    return said("health.log.entry", at=moment(at, zone_name), what=happened)
