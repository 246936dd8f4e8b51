"""What the fields of an imported table are called."""

from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import Translator

FIELD_NAMES: dict[str, SentenceId] = {
    "uid": "workbook.id",
    "title": "workbook.title",
    "subtitle": "desk.field.subtitle",
    "summary": "workbook.summary",
    "body": "workbook.body",
    "begin": "desk.field.begin",
    "end": "desk.field.end",
    "day": "workbook.date",
    "begin_hour": "workbook.begins",
    "end_hour": "workbook.ends",
    "length": "desk.field.length",
    "location": "workbook.places",
    "address": "workbook.address",
    "topic": "workbook.theme",
    "tags": "workbook.hashtags",
    "people": "workbook.sheet.speakers",
    "organiser": "workbook.organiser",
    "url": "desk.field.url",
    "registration": "workbook.registration_url",
    "language": "desk.field.language",
    "status": "workbook.status",
    "price": "workbook.price",
    "ages": "workbook.age",
}


def field_name(field: str, words: Translator) -> str:
    """The name of a field; that of 'title.kk' has the language in it."""
    bare, _, language = field.partition(".")
    name = words.text(FIELD_NAMES[bare])
    if not language:
        return name
    return words.text("workbook.in_language", name=name, language=language.upper())
