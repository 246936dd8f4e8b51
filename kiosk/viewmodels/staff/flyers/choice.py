"""What staff have chosen for a flyer, and the command that makes it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from kiosk.typesetting.order import Ink, Paper

SUBJECTS = ("event", "theme", "week", "month", "all")
"""What a flyer can be about."""
KINDS = ("event", "tear-off")
PAPERS = tuple(paper.value for paper in Paper)
INKS = tuple(ink.value for ink in Ink)
MAX_COPIES = 50


@dataclass(frozen=True, slots=True)
class FlyerChoice:
    """`event` and `theme` are ids, '' for none; `language` is as `kiosk flyer` takes it."""

    subject: str = SUBJECTS[0]
    event: str = ""
    theme: str = ""
    kind: str = KINDS[0]
    language: str = ""
    paper: str = PAPERS[0]
    ink: str = INKS[0]
    copies: int = 1

    def with_value(self, name: str, value: str) -> "FlyerChoice":
        """The same with one other choice; only cards of single events can be made."""
        changed = asdict(self) | {name: value}
        made = FlyerChoice(**changed)
        return made if made.about_events or made.paper != "4xA6" else replace(made, paper=PAPERS[0])

    @property
    def about_events(self) -> bool:
        """Whether each sheet is about one event, and so has a kind."""
        return self.subject in ("event", "all")

    @property
    def command(self) -> tuple[str, ...]:
        """The words for `kiosk flyer`, () while there is nothing to make a flyer of."""
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
    """The choices of languages where these are shown: each alone, the first two, and all."""
    pairs = ["+".join(shown[:2])] if len(shown) > 2 else []
    return [*shown, *pairs, *(["all"] if len(shown) > 1 else [])]
