"""Rows of the board on the home page: the hour on a tile, the title, and a line with the state in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.model import Card, Event, Status
from kiosk.dates import headlines
from kiosk.events.detail_text import format_amount
from kiosk.events.event_facts import STATUS_NOTICES
from kiosk.events.venue_line import venue_line
from kiosk.i18n.translator import capitalise
from kiosk.programme.choices import EVENING
from kiosk.programme.today import Board, Entry, Phase
from kiosk.rules.tints import letters_on_tint, tint_of
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.home.poster import for_whom, how_soon, until

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MAX_ROWS = 4


class HomeRow(NamedTuple):
    """One row; `heading` stands above it. `flag` is 'now', a Status or '', and `flagText` its words."""

    eventId: str
    heading: str
    tileTop: str
    tileMain: str
    title: str
    line: str
    flag: str
    flagText: str
    tint: str
    letters: str


@QmlElement
class HomeRows(RecordModel):
    """The rows of the board."""

    record = HomeRow


class ChosenRows(NamedTuple):
    """The entries that the board has room for."""

    today: Sequence[Entry]
    coming: Sequence[Entry]
    has_more: bool


def choose_rows(board: Board) -> ChosenRows:
    """The entries for the board: of today as many as fit, then the most important others in order of time.

    When there are more today, a button takes the place of the last row, and of what is on now only what has
    begun last is shown, so that what comes next can be seen.
    """
    today = board.today
    if len(today) > MAX_ROWS:
        on_now = sorted((one for one in today if one.phase is Phase.NOW), key=lambda one: one.begins)
        others = [one for one in today if one.phase is not Phase.NOW]
        shown = [*on_now[-1:], *others] if len(others) >= MAX_ROWS - 2 else [*on_now, *others]
        return ChosenRows(shown[: MAX_ROWS - 1], (), True)
    coming = board.coming[: MAX_ROWS - len(today)]
    return ChosenRows(today, sorted(coming, key=_order_of_time), False)


def _order_of_time(entry: Entry) -> tuple[bool, int]:
    """By start; what has no day comes last, by the time until which it will have been."""
    return entry.day is None, entry.begins if entry.day else entry.time.when.latest


def home_rows(
    chosen: ChosenRows,
    board: Board,
    cards: dict[Entry, Card],
    events: dict[str, Event],
    today: date | None,
    session: Session,
) -> list[HomeRow]:
    """The rows of the chosen entries; `today` is None while the clock cannot be trusted."""
    rows = [_row(entry, cards[entry], events[entry.event], today, False, session) for entry in chosen.today]
    if rows:
        rows[0] = rows[0]._replace(heading=_heading_of_today(board, chosen, session))
    all_tomorrow = today is not None and all(
        entry.day and (entry.day - today).days == 1 for entry in chosen.coming
    )
    is_tomorrow = bool(chosen.coming) and all_tomorrow and (board.leads_today or bool(rows))
    later = [
        _row(entry, cards[entry], events[entry.event], today, not is_tomorrow, session)
        for entry in chosen.coming
    ]
    if later:
        later[0] = later[0]._replace(
            heading=_heading_of_later(board, chosen.coming[0], today, is_tomorrow, session)
        )
    return rows + later


def _heading_of_today(board: Board, chosen: ChosenRows, session: Session) -> str:
    translator = session.translator
    if not board.leads_today:
        return translator.text("screens.badge.today")
    on_now = [one for one in board.all_today if one.phase is Phase.NOW]
    evening = [
        one
        for one in board.all_today
        if one.phase is Phase.TODAY and int(headlines.start_hour(one.time.when)[:2]) >= EVENING
    ]
    if chosen.has_more and on_now and evening:
        return translator.text("screens.home.now_and_evening", now=len(on_now), evening=len(evening))
    return translator.text("screens.home.later_today")


def _heading_of_later(
    board: Board, first: Entry, today: date | None, is_tomorrow: bool, session: Session
) -> str:
    translator = session.translator
    if is_tomorrow and first.day:
        weekday = headlines.weekday_word(first.day, session.language)
        return translator.text("screens.home.tomorrow", weekday=weekday)
    if today and not board.all_today:
        return translator.text("screens.home.nothing_today")
    return translator.text("screens.home.coming_up")


def _row(
    entry: Entry, card: Card, event: Event, today: date | None, has_date: bool, session: Session
) -> HomeRow:
    colour = session.theme(card.theme).colour
    top, main = _tile(entry, today, has_date, session)
    flag, flag_text = _flag(entry, card, session)
    places = (card.occurrence.venue,) if card.occurrence.venue else card.places
    is_here = any(place.id == session.settings.corner for place in places)
    parts = [] if is_here else [venue_line(places, card.reach, session)]
    if entry.phase is Phase.NOW:
        parts.insert(0, until(entry, session))
    if event.online and not places:
        parts.append(session.translator.text("screens.event.online").lower())
    parts.append(for_whom(event, session))
    if event.price.free:
        parts.append(session.translator.text("screens.event.free").lower())
    elif event.price.amount:
        parts.append(format_amount(event.price.amount, session.translator))
    if event.spoken:
        parts.append(", ".join(session.language_name(code) for code in event.spoken))
    is_off = entry.phase is Phase.CALLED_OFF
    return HomeRow(
        eventId=card.id,
        heading="",
        tileTop=top,
        tileMain=main,
        title=session.localise(card.title),
        line=" · ".join(filter(None, parts)),
        flag=flag,
        flagText=flag_text,
        tint="" if is_off else tint_of(colour),
        letters="" if is_off else letters_on_tint(colour),
    )


def _tile(entry: Entry, today: date | None, has_date: bool, session: Session) -> tuple[str, str]:
    """The two lines of a tile: the date, where it is needed, and the hour, where it is known."""
    when, language = entry.time.when, session.language
    hour = headlines.start_hour(when)
    if entry.day is None:
        moment = today or date.fromisoformat(session.today)
        return "", headlines.period_word(when, moment, language)
    if entry.phase <= Phase.CALLED_OFF:
        return "", hour if hour and entry.phase is not Phase.RUNNING else session.translator.text(
            "screens.badge.today"
        )
    if not has_date and hour:
        return "", hour
    if today and (entry.day - today).days == 1:
        day = session.translator.text("screens.badge.tomorrow")
    else:
        day = headlines.short_day(entry.day, language)
    return (day, hour) if hour else ("", day)


def _flag(entry: Entry, card: Card, session: Session) -> tuple[str, str]:
    """The state of an occurrence that is on now or not as announced, and its words."""
    if entry.time.is_moved_away:
        date_text = dates.format_time(card.occurrence.when, session.language, session.moment)
        return Status.MOVED.value, session.translator.text("screens.home.new_date", date=date_text)
    is_moved_to_today = card.occurrence.status is Status.MOVED and entry.phase < Phase.CALLED_OFF
    if (notice := STATUS_NOTICES[card.occurrence.status]) and not is_moved_to_today:
        return card.occurrence.status.value, session.translator.text(notice)
    if entry.phase is Phase.NOW:
        return "now", session.translator.text("screens.badge.now")
    if entry.phase is Phase.BEGUN:
        return "now", capitalise(how_soon(entry, session))
    return "", ""
