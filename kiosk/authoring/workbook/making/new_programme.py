"""The rows of a workbook for a new programme: settings to complete, four themes, an example of an event."""

from datetime import date, time, timedelta

from kiosk.authoring.loose.said import say_rule
from kiosk.authoring.workbook.event_columns import BEGINS, DATE, ENDS, ICON, ID, REPEAT, THEME, TITLE, UNTIL
from kiosk.authoring.workbook.example import EXAMPLE_ID, example_titles
from kiosk.authoring.workbook.making.programme_rows import SheetRows
from kiosk.authoring.workbook.making.table_cells import Cells
from kiosk.authoring.workbook.sheets import EVENTS, MEDIA, PLACES, SETTINGS, SPEAKERS, THEMES
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import translator

_THEMES: tuple[tuple[str, str, str, SentenceId, SentenceId], ...] = (
    ("english", "#B9430E", "chats", "workbook.theme.english", "workbook.theme.english.tagline"),
    ("technology", "#0A6C9B", "cube", "workbook.theme.technology", "workbook.theme.technology.tagline"),
    ("culture", "#6B3FA0", "film-slate", "workbook.theme.culture", "workbook.theme.culture.tagline"),
    (
        "education",
        "#2C6A4F",
        "graduation-cap",
        "workbook.theme.education",
        "workbook.theme.education.tagline",
    ),
)
_TWO_MONTHS = timedelta(days=56)


def new_programme_rows(today: date, language: str) -> SheetRows:
    """The rows of a programme whose first pack is made after `today`."""
    return {
        SETTINGS: [_settings(today)],
        THEMES: [_theme(*theme) for theme in _THEMES],
        PLACES: [],
        EVENTS: [_example(today, language)],
        MEDIA: [],
        SPEAKERS: [],
    }


def _settings(today: date) -> Cells:
    return {
        ("version",): 1,
        ("updated",): today,
        ("languages",): "; ".join(sorted(LANGUAGES)),
        ("zone",): "Asia/Almaty",
        ("corners",): "*",
    }


def _theme(id: str, colour: str, icon: str, title: SentenceId, tagline: SentenceId) -> Cells:
    cells: Cells = {ID.path: id, ("colour",): colour, ICON.path: icon}
    for code in LANGUAGES:
        text = translator(code).text
        cells |= {("title", code): text(title), ("tagline", code): text(tagline)}
    return cells


def _example(today: date, language: str) -> Cells:
    """A club that meets on Wednesdays, from the next one on."""
    first = today + timedelta(days=(2 - today.weekday()) % 7)
    titles: Cells = {(*TITLE.path, code): title for code, title in example_titles().items()}
    return titles | {
        ID.path: EXAMPLE_ID,
        DATE.path: first,
        BEGINS.path: time(18),
        ENDS.path: time(19, 30),
        REPEAT.path: say_rule("FREQ=WEEKLY;BYDAY=WE", language),
        UNTIL.path: first + _TWO_MONTHS,
        THEME.path: translator(language).text("workbook.theme.english"),
    }
