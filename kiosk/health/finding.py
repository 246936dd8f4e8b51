"""The result of a health check: a level, a value in words, and a remedy."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.base.model import Text
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
        return translate(f"health.level.{self}")


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one health check, named by `id`; texts are in every language, GOOD needs no `remedy`."""

    id: str
    level: Level
    value: Text
    remedy: Text = field(default_factory=dict)

    @property
    def name(self) -> Text:
        """The name of the checked part of the kiosk, in every language."""
        return translate(f"health.name.{self.id}")
