"""Events with every kind of time, and as much or as little said of them as packs allow."""

from hypothesis import strategies as st

from kiosk.base.model import (
    AUDIENCES,
    LEVELS,
    Ages,
    Amount,
    Contact,
    Event,
    Media,
    MediaKind,
    Occurrence,
    Online,
    Price,
    Reach,
    Registration,
    Series,
    Speaker,
    Status,
    Venue,
    When,
)
from kiosk.dates.bounds import parse_when
from kiosk.dates.recurrence import series_days, time_on
from tests.appearance.generated.words import LANGUAGES, texts
from tests.unit.store.sample import HOST, ZONE

TIMES = (
    "2016-04-06T14:00/2016-04-06T15:30",
    "2016-04-06T18:00/2016-04-06T19:30",
    "2016-04-06T20:00",
    "2016-04-06",
    "2016-04-07T18:30/2016-04-07T23:00",
    "2016-04-09",
    "2016-04-08/2016-04-10",
    "2016-04-20/2016-09-30",
    "2016-04",
    "2016-03-25~/2016-04-05~",
    "2016-12",
    "2016-22",
    "2016",
    "2017-12-31T23:00/2018-01-01T03:00",
    "2016-03-05",
)
"""Today (a Wednesday) at several hours, soon, later, of every precision; the last is over."""
PICTURES = {"wide.png": (1600, 900), "flat.png": (1200, 12), "tall.png": (12, 1200), "small.png": (3, 2)}
"""Pictures and their sizes in pixels."""
ICONS = ("code", "music-notes", "users-three", "x")


def whens() -> st.SearchStrategy[When]:
    """Times of every precision."""
    return st.sampled_from(TIMES).map(lambda edtf: parse_when(edtf, ZONE))


def events(themes: list[str], venues: list[Venue], number: int) -> st.SearchStrategy[Event]:
    """An event of one of the `themes` at some of the `venues`; `number` tells it from others."""
    return st.one_of(_plain(themes, venues, number), _full(themes, venues, number))


def _plain(themes: list[str], venues: list[Venue], number: int) -> st.SearchStrategy[Event]:
    """What has a title, and little more."""
    return st.builds(
        Event,
        id=st.just(f"event-{number}"),
        theme=st.sampled_from(themes),
        icon=st.sampled_from(ICONS),
        title=texts("title"),
        summary=texts("summary", optional=True),
        body=texts("body", optional=True),
        occurrences=st.builds(lambda when: (Occurrence(when),), whens()),
        places=st.lists(st.sampled_from(venues), max_size=1).map(tuple),
        media=st.lists(_media(), max_size=1, unique_by=lambda media: media.file).map(tuple),
    )


@st.composite
def _full(draw: st.DrawFn, themes: list[str], venues: list[Venue], number: int) -> Event:
    """What says everything that an event can say."""
    series = draw(
        st.none() | st.sampled_from(("FREQ=WEEKLY;BYDAY=WE", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR"))
    )
    rule = Series(series, "2016-04-04", "2016-06-08", "18:00", "19:30", ("2016-05-18",)) if series else None
    reach = draw(st.sampled_from(Reach))
    places = tuple(
        draw(st.lists(st.sampled_from(venues), min_size=2, max_size=6, unique_by=lambda one: one.id))
    )
    return Event(
        id=f"event-{number}",
        theme=draw(st.sampled_from(themes)),
        icon=draw(st.sampled_from(ICONS)),
        title=draw(texts("title")),
        summary=draw(texts("summary")),
        body=draw(texts("body")),
        occurrences=_dates(rule) if rule else draw(_occurrences(venues)),
        places=places,
        reach=reach,
        audience=draw(st.lists(st.sampled_from(AUDIENCES), unique=True).map(tuple)),
        audience_note=draw(texts("audience_note", optional=True)),
        spoken=draw(st.sampled_from(((), ("en",), ("kk", "ru", "en", "de", "fr", "tr")))),
        price=draw(st.sampled_from((Price(True), Price(None, {}, Amount(1000, 10_000_000, "KZT"))))),
        hashtags=tuple(f"#{'Бағдарлама' * 4}{n}"[:40] for n in range(draw(st.sampled_from((0, 1, 6))))),
        registration=draw(_registrations()),
        contact=draw(_contacts()),
        media=tuple(draw(st.lists(_media(), max_size=3, unique_by=lambda media: media.file))),
        source=f"https://{HOST}/source",
        series=(rule,) if rule else (),
        online=draw(st.sampled_from((None, Online(), Online(f"https://{HOST}/meeting")))),
        ages=draw(st.sampled_from((None, Ages(8, 12), Ages(18)))),
        levels=draw(st.sampled_from(((), ("A2", "B1"), LEVELS))),
        organiser=draw(texts("organiser", optional=True)),
        speakers=tuple(
            draw(
                st.lists(
                    st.builds(Speaker, texts("name", languages=LANGUAGES), texts("about", optional=True)),
                    max_size=3,
                )
            )
        ),
    )


def _dates(rule: Series) -> tuple[Occurrence, ...]:
    off = Status.CANCELLED
    days = list(series_days(rule))
    return tuple(
        Occurrence(time_on(rule, day, ZONE), off if n % 5 == 3 else Status.SCHEDULED)
        for n, day in enumerate(days)
    )


def _occurrences(venues: list[Venue]) -> st.SearchStrategy[tuple[Occurrence, ...]]:
    usual = st.builds(
        Occurrence,
        whens(),
        st.sampled_from((Status.SCHEDULED, Status.CANCELLED, Status.FULL)),
        st.none() | st.sampled_from(venues),
    )
    moved = st.builds(
        lambda when: Occurrence(when, Status.MOVED, original=parse_when("2016-04-21T10:00", ZONE)), whens()
    )
    return st.lists(usual | moved, min_size=1, max_size=4, unique_by=lambda one: one.when.edtf).map(tuple)


def _registrations() -> st.SearchStrategy[Registration | None]:
    url = f"https://{HOST}/registration"
    return st.sampled_from(
        (
            None,
            Registration(url),
            Registration(
                url, closes=parse_when("2016-04-08T18:00", ZONE), places=1_000_000, waiting_list=True
            ),
            Registration(url, opens=parse_when("2016-05-01", ZONE)),
        )
    )


def _contacts() -> st.SearchStrategy[Contact | None]:
    longest = "a" * 50 + "@" + "mission." * 2 + "example"
    return st.none() | st.builds(
        Contact,
        name=texts("name"),
        phone=st.sampled_from(("", "+7 (727) 250-76-12 (1234567890)"[:30])),
        email=st.sampled_from(("", "almaty@example.org", longest)),
        url=st.just(f"https://{HOST}/contact"),
    )


def _media() -> st.SearchStrategy[Media]:
    return st.builds(
        lambda name, alt: Media(MediaKind.PICTURE, f"media/{name}", *PICTURES[name], alt),
        st.sampled_from(tuple(PICTURES)),
        texts("alt"),
    )
