"""An order for flyers: their kind, subjects, languages, paper and ink."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.typesetting.paper import Ink, Paper


class FlyerKind(StrEnum):
    """The subject and the form of a flyer."""

    EVENT = "event"
    THEME = "theme"
    WEEK = "week"
    MONTH = "month"
    TEAR_OFF = "tear-off"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Order:
    """One sheet for each of `subjects`: an event id, a theme id, the first day ('2016-04-04') of a week or
    month, or for a CHOICE event ids separated by blanks.

    Each sheet has all of `languages`, the first one most prominent.
    """

    kind: FlyerKind
    subjects: tuple[str, ...]
    languages: tuple[str, ...]
    paper: Paper = Paper.A4
    ink: Ink = Ink.COLOUR
