"""Describes the newest entries of the library's log in every language."""

from collections.abc import Sequence

from kiosk.base.model import Text
from kiosk.health.multilingual import format_day, format_time, translate
from kiosk.library.status import LogEntry

MAX_ENTRIES = 20
"""How many entries are described."""
_SIMPLE_ENTRIES = ("made", "rebuilt", "rolled_back", "rolled_forward", "revoked")


def describe_log(log: Sequence[LogEntry], zone_name: str) -> list[Text]:
    """The newest entries of the library's log, the newest first, each with its time in the Corner's zone."""
    return [_describe_entry(entry, zone_name) for entry in reversed(log[-MAX_ENTRIES:])]


def _describe_entry(entry: LogEntry, zone_name: str) -> Text:
    at, what, detail = entry
    if what == "rolled_back" and detail.get("because") == "crashes":
        happened = translate("health.log.crashed", generation=detail.get("generation", "–"))
    elif what == "installed" and isinstance(packs := detail.get("packs"), dict):
        listed = ", ".join(f"{publisher} {version}" for publisher, version in packs.items())
        happened = translate("health.log.installed", packs=listed)
    elif what == "day_confirmed" and isinstance(day := detail.get("day"), int):
        happened = translate("health.log.day_confirmed", day=format_day(day, zone_name))
    elif what in _SIMPLE_ENTRIES:
        facts = {name: str(detail.get(name, "–")) for name in ("generation", "publisher")}
        happened = translate(f"health.log.{what}", **facts)
    else:
        happened = translate("health.log.any", what=what)
    return translate("health.log.entry", at=format_time(at, zone_name), what=happened)
