"""Draws the home page and the attract loop of made programmes: python -m tests.appearance.home_gallery DIR.

Arguments after DIR: sizes ('1920x1080') and languages ('kk'); without them all.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from kiosk.app.window_size import parse_size
from kiosk.base.model import Event
from kiosk.base.text import TEXT_LIMITS
from kiosk.gallery.draw import draw_sessions
from kiosk.gallery.pose import Pose
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from tests import screen_kit
from tests.bench.random_databases import random_databases
from tests.clubs import WEDNESDAY, made_session, things_today, weekly_clubs
from tests.unit.store.sample import at
from tests.unit.viewmodels.sessions import make_session

SIZES = ("1920x1080", "1080x1920", "1280x1024", "1366x768", "1280x800", "3840x2160")
LANGUAGES = ("kk", "ru", "en")


def home_sessions() -> Iterator[tuple[Session, list[Pose]]]:
    """The made programmes with their poses: days with 0, 1, 3, 8 and 40 things, twelve themes, no clock."""
    clubs = weekly_clubs(printing=(WEDNESDAY,))
    day = f"{WEDNESDAY}T"
    yield made_session("kk", f"{day}17:40", *clubs), _poses("clubs")
    yield made_session("kk", f"{day}18:05", *clubs), _poses("clubs-now")
    yield made_session("kk", f"{WEDNESDAY + timedelta(days=4)}T14:20", *clubs), _poses("0-today")
    for number, time in ((1, "13:00"), (3, "14:20"), (8, "13:50"), (40, "17:40")):
        yield made_session("kk", f"{day}{time}", *things_today(number)), _poses(f"{number}-today")
    yield made_session("kk", "2016-04-03T14:20"), _poses("campaign")
    yield (
        made_session("kk", f"{day}17:40", *clubs, themes=12),
        [*_poses("12-themes"), ("12-themes-more", _turn)],
    )
    yield made_session("kk", f"{day}17:40", *clubs, trusted=False), _poses("no-clock")
    yield made_session("kk", f"{day}14:20", *long_texts()), _poses("long-texts")
    yield make_session("kk", now=at(f"{day}17:40"), database=ten_thousand()), _poses("10000-events")


@cache
def ten_thousand() -> bytes:
    """A database of 10,000 random events."""
    return next(random_databases(1, 10_000))


def long_texts() -> list[Event]:
    """Today's clubs with titles as long as packs allow, and words that barely fit."""
    words = "Американ бұрышындағы жасөспірімдерге арналған халықаралық бағдарламалаушылар олимпиадасы "
    title = dict.fromkeys(LANGUAGES, (words * 3)[: TEXT_LIMITS["title"]].strip())
    return [replace(event, title=title) for event in things_today(3)]


def _poses(name: str) -> list[Pose]:
    return [(f"home-{name}", Shell.goHome), (f"attract-{name}", Shell.showAttract)]


def _turn(shell: Shell) -> None:
    shell.goHome()
    shell.pages.home.turnDoors()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    screen_kit.application()
    folder, *wanted = sys.argv[1:]
    sizes = [size for size in map(parse_size, [one for one in wanted if "x" in one] or SIZES) if size]
    languages = [one for one in wanted if one in LANGUAGES] or list(LANGUAGES)
    for file in draw_sessions(home_sessions(), Path(folder), sizes, languages):
        print(file)
