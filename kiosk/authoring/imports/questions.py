"""What a person has to say before a file can be imported."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kiosk.authoring.source.problems import Problem, SourceProblems


@dataclass(frozen=True)
class Question:
    """Asks for the date of the word `subject` ('day'), for the column that says the field `subject`
    ('column'), for the field that the column `subject` says ('field'), or whether to fold topics ('themes').

    `choices` are columns or fields; `typed` is what the file has there. `lost` is the column that said the
    field before.
    """

    kind: Literal["day", "column", "field", "themes"]
    subject: str = ""
    choices: Sequence[str] = ()
    typed: str = ""
    count: int = 0
    lost: str = ""


class OpenQuestions(SourceProblems):
    """A file that cannot be imported before `questions` are answered; each error is one of them."""

    def __init__(self, problems: Sequence[Problem], questions: Sequence[Question]) -> None:
        super().__init__(problems)
        self.questions = tuple(questions)
