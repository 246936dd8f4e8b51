"""The names of codes in three languages, as a workbook lists them: states, audiences, levels, kinds."""

from collections.abc import Mapping
from functools import cache

from kiosk.authoring.loose.words import tidy
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import translator
from kiosk.search.fold import fold

Choices = tuple[tuple[str, SentenceId | None], ...]
"""Codes with the sentence that names each; without one the code is its own name."""

STATUSES: Choices = (
    ("scheduled", "workbook.choice.scheduled"),
    ("cancelled", "screens.event.status.cancelled"),
    ("moved", "screens.event.status.moved"),
    ("full", "screens.event.status.full"),
    ("over", "screens.event.status.over"),
)
AUDIENCES: Choices = (
    ("children", "screens.audience.children"),
    ("students", "screens.audience.students"),
    ("teachers", "screens.audience.teachers"),
    ("entrepreneurs", "screens.audience.entrepreneurs"),
    ("artists", "screens.audience.artists"),
    ("athletes", "screens.audience.athletes"),
    ("professionals", "screens.audience.professionals"),
    ("everyone", "screens.audience.everyone"),
)
LEVELS: Choices = (
    ("beginner", "screens.level.beginner"),
    ("intermediate", "screens.level.intermediate"),
    ("advanced", "screens.level.advanced"),
    *((code, None) for code in ("A1", "A2", "B1", "B2", "C1", "C2")),
)
ACCESS: Choices = (
    ("step_free", "screens.access.step_free"),
    ("lift", "screens.access.lift"),
    ("toilet", "screens.access.toilet"),
    ("parking", "screens.access.parking"),
    ("hearing_loop", "screens.access.hearing_loop"),
    ("guide_dog", "screens.access.guide_dog"),
)
REACHES: Choices = (
    ("places", "workbook.choice.places"),
    ("route", "workbook.choice.route"),
    ("everywhere", "workbook.choice.everywhere"),
)
VENUE_KINDS: Choices = (
    ("corner", "workbook.choice.corner"),
    ("corners", "workbook.choice.corners"),
    ("building", "workbook.choice.building"),
    ("city", "workbook.choice.city"),
    ("country", "workbook.choice.country"),
)
MEDIA_KINDS: Choices = (("picture", "workbook.choice.picture"), ("video", "workbook.choice.video"))
TEXT_LANGUAGES: Choices = (
    ("en", "screens.language.en"),
    ("kk", "screens.language.kk"),
    ("ru", "screens.language.ru"),
)


def name_of(code: str, choices: Choices, language: str) -> str:
    """The name of a code; the code itself when it has none."""
    sentence = dict(choices).get(code)
    return translator(language).text(sentence) if sentence else code


def find_code(text: str, choices: Choices) -> str | None:
    """The code of which `text` is the name in any language, or the code itself; None for none."""
    return _codes(choices).get(fold(tidy(text)))


@cache
def _codes(choices: Choices) -> Mapping[str, str]:
    names = {fold(name_of(code, choices, language)): code for code, _ in choices for language in LANGUAGES}
    return names | {fold(code): code for code, _ in choices}
