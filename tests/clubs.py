"""Made programmes of a Corner beside the demo's events: ten weekly clubs, days with any number of things."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from kiosk.authoring.building.write_database import write_database
from kiosk.authoring.source.load_source import load_source
from kiosk.base.model import Event, Occurrence, Price, Programme, Status, Text, Theme
from kiosk.viewmodels.session import Session
from tests.unit.store.busy import timed
from tests.unit.store.sample import TALK, at
from tests.unit.viewmodels.sessions import make_session

DEMO = Path(__file__).parents[1] / "data/25-years-together"
CORNER = "american-corner-almaty"
WEDNESDAY = date(2016, 4, 6)
WEEKS = 8
COLOURS = ("#0A6C9B", "#B9430E", "#2C6A4F", "#6B3FA0", "#9B1B5A", "#7A5200")


class Club(NamedTuple):
    """A club: its names in English, Kazakh and Russian, its weekday (0 is Monday), its hours and facts."""

    id: str
    names: tuple[str, str, str]
    weekday: int
    hours: tuple[str, str]
    icon: str
    theme: str = "friendship"
    audience: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    free: bool | None = True

    @property
    def title(self) -> Text:
        """The name by language."""
        return dict(zip(("en", "kk", "ru"), self.names, strict=True))


CRAFTS = "Crafts for children", "Балаларға арналған қолөнер", "Рукоделие для детей"
ENGLISH = "English conversation club", "Ағылшын тілі клубы", "Разговорный клуб английского"
PRINTING = "3D printing", "3D-принтерде басып шығару", "3D-печать"
BOOKS = "Book club: Mark Twain", "Кітап клубы: Марк Твен", "Книжный клуб: Марк Твен"
CHESS = "Chess club", "Шахмат клубы", "Шахматный клуб"
FILMS = "Film night", "Кино кеші", "Киновечер"
GUITAR = "Guitar lesson", "Гитара сабағы", "Урок гитары"
STORIES = "Story hour", "Ертегі сағаты", "Час сказки"
ROBOTS = "Building robots", "Робот құрастыру", "Собираем роботов"
DEBATE = "Debate club", "Пікірсайыс клубы", "Дебатный клуб"
TECH = "innovation"
CLUBS = (
    Club("crafts", CRAFTS, 2, ("14:00", "15:30"), "yarn", audience=("children",)),
    Club("english", ENGLISH, 2, ("18:00", "19:30"), "chats", spoken=("en",)),
    Club("printing", PRINTING, 2, ("19:00", "20:30"), "cube", TECH, free=False),
    Club("books", BOOKS, 2, ("19:30", "20:45"), "book-open", spoken=("en", "ru")),
    Club("chess", CHESS, 3, ("16:00", "17:30"), "strategy", TECH, audience=("children",)),
    Club("films", FILMS, 3, ("18:30", "20:45"), "film-slate"),
    Club("guitar", GUITAR, 4, ("17:00", "18:00"), "guitar", free=None),
    Club("stories", STORIES, 5, ("11:00", "12:00"), "book-open-text", audience=("children",)),
    Club("robots", ROBOTS, 5, ("12:00", "14:00"), "robot", TECH, audience=("students",)),
    Club("debate", DEBATE, 0, ("18:00", "19:30"), "microphone-stage", spoken=("ru",)),
)


@cache
def demo_programme() -> Programme:
    """The programme of the demo."""
    return load_source(DEMO).programme


def club_event(club: Club, *occurrences: Occurrence, cancelled: Iterable[date] = ()) -> Event:
    """The event of a club with these occurrences, else one each week but for the `cancelled` days."""
    monday = WEDNESDAY - timedelta(days=WEDNESDAY.weekday())
    days = [monday + timedelta(days=club.weekday, weeks=week) for week in range(WEEKS)]
    off = frozenset(cancelled)
    venue = next(one for one in demo_programme().venues if one.id == CORNER)
    return replace(
        TALK,
        id=club.id,
        theme=club.theme,
        icon=club.icon,
        title=club.title,
        summary=club.title,
        body=club.title,
        audience=club.audience,
        spoken=club.spoken,
        price=Price(club.free),
        places=(venue,),
        occurrences=occurrences
        or tuple(
            Occurrence(timed(f"{day}", *club.hours), Status.CANCELLED if day in off else Status.SCHEDULED)
            for day in days
        ),
    )


def weekly_clubs(**cancelled: tuple[date, ...]) -> list[Event]:
    """The ten clubs; by id, the days on which they are cancelled."""
    return [club_event(club, cancelled=cancelled.get(club.id, ())) for club in CLUBS]


def things_today(number: int) -> list[Event]:
    """So many events on one Wednesday at this Corner, of 90 minutes, from 14:00 on."""
    step = timedelta(minutes=45 if number <= 10 else 12)
    events = []
    for nth in range(number):
        minutes = 14 * 60 + nth * step.seconds // 60
        begins, ends = (f"{minute // 60:02}:{minute % 60:02}" for minute in (minutes, minutes + 90))
        club = CLUBS[(nth + 1) % len(CLUBS)]
        times = timed(f"{WEDNESDAY}", begins, ends)
        events.append(club_event(club._replace(id=f"{club.id}-{nth}"), Occurrence(times)))
    return events


def with_themes(number: int) -> tuple[Theme, ...]:
    """The themes of the demo and others, `number` in all."""
    known = demo_programme().themes
    more = (
        replace(known[nth % 3], id=f"theme-{nth}", colour=COLOURS[nth % 6], icon=CLUBS[nth % 10].icon,
                title=CLUBS[nth % 10].title)
        for nth in range(3, number)
    )  # fmt: skip
    return (*known, *more)


def made_session(language: str, local_time: str, *events: Event, themes: int = 3, **settings: Any) -> Session:
    """A kiosk of the Corner in Almaty at that local time, with the demo's events and these."""
    programme = demo_programme()
    made = replace(programme, themes=with_themes(themes), events=(*programme.events, *events))
    corner = {"corner": CORNER, "opening_hours": "Mo-Fr 10:00-21:00; Sa 10:00-16:00"}
    return make_session(language, now=at(local_time), database=database_of(made), **(corner | settings))


def database_of(programme: Programme) -> bytes:
    """The database of a pack with this programme."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "events.sqlite"
        write_database(programme, file)
        return file.read_bytes()
