"""What was found of one part of the kiosk: how well it is, in words, and what to do about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.base.model import Text
from kiosk.health.multilingual import translate


class Level(StrEnum):
    """How well something is, the worst first; `UNKNOWN` is also what this machine does not have."""

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
        """What people call it."""
        return translate(f"health.level.{self}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `id` says about what. All texts are in every language; a good one needs no `remedy`."""

    id: str
    level: Level
    value: Text
    remedy: Text = field(default_factory=dict)

    @property
    def name(self) -> Text:
        """What people call that part of the kiosk."""
        return translate(f"health.name.{self.id}")
