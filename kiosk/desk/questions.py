"""What the window asks before it goes on, as values for JSON with every sentence in every language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.base.display_text import display_line
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import LANGUAGES, Translator, translator

Texts = dict[str, str]
"""A sentence by language code."""


def in_all(say: Callable[[Translator], str]) -> Texts:
    """What `say` makes in each language."""
    return {code: say(translator(code)) for code in LANGUAGES}


def sentence(id: SentenceId, **values: object) -> Texts:
    """A sentence in each language."""
    return in_all(lambda words: words.text(id, **values))


@dataclass(frozen=True)
class Asked:
    """A question with `typed`, what the file has there; it asks for a date unless there are `choices`.

    The first `likely` choices are shown at once, the others when somebody wants more. `problem` is what
    an answer had wrong.
    """

    what: Texts
    hint: Texts | None = None
    typed: str = ""
    choices: Sequence[Texts] = ()
    likely: int = 0
    problem: Texts | None = None

    def to_json(self) -> dict[str, object]:
        """Values for JSON."""
        return {
            "what": self.what,
            "hint": self.hint or {},
            "typed": display_line(self.typed),
            "choices": list(self.choices),
            "likely": self.likely or len(self.choices),
            "problem": self.problem or {},
        }
