"""Generates random events of reading rooms in three languages, the same for the same seed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from kiosk.base.model import Event, Occurrence, Price, Registration, Text, When
from kiosk.i18n.translator import LANGUAGES
from tests.bench.random_event_texts import FIRST_NAMES, KINDS, NAME_ENDS, NAME_STARTS, SENTENCES, TOPICS

SPAN = datetime(2014, 1, 1, tzinfo=UTC), datetime(2018, 1, 1, tzinfo=UTC)
AUDIENCES = ("children", "students", "teachers", "entrepreneurs", "everyone")
ZONE = "UTC"


def random_events(
    number: int, seed: int = 25, prefix: str = "made-up", span: tuple[datetime, datetime] = SPAN
) -> Iterator[Event]:
    """`number` events that begin within `span`, without places."""
    chance = Random(seed)
    for n in range(number):
        yield _random_event(f"{prefix}-{n}", chance, span)


def _random_event(id: str, chance: Random, span: tuple[datetime, datetime]) -> Event:
    kind, topic = chance.choice(KINDS), chance.choice(TOPICS)
    person = f"{chance.choice(FIRST_NAMES)} {_random_surname(chance)}"
    title = {code: f"{kind[place]}: {topic[place]}" for place, code in enumerate(LANGUAGES)}
    if chance.random() < 0.4:
        title = {code: f"{words} — {person}" for code, words in title.items()}
    spoken = tuple(sorted(chance.sample(LANGUAGES, chance.choice((1, 1, 2)))))
    return Event(
        id,
        chance.choice(("innovation", "friendship", "partnership")),
        "code",
        title,
        _random_sentences(chance, 1, topic, person),
        _random_sentences(chance, 3, topic, person),
        tuple(_random_occurrences(chance, *span)),
        (),
        audience=tuple(chance.sample(AUDIENCES, chance.choice((1, 1, 2)))),
        spoken=spoken,
        price=Price(True),
        hashtags=(f"#{topic[0].replace(' ', '')}",),
        registration=Registration("https://kz.usembassy.gov/x", places=20) if chance.random() < 0.5 else None,
    )


def _random_sentences(chance: Random, number: int, topic: tuple[str, ...], person: str) -> Text:
    chosen = chance.sample(SENTENCES, number)
    places = [_random_name(chance) for _ in chosen]
    return {
        code: " ".join(
            sentence[nth].format(topic=topic[nth], person=person, place=place)
            for sentence, place in zip(chosen, places, strict=True)
        )
        for nth, code in enumerate(LANGUAGES)
    }


def _random_name(chance: Random) -> str:
    """A name of one or two parts; there are some 40,000."""
    return (
        chance.choice(NAME_STARTS) + chance.choice(NAME_ENDS) + chance.choice(("", chance.choice(NAME_ENDS)))
    )


def _random_surname(chance: Random) -> str:
    return _random_name(chance) + chance.choice(("ов", "ова", "ева", "ұлы", "қызы", "ский"))


def _random_occurrences(chance: Random, first: datetime, last: datetime) -> Iterator[Occurrence]:
    start = first + timedelta(hours=chance.randrange((last - first).days * 24))
    for week in range(chance.choice((1, 1, 1, 1, 4))):
        begin = start + timedelta(weeks=week)
        end = begin + timedelta(hours=2)
        local = f"{begin:%Y-%m-%dT%H:%M}/{end:%Y-%m-%dT%H:%M}"
        yield Occurrence(When(local, ZONE, int(begin.timestamp()), int(end.timestamp()) - 1))
