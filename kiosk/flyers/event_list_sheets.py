"""Builds the sheets that list events: of a theme, of a choice, or of a week or month by day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from zlib import crc32

from kiosk import dates
from kiosk.base.errors import KioskError
from kiosk.base.model import Event, Occurrence
from kiosk.base.sentence_ids import SentenceId
from kiosk.base.time_zones import local_date
from kiosk.dates.date_parts import parse_interval
from kiosk.events.event_facts import status_notice
from kiosk.events.series_text import series_line
from kiosk.events.timing import current_occurrence, is_past
from kiosk.events.venue_line import venue_line, venues_of
from kiosk.events.view_context import PaperContext
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.order import FlyerKind, Order
from kiosk.i18n.translator import capitalise
from kiosk.store.calendar_queries import DatePrecision
from kiosk.typesetting.sheet import Row, Section, Sheet

LIST_COLOUR = "#0B1F3A"
MAX_CODES = 4
"""Events of a week or month that have room for their codes on one page; of more it shows the hours alone."""
EventOccurrence = tuple[Event, Occurrence]


def theme_sheet(context: FlyerContext, order: Order, id: str, number: int) -> Sheet:
    """The list of a theme's upcoming events; KioskError 'flyers.nothing.theme' when there are none."""
    theme, readers = context.theme(id), context.paper_contexts(order.languages)
    cards = context.programme.catalogue.cards(context.now, theme=id)
    rows = tuple(_row(context, context.event(card.id), card.occurrence, readers) for card in cards)
    if not rows:
        raise KioskError("flyers.nothing.theme", title=readers[0].localise(theme.title))
    titles = tuple(reader.localise(theme.title) for reader in readers)
    subtitles = tuple(reader.localise(theme.tagline) for reader in readers)
    empty = ("",) * len(readers)
    sections = (Section(empty, rows),)
    return _list_sheet(context, order, id, number, theme.colour, theme.icon, titles, subtitles, sections)


def period_sheet(context: FlyerContext, order: Order, first: str, number: int) -> Sheet:
    """The list of the week or month that begins on the day `first`; KioskError 'flyers.nothing.*'."""
    readers, start = context.paper_contexts(order.languages), date.fromisoformat(first)
    last = period_end(order.kind, first)
    occurrences = _find_occurrences(context, order.kind, start, last)
    subtitles = tuple(dates.format_days(first, last.isoformat(), reader.language) for reader in readers)
    is_week = order.kind is FlyerKind.WEEK
    if not occurrences:
        raise KioskError("flyers.nothing.week" if is_week else "flyers.nothing.month")
    sections = tuple(_sections(context, occurrences, start, readers))
    title: SentenceId = "flyers.title.week" if is_week else "flyers.title.month"
    titles = tuple(reader.translator.text(title) for reader in readers)
    return _list_sheet(
        context, order, first, number, LIST_COLOUR, "calendar-star", titles, subtitles, sections
    )


def choice_sheet(context: FlyerContext, order: Order, chosen: str, number: int) -> Sheet:
    """The list of the events with the ids in `chosen`; KioskError 'flyers.no_event' when one is missing."""
    readers, now = context.paper_contexts(order.languages), context.now
    events = [context.event(id) for id in chosen.split()]
    rows = tuple(_row(context, event, current_occurrence(event, now), readers) for event in events)
    titles = tuple(reader.translator.text("flyers.title.choice") for reader in readers)
    empty = ("",) * len(readers)
    sections = (Section(empty, rows),)
    return _list_sheet(context, order, chosen, number, LIST_COLOUR, "heart", titles, empty, sections)


def period_start(kind: FlyerKind, day: date) -> date:
    """The first day of the week (ISO 8601: a Monday) or month with `day` in it."""
    return day - timedelta(days=day.weekday()) if kind is FlyerKind.WEEK else day.replace(day=1)


def period_end(kind: FlyerKind, first: str) -> date:
    """The last day of the week or month that begins on the day `first`."""
    start = date.fromisoformat(first)
    if kind is FlyerKind.WEEK:
        return start + timedelta(days=6)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def without_excess_codes(order: Order, sheet: Sheet) -> Sheet:
    """The sheet as it is drawn: of a week or month with more than MAX_CODES events, without codes."""
    rows = sum(len(section.rows) for section in sheet.sections)
    if order.kind not in (FlyerKind.WEEK, FlyerKind.MONTH) or rows <= MAX_CODES:
        return sheet
    sections = tuple(
        section._replace(rows=tuple(row._replace(code=None) for row in section.rows))
        for section in sheet.sections
    )
    return replace(sheet, sections=sections, scan="")


def _find_occurrences(
    context: FlyerContext, kind: FlyerKind, first: date, last: date
) -> list[EventOccurrence]:
    """Every occurrence from `first` to `last` that is not over yet.

    One without a day belongs to its month, but to no week.
    """
    precisions = (
        (DatePrecision.DAY, DatePrecision.WITHIN, DatePrecision.PERHAPS)
        if kind is FlyerKind.MONTH
        else (DatePrecision.DAY,)
    )
    catalogue = context.programme.catalogue
    cards = catalogue.cards_of(catalogue.find_occurrences(first, last, precisions))
    events = {id: context.event(id) for id in {card.id for card in cards}}
    return [(events[card.id], card.occurrence) for card in cards if not is_past(card.occurrence, context.now)]


def _has_day(occurrence: Occurrence) -> bool:
    return all(point.day for point in parse_interval(occurrence.when.edtf))


def _sections(
    context: FlyerContext, occurrences: Iterable[EventOccurrence], first: date, readers: list[PaperContext]
) -> Iterator[Section]:
    """One section for each day in order, and a last one for occurrences without a day."""
    by_day: dict[date, list[EventOccurrence]] = {}
    undated: list[EventOccurrence] = []
    for event, occurrence in sorted(occurrences, key=lambda one: (one[1].when.earliest, one[0].id)):
        day = max(first, local_date(occurrence.when.earliest, occurrence.when.zone))
        (by_day.setdefault(day, []) if _has_day(occurrence) else undated).append((event, occurrence))
    for day, dated in sorted(by_day.items()):
        headings = tuple(
            capitalise(dates.format_weekday(day.isoformat(), reader.language)) for reader in readers
        )
        rows = tuple(_row(context, *one, readers, below_day=True) for one in dated)
        weekdays = tuple(dates.weekday_names(reader.language)[day.weekday()] for reader in readers)
        yield Section(headings, rows, str(day.day), weekdays)
    if undated:
        headings = tuple(reader.translator.text("flyers.undated") for reader in readers)
        yield Section(headings, tuple(_row(context, *one, readers) for one in undated))


def _row(
    context: FlyerContext,
    event: Event,
    occurrence: Occurrence,
    readers: list[PaperContext],
    *,
    below_day: bool = False,
) -> Row:
    """The row of an event; `below_day`, a heading that names its day, it shows the time alone."""
    best = context.best_code(event, occurrence, readers[0])
    return Row(
        event=event.id,
        titles=tuple(reader.localise(event.title) for reader in readers),
        flags=tuple(
            status_notice(occurrence, reader, is_repeated=bool(event.series) and not below_day)[1]
            for reader in readers
        ),
        times=tuple(_time(event, occurrence, reader, below_day) for reader in readers),
        places=tuple(_place(event, occurrence, reader) for reader in readers),
        code=best.code if best else None,
    )


def _time(event: Event, occurrence: Occurrence, reader: PaperContext, below_day: bool) -> str:
    """When the event takes place."""
    first, last = parse_interval(occurrence.when.edtf)
    hours = dates.format_hours(occurrence.when)
    if below_day and (hours or first == last):
        return hours
    rule = "" if below_day else capitalise(series_line(event.series, occurrence.when.zone, reader))
    return rule or capitalise(dates.format_time(occurrence.when, reader.language, None))


def _place(event: Event, occurrence: Occurrence, reader: PaperContext) -> str:
    """Where the event takes place."""
    return venue_line(venues_of(event, occurrence), event.reach, reader, whole=True)


def _list_sheet(
    context: FlyerContext, order: Order, subject: str, number: int, colour: str, icon: str,
    titles: tuple[str, ...], subtitles: tuple[str, ...], sections: tuple[Section, ...],
) -> Sheet:  # fmt: skip
    reader = context.paper_contexts(order.languages)[0]
    rows = (row for section in sections for row in section.rows)
    packs = dict.fromkeys(context.programme.pack(row.event).short_id for row in rows)
    return Sheet(
        subject=subject,
        pack=" ".join(packs),
        number=number,
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
