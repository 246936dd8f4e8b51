"""Texts that a screen once cut, tore or covered, in each size."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from kiosk.base.model import Event, Occurrence, Programme, Text
from kiosk.base.settings import Settings
from kiosk.dates.bounds import parse_when
from kiosk.gallery.pose import Pose
from kiosk.gallery.visitor_poses import show_event, show_theme
from kiosk.typography.rules import JOINER, NO_BREAK
from kiosk.viewmodels.shell import Shell
from tests.appearance.generated.programmes import Kiosk
from tests.appearance.generated.stage import Stage
from tests.appearance.generated.test_generated import EXAMPLES, USUAL_EXAMPLES
from tests.appearance.generated.words import LANGUAGES
from tests.appearance.text_lines import line_ends
from tests.appearance.walk import drawn_text, find_visible
from tests.clubs import CLUBS, club_event, demo_programme, things_today
from tests.unit.store.sample import ZONE

SIZES = ("1366x768", "1920x1080", "1080x1920", "1280x1024", "1280x800")
WORDS = "Американ бұрышындағы жасөспірімдерге арналған халықаралық бағдарламалаушылар олимпиадасы "
TITLES = {
    "43 letters": "Жасөспірімдерге арналған робот құрастыру ісі",
    "120 letters": (WORDS * 3)[:120].strip(),
    "a long word": "Программирование",
    "an ending": "Оқу АҚШ-та қалай өтеді және оған кім бара алады",
    "a name in quotation marks": "Музыка және би: «The Exchange» тобының үлкен концерті",
    "words of one letter": "Встреча с послом и разговор о книгах в библиотеке, у входа и в зале",
    "a range": "Шахмат турнирі 15–21 жастағы оқушылар мен студенттерге арналған",
}
TOGETHER = (
    "Программирование",
    "АҚШ-та",
    "The Exchange",
    "15–21",
    "с послом",
    "о книгах",
    "у входа",
    "в зале",
)
"""What one line holds whole."""
THEME_TITLE = (WORDS * 3)[:118].strip()
CAPITALS = ("ПРОГРАММИРОВАНИЕ В ДОСТОПРИМЕЧАТЕЛЬНОСТЯХ «ПРОСТРАНСТВО» И ПРЕДПРИНИМАТЕЛЬСКИХ " * 2)[
    :118
].strip()
MONTHS = [f"2016-{month:02}" for month in range(4, 13)]
"""Those that come, from the one on the clock on."""


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """One window for all cases."""
    stage = Stage()
    yield stage
    stage.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_whole_on_every_page(title: str, size: str, stage: Stage) -> None:
    words = _in_all_languages(TITLES[title])
    events = tuple(replace(event, title=words) for event in things_today(3))
    programme = replace(demo_programme(), events=events)
    poses: list[Pose] = [
        ("attract", Shell.showAttract),
        ("home", Shell.goHome),
        ("events", partial(show_theme, "")),
        ("event", partial(show_event, events[0].id, 0)),
    ]
    _check(stage, programme, poses, size)


@pytest.mark.parametrize("size", SIZES)
def test_a_theme_with_a_title_of_118_letters_covers_nothing(size: str, stage: Stage) -> None:
    themes = tuple(replace(theme, title=_in_all_languages(THEME_TITLE)) for theme in demo_programme().themes)
    programme = replace(demo_programme(), themes=themes)
    poses: list[Pose] = [("home", Shell.goHome), ("theme", partial(show_theme, themes[0].id))]
    _check(stage, programme, poses, size)


@pytest.mark.parametrize("size", SIZES)
def test_a_month_has_room_on_the_tile_of_a_row_and_above_a_long_title(size: str, stage: Stage) -> None:
    events = [_in_month(month, TITLES["120 letters"].upper()) for month in MONTHS]
    for leads in range(0, len(events), 3):
        programme = replace(demo_programme(), events=tuple(events[leads : leads + 4]))
        _check(stage, programme, [("home", Shell.goHome)], size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("leads", ["an event of the demo", "a month above a long title"])
def test_a_headline_of_118_capitals_is_whole(leads: str, size: str, stage: Stage) -> None:
    """The name of the campaign leads when the clock is not trusted."""
    programme = demo_programme()
    campaign = replace(programme.campaign, title=_in_all_languages(CAPITALS))
    named = replace(programme, campaign=campaign)
    if leads == "a month above a long title":
        named = replace(named, events=(_in_month(MONTHS[0], TITLES["120 letters"].upper()),))
    _check(stage, named, [("home", Shell.goHome)], size, trusted=False)


def _in_month(month: str, title: str) -> Event:
    """An event of which only the month is known."""
    club = club_event(CLUBS[0]._replace(id=f"club-{month}"), Occurrence(parse_when(month, ZONE)))
    return replace(club, title=_in_all_languages(title))


def _in_all_languages(words: str) -> Text:
    return dict.fromkeys(LANGUAGES, words)


def _check(stage: Stage, programme: Programme, poses: list[Pose], size: str, *, trusted: bool = True) -> None:
    """No rule is broken, and what belongs together is on one line.

    The words are the same in all languages: a size has one for the texts around them, `make layout` all.
    """
    turn = SIZES.index(size) % len(LANGUAGES)
    for language in LANGUAGES if EXAMPLES > USUAL_EXAMPLES else LANGUAGES[turn : turn + 1]:
        kiosk = Kiosk(programme, Settings(), trusted, size, language)
        for pose in poses:
            assert stage.faults(kiosk, [pose]) == [], (size, language)
            assert list(_parted(stage)) == [], (size, language, pose[0])


def _parted(stage: Stage) -> Iterator[str]:
    """What belongs together and is parted by the end of a line, in any of the visible texts."""
    texts, _ = find_visible(stage.window.view.rootObject())
    for text in texts:
        drawn = drawn_text(text.item)
        ends = set(line_ends(text.item, drawn.replace("\n", "\u2028")))
        for words in TOGETHER:
            for found in re.finditer(_as_drawn(words), drawn):
                if ends & set(range(found.start() + 1, found.end())):
                    yield words


def _as_drawn(words: str) -> str:
    """A regular expression for words with any spaces and joiners between their letters."""
    return f"{JOINER}?".join(f"[ {NO_BREAK}]" if letter == " " else re.escape(letter) for letter in words)
