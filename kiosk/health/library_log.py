"""Describes the newest entries of the library's log in every language."""

from collections.abc import Mapping, Sequence

from kiosk.base.model import Text
from kiosk.health.multilingual import format_day, format_time, translate
from kiosk.library.status import LogEntry

MAX_ENTRIES = 20
"""How many entries are described."""


def describe_log(log: Sequence[LogEntry], zone_name: str) -> list[Text]:
    """The newest entries of the library's log, the newest first, each with its time in the Corner's zone."""
    return [_describe_entry(entry, zone_name) for entry in reversed(log[-MAX_ENTRIES:])]


def _describe_entry(entry: LogEntry, zone_name: str) -> Text:
    at, what, detail = entry
    happened = _describe_change(what, detail, zone_name)
    return translate("health.log.entry", at=format_time(at, zone_name), what=happened)


def _describe_change(what: str, detail: Mapping[str, object], zone_name: str) -> Text:
    match what, detail:
        case "made", _:
            return translate("health.log.made")
        case "rebuilt", _:
            return translate("health.log.rebuilt")
        case "installed", {"packs": dict(packs)}:
            listed = ", ".join(f"{publisher} {version}" for publisher, version in packs.items())
            return translate("health.log.installed", packs=listed)
        case "day_confirmed", {"day": int(day)}:
            return translate("health.log.day_confirmed", day=format_day(day, zone_name))
        case "rolled_back", {"because": "crashes"}:
            return translate("health.log.crashed", generation=detail.get("generation", "–"))
        case "rolled_back", _:
            return translate("health.log.rolled_back", generation=detail.get("generation", "–"))
        case "rolled_forward", _:
            return translate("health.log.rolled_forward", generation=detail.get("generation", "–"))
        case "revoked", _:
            return translate("health.log.revoked", publisher=detail.get("publisher", "–"))
    return translate("health.log.any")
