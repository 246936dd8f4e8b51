"""Makes up events of reading rooms in three languages, as many as are wanted and the same each time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from kiosk.base.model import Event, Occurrence, Price, Registration, Text, When
from kiosk.i18n.translator import LANGUAGES
from tests.bench.made_up_words import ENDS, KINDS, NAMES, SENTENCES, STARTS, TOPICS

YEARS = 2014, 2018
AUDIENCES = ("children", "students", "teachers", "entrepreneurs", "everyone")
ZONE = "UTC"


def events(number: int, seed: int = 25, prefix: str = "made-up") -> Iterator[Event]:
    """`number` events from 2014 to 2018, nowhere in particular."""
    chance = Random(seed)
    for n in range(number):
        yield _event(f"{prefix}-{n}", chance)


def _event(id: str, chance: Random) -> Event:
    kind, topic = chance.choice(KINDS), chance.choice(TOPICS)
    person = f"{chance.choice(NAMES)} {_surname(chance)}"
    title = {code: f"{kind[place]}: {topic[place]}" for place, code in enumerate(LANGUAGES)}
    if chance.random() < 0.4:
        title = {code: f"{words} — {person}" for code, words in title.items()}
    spoken = tuple(sorted(chance.sample(LANGUAGES, chance.choice((1, 1, 2)))))
    return Event(
        id,
        chance.choice(("innovation", "friendship", "partnership")),
        "code",
        title,
        _sentences(chance, 1, topic, person),
        _sentences(chance, 3, topic, person),
        tuple(_occurrences(chance)),
        (),
        audience=tuple(chance.sample(AUDIENCES, chance.choice((1, 1, 2)))),
        spoken=spoken,
        price=Price(True),
        hashtags=(f"#{topic[0].replace(' ', '')}",),
        registration=Registration("https://kz.usembassy.gov/x", places=20) if chance.random() < 0.5 else None,
    )


def _sentences(chance: Random, number: int, topic: tuple[str, ...], person: str) -> Text:
    chosen = chance.sample(SENTENCES, number)
    places = [_name(chance) for _ in chosen]
    return {
        code: " ".join(
            sentence[nth].format(topic=topic[nth], person=person, place=place)
            for sentence, place in zip(chosen, places, strict=True)
        )
        for nth, code in enumerate(LANGUAGES)
    }


def _name(chance: Random) -> str:
    """A name of one or two parts; there are some 40,000."""
    return chance.choice(STARTS) + chance.choice(ENDS) + chance.choice(("", chance.choice(ENDS)))


def _surname(chance: Random) -> str:
    return _name(chance) + chance.choice(("ов", "ова", "ева", "ұлы", "қызы", "ский"))


def _occurrences(chance: Random) -> Iterator[Occurrence]:
    first, last = (datetime(year, 1, 1, tzinfo=UTC) for year in YEARS)
    start = first + timedelta(hours=chance.randrange((last - first).days * 24))
    for week in range(chance.choice((1, 1, 1, 1, 4))):
        begin = start + timedelta(weeks=week)
        end = begin + timedelta(hours=2)
        local = f"{begin:%Y-%m-%dT%H:%M}/{end:%Y-%m-%dT%H:%M}"
        yield Occurrence(When(local, ZONE, int(begin.timestamp()), int(end.timestamp()) - 1))
