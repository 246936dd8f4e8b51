"""Asks what has to be known before a file can be imported, and understands the answers."""

from dataclasses import replace
from datetime import date
from functools import partial

from kiosk.authoring.imports.options import ImportOptions
from kiosk.authoring.imports.questions import Question
from kiosk.authoring.imports.tables.day_words import weekday_of
from kiosk.authoring.loose.days import read_day
from kiosk.base.display_text import display_line
from kiosk.desk.field_names import field_name
from kiosk.desk.questions import Asked, Texts, in_all, sentence
from kiosk.i18n.translator import LANGUAGES


def ask(question: Question, problem: Texts | None = None) -> Asked:
    """The question for the window; `problem` says what was wrong with the answer before."""
    subject = display_line(question.subject)
    match question.kind:
        case "day":
            what = sentence("desk.ask.day", word=subject)
            return Asked(what, sentence("desk.ask.day_hint", n=question.count), subject, problem=problem)
        case "column" if question.lost:
            what = in_all(
                lambda words: words.text(
                    "desk.ask.lost",
                    column=display_line(question.lost),
                    field=field_name(question.subject, words),
                )
            )
            return Asked(what, choices=[*_plain(question), sentence("desk.ask.nothing")])
        case "column":
            is_title = question.subject == "title"
            what = sentence("desk.ask.title") if is_title else sentence("desk.ask.begin")
            return Asked(what, choices=_plain(question))
        case "field":
            names = [in_all(partial(field_name, one)) for one in question.choices]
            choices = [sentence("desk.ask.not_for_visitors"), *names]
            what = sentence("desk.ask.field", column=subject)
            return Asked(what, typed=question.typed, choices=choices, likely=1)
        case "themes":
            theme = sentence("authoring.import_theme_name")
            fold = in_all(lambda words: words.text("desk.ask.fold", theme=theme[words.language]))
            return Asked(sentence("desk.ask.themes", n=question.count), typed=question.typed, choices=[fold])


def answer(question: Question, said: str, options: ImportOptions) -> ImportOptions | Texts:
    """The options with an answer: a date as it was typed, or the number of a choice; else what is wrong."""
    match question.kind:
        case "day":
            day = read_day(said, options.today)
            if day is None:
                return sentence("desk.ask.no_date", value=display_line(said))
            if weekday_of(question.subject) not in (0, day.value.isoweekday()):
                return _other_weekday(question.subject, day.value)
            return replace(options, days={**options.days, question.subject: day.value})
        case "column":
            names = [*question.choices, question.lost]
            column = names[int(said)]
            field = question.subject if int(said) < len(question.choices) else ""
            return replace(options, columns={**options.columns, column: field})
        case "field":
            field = ["", *question.choices][int(said)]
            return replace(options, columns={**options.columns, question.subject: field})
        case "themes":
            return replace(options, folds=True)


def _plain(question: Question) -> list[Texts]:
    return [dict.fromkeys(LANGUAGES, display_line(name)) for name in question.choices]


def _other_weekday(word: str, day: date) -> Texts:
    return sentence("authoring.import_date", value=display_line(word), date=day.isoformat())
