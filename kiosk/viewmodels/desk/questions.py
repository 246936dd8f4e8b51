"""What the desk asks before it goes on: one card a question, with choices or a date to type."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class QuestionRow(NamedTuple):
    """A question; it asks for a date where it has no choices. `chosen` is -1 for none."""

    what: str
    hint: str
    typed: str
    problem: str
    choices: list[str]
    likely: int
    chosen: int
    answer: str


@QmlElement
class QuestionRows(RecordModel):
    """The questions that are open."""

    record = QuestionRow


@QmlElement
class Questions(QObject):
    """The open questions and what has been answered; nothing counts before `answered`.

    Unless it `needsAll`, a question may stay without an answer.
    """

    changed = Signal()
    answered = Signal()
    cancelled = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: Mapping[str, Any] = {}
        self._needs_all = False
        self._answers: list[str] = []
        self._rows = QuestionRows(self)

    def ask(self, asked: Mapping[str, Any], *, needs_all: bool) -> None:
        """Ask this: values as of `kiosk.desk.questions`, {} for nothing. The same questions keep answers."""
        if asked != self._asked:
            self._asked, self._needs_all = asked, needs_all
            self._answers = [""] * len(self._questions)
        self.refresh()

    @property
    def digest(self) -> str:
        """The hash of the file that the questions are about."""
        return str(self._asked.get("asked", ""))

    @property
    def answers(self) -> list[str]:
        """What was typed, or the number of the choice, of earlier questions and of these; '' for none."""
        return [*self._asked.get("given", ()), *self._answers]

    @Slot(int, int)
    def choose(self, row: int, choice: int) -> None:
        """Answer with a choice; the same again takes it back, where a question may stay open."""
        is_taken_back = self._answers[row] == str(choice) and not self._needs_all
        self._answers[row] = "" if is_taken_back else str(choice)
        self.refresh()

    @Slot(int, str)
    def write(self, row: int, words: str) -> None:
        """Answer with what is typed."""
        if self._answers[row] != words:
            self._answers[row] = words
            self.refresh()

    @Slot()
    def goOn(self) -> None:
        """Go on with these answers."""
        if self.canGoOn:
            self.answered.emit()

    @Slot()
    def cancel(self) -> None:
        """Answer nothing."""
        self.cancelled.emit()

    @Slot()
    def refresh(self) -> None:
        """Update all texts."""
        pairs = zip(self._questions, self._answers, strict=True)
        self._rows.show([self._row(question, answer) for question, answer in pairs])
        self.changed.emit()

    @property
    def _questions(self) -> list[dict[str, Any]]:
        return list(self._asked.get("list", ()))

    def _row(self, question: Mapping[str, Any], answer: str) -> QuestionRow:
        localise = self._session.localise
        has_choices = bool(question["choices"])
        return QuestionRow(
            localise(question["what"]),
            localise(question["hint"]),
            question["typed"],
            localise(question["problem"]),
            [localise(choice) for choice in question["choices"]],
            question["likely"],
            int(answer) if has_choices and answer else -1,
            "" if has_choices else answer,
        )

    @Property(QuestionRows, constant=True)
    def rows(self) -> QuestionRows:
        return self._rows

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return bool(self._asked)

    @Property(bool, notify=changed)
    def needsAll(self) -> bool:
        """Whether nothing goes on before every question is answered."""
        return self._needs_all

    @Property(bool, notify=changed)
    def canGoOn(self) -> bool:
        """Whether enough is answered."""
        given = [bool(answer.strip()) for answer in self._answers]
        return bool(given) and (all(given) if self._needs_all else any(given))

    @Property(str, notify=changed)
    def note(self) -> str:
        """Why it is asked again, '' for the first time."""
        return self._session.localise(self._asked.get("note") or {})
