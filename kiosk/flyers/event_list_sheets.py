"""What stands on a flyer of many events: a theme, a choice, or the programme of a week or a month by day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from zlib import crc32

from kiosk import dates
from kiosk.base.errors import KioskError
from kiosk.base.model import Event, Occurrence
from kiosk.base.time_zones import local_date
from kiosk.dates.date_parts import parse_interval
from kiosk.events.details import status_notice
from kiosk.events.timing import current_occurrence, is_past
from kiosk.events.venue_line import venue_line, venues_of
from kiosk.events.view_context import PaperContext
from kiosk.flyers.flyer_context import FlyerContext, sheet_mark
from kiosk.i18n.translator import capitalise
from kiosk.store.calendar_queries import DatePrecision
from kiosk.typesetting.order import FlyerKind, Order
from kiosk.typesetting.sheet import Row, Section, Sheet

INK = "#0B1F3A"
Time = tuple[Event, Occurrence]


def theme_sheet(context: FlyerContext, order: Order, id: str, number: int) -> Sheet:
    """What is coming of a theme; KioskError 'flyers.nothing.theme' when nothing is."""
    theme, readers = context.theme(id), context.readers(order.languages)
    cards = context.programme.catalogue.cards(context.now, theme=id)
    rows = tuple(_row(context, context.event(card.id), card.occurrence, readers) for card in cards)
    if not rows:
        raise KioskError("flyers.nothing.theme", title=readers[0].localise(theme.title))
    titles = tuple(reader.localise(theme.title) for reader in readers)
    below = tuple(reader.localise(theme.tagline) for reader in readers)
    empty = ("",) * len(readers)
    return _list(context, order, id, number, theme.colour, theme.icon, titles, below, (Section(empty, rows),))


def period_sheet(context: FlyerContext, order: Order, first: str, number: int) -> Sheet:
    """What is on in the week or month that begins on the day `first`; KioskError 'flyers.nothing.*'."""
    readers, start = context.readers(order.languages), date.fromisoformat(first)
    last = _last(start, order.kind)
    times = _times(context, order.kind, start, last)
    spans = tuple(dates.format_days(first, last.isoformat(), reader.language) for reader in readers)
    if not times:
        raise KioskError(f"flyers.nothing.{order.kind}")
    sections = tuple(_sections(context, times, start, last, readers))
    titles = tuple(reader.translator.text(f"flyers.title.{order.kind}") for reader in readers)
    return _list(context, order, first, number, INK, "calendar-star", titles, spans, sections)


def choice_sheet(context: FlyerContext, order: Order, chosen: str, number: int) -> Sheet:
    """The events of a choice; KioskError 'flyers.no_event' when one of them is no more."""
    readers, now = context.readers(order.languages), context.now
    events = [context.event(id) for id in chosen.split()]
    rows = tuple(_row(context, event, current_occurrence(event, now), readers) for event in events)
    titles = tuple(reader.translator.text("flyers.title.choice") for reader in readers)
    empty = ("",) * len(readers)
    return _list(context, order, chosen, number, INK, "heart", titles, empty, (Section(empty, rows),))


def period_start(kind: FlyerKind, day: date) -> date:
    """The first day of the week (ISO 8601: a Monday) or the month that `day` is in."""
    return day - timedelta(days=day.weekday()) if kind is FlyerKind.WEEK else day.replace(day=1)


def period_end(kind: FlyerKind, first: str) -> date:
    """The last day of the week or month that begins on the day `first`."""
    return _last(date.fromisoformat(first), kind)


def _last(first: date, kind: FlyerKind) -> date:
    if kind is FlyerKind.WEEK:
        return first + timedelta(days=6)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _times(context: FlyerContext, kind: FlyerKind, first: date, last: date) -> list[Time]:
    """Every time an event takes place from one day to the other, as far as it is not over yet.

    What has no day yet belongs to its month, but to no week.
    """
    known = (
        (DatePrecision.DAY, DatePrecision.WITHIN, DatePrecision.PERHAPS)
        if kind is FlyerKind.MONTH
        else (DatePrecision.DAY,)
    )
    catalogue = context.programme.catalogue
    cards = catalogue.cards_of(catalogue.find_occurrences(first, last, known))
    events = {id: context.event(id) for id in {card.id for card in cards}}
    return [(events[card.id], card.occurrence) for card in cards if not is_past(card.occurrence, context.now)]


def _exact(occurrence: Occurrence) -> bool:
    return all(point.day for point in parse_interval(occurrence.when.edtf))


def _sections(
    context: FlyerContext, times: Iterable[Time], first: date, last: date, readers: list[PaperContext]
) -> Iterator[Section]:
    """The days in order, and at the end what has no day yet."""
    by_day: dict[date, list[Time]] = {}
    undated: list[Time] = []
    for event, one in sorted(times, key=lambda time: (time[1].when.earliest, time[0].id)):
        day = max(first, local_date(one.when.earliest, one.when.zone))
        (by_day.setdefault(day, []) if _exact(one) else undated).append((event, one))
    for day, held in sorted(by_day.items()):
        headings = tuple(
            capitalise(dates.format_weekday(day.isoformat(), reader.language)) for reader in readers
        )
        yield Section(headings, tuple(_row(context, *time, readers, day=True) for time in held))
    if undated:
        headings = tuple(reader.translator.text("flyers.undated") for reader in readers)
        yield Section(headings, tuple(_row(context, *time, readers) for time in undated))


def _row(
    context: FlyerContext,
    event: Event,
    occurrence: Occurrence,
    readers: list[PaperContext],
    *,
    day: bool = False,
) -> Row:
    """An event in a list; below the heading of its `day` the time is enough."""
    found = context.best_code(event, occurrence, readers[0])
    return Row(
        event=event.id,
        titles=tuple(reader.localise(event.title) for reader in readers),
        flags=tuple(status_notice(occurrence, reader)[1] for reader in readers),
        lines=tuple(_line(event, occurrence, reader, day) for reader in readers),
        code=found[1] if found else None,
    )


def _line(event: Event, occurrence: Occurrence, reader: PaperContext, day: bool) -> str:
    first, last = parse_interval(occurrence.when.edtf)
    same_day = first._replace(time="") == last._replace(time="")
    exact = capitalise(dates.format_time(occurrence.when, reader.language, None))
    when = dates.format_hours(occurrence.when) if day and same_day else exact
    place = venue_line(venues_of(event, occurrence), event.reach, reader, whole=True)
    return " · ".join(filter(None, (when, place)))


def _list(
    context: FlyerContext, order: Order, subject: str, number: int, colour: str, icon: str,
    titles: tuple[str, ...], subtitles: tuple[str, ...], sections: tuple[Section, ...],
) -> Sheet:  # fmt: skip
    reader = context.readers(order.languages)[0]
    rows = (row for section in sections for row in section.rows)
    packs = dict.fromkeys(context.programme.pack(row.event).short_id for row in rows)
    return Sheet(
        subject=subject,
        mark=sheet_mark(" ".join(packs), number),
        corner=context.corner_name(reader),
        hours=context.opening_hours(reader),
        theme="",
        colour=colour,
        icon=icon,
        seed=crc32(subject.encode()),
        languages=order.languages,
        titles=titles,
        subtitles=subtitles,
        scan=reader.translator.text("screens.event.scan"),
        sections=sections,
    )
