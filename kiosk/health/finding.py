"""The result of a health check: a level, a value in words, and a remedy."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from kiosk.base.model import Text
from kiosk.base.sentence_ids import SentenceId
from kiosk.health.multilingual import translate


class Level(StrEnum):
    """The state of a part, the worst first; `UNKNOWN` also stands for what this machine does not have."""

    BROKEN = "broken"
    ATTENTION = "attention"
    UNKNOWN = "unknown"
    GOOD = "good"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Level).index(self)

    @property
    def word(self) -> Text:
        """The level in words, in every language."""
        return translate(_LEVELS[self])


_LEVELS: dict[Level, SentenceId] = {
    Level.BROKEN: "health.level.broken",
    Level.ATTENTION: "health.level.attention",
    Level.UNKNOWN: "health.level.unknown",
    Level.GOOD: "health.level.good",
}
FindingId = Literal[
    "content",
    "fallback",
    "damage",
    "freshness",
    "trust",
    "rights",
    "clock",
    "zone",
    "zone_rules",
    "disk",
    "read_only",
    "inodes",
    "crashes",
    "permissions",
    "share",
    "touch",
    "video",
    "printer",
    "speakers",
    "fonts",
    "memory",
    "power",
    "program",
    "settings",
    "screen_saver",
]
_NAMES: dict[FindingId, SentenceId] = {
    "content": "health.name.content",
    "fallback": "health.name.fallback",
    "damage": "health.name.damage",
    "freshness": "health.name.freshness",
    "trust": "health.name.trust",
    "rights": "health.name.rights",
    "clock": "health.name.clock",
    "zone": "health.name.zone",
    "zone_rules": "health.name.zone_rules",
    "disk": "health.name.disk",
    "read_only": "health.name.read_only",
    "inodes": "health.name.inodes",
    "crashes": "health.name.crashes",
    "permissions": "health.name.permissions",
    "share": "health.name.share",
    "touch": "health.name.touch",
    "video": "health.name.video",
    "printer": "health.name.printer",
    "speakers": "health.name.speakers",
    "fonts": "health.name.fonts",
    "memory": "health.name.memory",
    "power": "health.name.power",
    "program": "health.name.program",
    "settings": "health.name.settings",
    "screen_saver": "health.name.screen_saver",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one health check, named by `id`; texts are in every language, GOOD needs no `remedy`."""

    id: FindingId
    level: Level
    value: Text
    remedy: Text = field(default_factory=dict)

    @property
    def name(self) -> Text:
        """The name of the checked part of the kiosk, in every language."""
        return translate(_NAMES[self.id])
