"""The poster of the home page: what leads, with its time as the largest thing."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import Card, Event, Status
from kiosk.base.sentence_ids import ScreensId
from kiosk.dates import headlines
from kiosk.dates.clock_cases import at_time, until_time
from kiosk.dates.recurrence_text import format_repetition
from kiosk.events.detail_text import format_ages
from kiosk.events.event_facts import STATUS_NOTICES, price_terms
from kiosk.events.timing import is_registration_open
from kiosk.events.venue_line import venue_line
from kiosk.i18n.translator import capitalise
from kiosk.programme.choices import EVENING
from kiosk.programme.today import Entry, Phase
from kiosk.store.board_queries import Nearness
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

INK = "#14325C"
SUMMARY = 3
MINUTES = 60
"""Minutes ahead of which a visitor is told how many are left."""


class Poster(NamedTuple):
    """What leads: `time` is the largest, `pill` says how soon, `aside` until when; `isHour` for '18:00'."""

    eventId: str = ""
    title: str = ""
    titleNote: str = ""
    time: str = ""
    isHour: bool = False
    pill: str = ""
    aside: str = ""
    repetition: str = ""
    colour: str = INK
    icon: str = "star"
    picture: str = ""


class Fact(NamedTuple):
    """A fact on the poster."""

    icon: str
    text: str


@QmlElement
class PosterFacts(RecordModel):
    """The facts on the poster, the most useful first."""

    record = Fact


@QmlElement
class PosterContent(QObject):
    """The poster for QML."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._poster = Poster()
        self._facts = PosterFacts(self)

    def show(self, poster: Poster, facts: Sequence[Fact]) -> None:
        """Replace the content."""
        self._poster = poster
        self._facts.show(facts)
        self.changed.emit()

    @Property(str, notify=changed)
    def eventId(self) -> str:
        return self._poster.eventId

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._poster.title

    @Property(str, notify=changed)
    def titleNote(self) -> str:
        return self._poster.titleNote

    @Property(str, notify=changed)
    def time(self) -> str:
        return self._poster.time

    @Property(bool, notify=changed)
    def isHour(self) -> bool:
        return self._poster.isHour

    @Property(str, notify=changed)
    def pill(self) -> str:
        return self._poster.pill

    @Property(str, notify=changed)
    def aside(self) -> str:
        return self._poster.aside

    @Property(str, notify=changed)
    def repetition(self) -> str:
        return self._poster.repetition

    @Property(str, notify=changed)
    def colour(self) -> str:
        return self._poster.colour

    @Property(str, notify=changed)
    def icon(self) -> str:
        return self._poster.icon

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._poster.picture

    @Property(str, notify=changed)
    def summary(self) -> str:
        """The first facts in one line."""
        return " · ".join(fact.text for fact in self._facts.rows[:SUMMARY])

    @Property(PosterFacts, constant=True)
    def facts(self) -> PosterFacts:
        return self._facts


def make_poster(entry: Entry, card: Card, today: date, session: Session) -> Poster:
    """The poster of `entry`, whose card is `card`."""
    time, pill, aside = _describe_time(entry, today, session)
    notice = STATUS_NOTICES[card.occurrence.status]
    if card.occurrence.status is Status.FULL and notice:
        aside = " · ".join(filter(None, (session.translator.text(notice), aside)))
    return Poster(
        eventId=card.id,
        title=session.localise(card.title),
        titleNote=session.other_language_note(card.title),
        time=time,
        isHour=":" in time,
        pill=pill,
        aside=aside,
        repetition=repetition(card, session),
        colour=INK if entry.phase is Phase.UNDATED else session.theme(card.theme).colour,
        icon=card.icon,
        picture=session.picture_address(card.id, card.picture),
    )


def _describe_time(entry: Entry, today: date, session: Session) -> tuple[str, str, str]:
    """When it is as the largest word, how soon that is, and until when."""
    when, language, text = entry.time.when, session.language, session.translator.text
    hour, written = headlines.start_hour(when), capitalise(dates.format_time(when, language, session.moment))
    if entry.phase is Phase.UNDATED or entry.day is None:
        word = headlines.period_word(when, today, language)
        is_told = "/" not in when.edtf and when.edtf.startswith(str(today.year))
        return word, text("screens.home.day_unknown"), "" if is_told else written
    if entry.phase in (Phase.NOW, Phase.TODAY, Phase.BEGUN):
        return hour, how_soon(entry, session), until(entry, session)
    if entry.phase is Phase.LATER:
        hours = dates.format_hours(when)
        weekday = capitalise(headlines.weekday_word(entry.day, language))
        is_one_day = hours or "/" not in when.edtf
        pill = ", ".join(filter(None, (weekday, hours))) if is_one_day else written
        return headlines.day_word(entry.day, language), pill, ""
    if entry.phase is Phase.SOON:
        is_tomorrow = (entry.day - today).days == 1
        word = text("screens.badge.tomorrow") if is_tomorrow else headlines.weekday_word(entry.day, language)
        return capitalise(word), written, ""
    return text("screens.badge.today"), written, ""


def how_soon(entry: Entry, session: Session) -> str:
    """How soon it is, as people say it: 'On now', 'In 20 minutes', 'This evening', 'Today'."""
    translator, hour = session.translator, headlines.start_hour(entry.time.when)
    if entry.phase is Phase.NOW:
        return translator.text("screens.badge.now")
    if entry.phase is Phase.BEGUN:
        return capitalise(translator.text("screens.home.began", time=at_time(hour, session.language)))
    minutes = entry.begins // 60 - session.moment // 60  # as the clock on the screen counts
    if minutes < MINUTES:
        return translator.plural("screens.home.in_minutes", minutes)
    is_evening = int(hour[:2]) >= EVENING
    sentence: ScreensId = "screens.home.evening" if is_evening else "screens.badge.today"
    return translator.text(sentence)


def until(entry: Entry, session: Session) -> str:
    """'Until 19:30' where it is known."""
    end = headlines.end_hour(entry.time.when)
    if not end:
        return ""
    return session.translator.text("screens.home.until", time=until_time(end, session.language))


def for_whom(event: Event, session: Session) -> str:
    """The ages that an event is for, or else its audience; '' for everybody of any age."""
    if event.ages and (ages := format_ages(event.ages, session.translator)):
        return ages
    return ", ".join(session.translator.audience_name(code) for code in event.audience if code != "everyone")


def poster_facts(entry: Entry, card: Card, event: Event, session: Session) -> list[Fact]:
    """Where, for what price, whether one can register, in which language and for whom, as far as known."""
    translator, facts = session.translator, []
    places = (card.occurrence.venue,) if card.occurrence.venue else card.places
    where = venue_line(places, card.reach, session)
    is_this_corner = any(place.id == session.settings.corner for place in places)
    if where and not (entry.time.nearness is Nearness.HERE and is_this_corner):
        facts.append(Fact("map-pin", where))
    if event.online and not places:
        facts.append(Fact("laptop", translator.text("screens.event.online")))
    if price := price_terms(event.price, session)[:1]:
        facts.append(Fact("ticket", *price))
    if card.registration and is_registration_open(card.registration, card.occurrence, session.now):
        facts.append(Fact("check-circle", translator.text("screens.event.registration_open")))
    if event.spoken:
        spoken = ", ".join(session.language_name(code) for code in event.spoken)
        facts.append(Fact("translate", capitalise(spoken)))
    if whom := for_whom(event, session):
        facts.append(Fact("users-three", capitalise(whom)))
    return facts


def repetition(card: Card, session: Session) -> str:
    """How often an event is repeated: 'every Wednesday'; '' for one that is not."""
    return "; ".join(filter(None, (format_repetition(one, session.language) for one in card.series)))
