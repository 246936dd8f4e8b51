"""What staff have chosen for a flyer, and the arguments of the command that makes it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

from kiosk.base.sentence_ids import SentenceId
from kiosk.typesetting.paper import Ink, Paper

Subject = Literal["event", "theme", "week", "month", "all"]
"""What a flyer can be about."""
SUBJECTS: dict[Subject, SentenceId] = {
    "event": "flyers.what.event",
    "theme": "flyers.what.theme",
    "week": "flyers.what.week",
    "month": "flyers.what.month",
    "all": "flyers.what.all",
}
EventKind = Literal["event", "tear-off"]
KINDS: dict[EventKind, SentenceId] = {"event": "flyers.kind.event", "tear-off": "flyers.kind.tear_off"}
PAPERS = tuple(paper.value for paper in Paper)
INKS: dict[Ink, SentenceId] = {
    Ink.COLOUR: "flyers.ink.colour",
    Ink.GREY: "flyers.ink.grey",
    Ink.SPARING: "flyers.ink.sparing",
}
MAX_COPIES = 50


@dataclass(frozen=True, slots=True)
class FlyerChoice:
    """The choices for a flyer: `event` and `theme` are ids or ''; `language` is as for `kiosk flyer`."""

    subject: str = "event"
    event: str = ""
    theme: str = ""
    kind: str = "event"
    language: str = ""
    paper: str = PAPERS[0]
    ink: str = Ink.COLOUR
    copies: int = 1

    def with_value(self, name: str, value: str) -> "FlyerChoice":
        """A copy with another value of one field; without cards when the subject is not single events."""
        fields = asdict(self) | {name: value}
        choice = FlyerChoice(**fields)
        return choice if choice.about_events or choice.paper != "4xA6" else replace(choice, paper=PAPERS[0])

    @property
    def about_events(self) -> bool:
        """Whether each sheet is about one event, so that it has a kind."""
        return self.subject in ("event", "all")

    @property
    def command(self) -> tuple[str, ...]:
        """The arguments of `kiosk flyer`, () while there is no event or theme to make a flyer of."""
        subject = {
            "event": (self.event,),
            "theme": ("--theme", self.theme),
            "week": ("--this-week",),
            "month": ("--this-month",),
            "all": ("--all",),
        }[self.subject]
        if "" in subject:
            return ()
        kind = ("--kind", self.kind) if self.about_events else ()
        how = ("--language", self.language, "--paper", self.paper, "--ink", self.ink)
        return ("flyer", *subject, *kind, *how)


def language_choices(shown: Sequence[str]) -> list[str]:
    """The language choices of a Corner with these languages: each alone, the first two, and all."""
    pairs = ["+".join(shown[:2])] if len(shown) > 2 else []
    return [*shown, *pairs, *(["all"] if len(shown) > 1 else [])]
