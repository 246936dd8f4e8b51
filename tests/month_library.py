"""The library of a Corner with programmes held in March and April 2016, for the flows of the page Month."""

from dataclasses import replace
from pathlib import Path

from kiosk.base.model import Text
from tests.month_kit import CornerLibrary, event, meeting
from tests.screen_kit import run_cli

TITLES: dict[str, Text] = {
    "club": {
        "en": "English conversation club",
        "kk": "Ағылшын тіліндегі сөйлесу клубы",
        "ru": "Разговорный клуб английского языка",
    },
    "film": {"en": "Film evening", "kk": "Киноклуб кеші: пікірталаспен көрсетілім", "ru": "Киновечер"},
    "code": {
        "en": "Love to Code",
        "kk": "«Кодты сүйемін» – жасөспірімдерге арналған тур",
        "ru": "Люблю программировать",
    },
}


def month_library(folder: Path) -> CornerLibrary:
    """In March a club on five Wednesdays and a film; on 2 April an hour of code; the rest is to come."""
    corner = CornerLibrary(folder)
    club = [meeting(f"2016-03-{day:02}T18:00/2016-03-{day:02}T19:30") for day in (2, 9, 16, 23, 30)]
    events = [
        event("club", [*club, meeting("2016-04-06T18:00/2016-04-06T19:30")]),
        event("film", [meeting("2016-03-25T17:00")], theme="innovation"),
        event("code", [meeting("2016-04-02T11:00/2016-04-02T14:00")], theme="innovation"),
    ]
    corner.install_events([replace(one, title=TITLES[one.id]) for one in events])
    run_cli("pin", "new", "--library", corner.folder)
    return corner
