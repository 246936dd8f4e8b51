"""Builds the sheet of one event."""

from zlib import crc32

from kiosk.base.errors import KioskError
from kiosk.base.model import Event, MediaKind, Occurrence
from kiosk.base.text import TEXT_LIMITS
from kiosk.events.event_codes import CODE_TITLES
from kiosk.events.event_facts import Fact, contact_fact, event_facts, status_notice
from kiosk.events.timing import current_occurrence
from kiosk.events.view_context import PaperContext
from kiosk.flyers.flyer_context import FlyerContext, SheetCode
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Paper
from kiosk.typesetting.sheet import Picture, Sheet, SheetFact, SheetText


def event_sheet(context: FlyerContext, order: Order, id: str, number: int) -> Sheet:
    """The sheet of the event with this `id`.

    Raises KioskError 'flyers.no_event', and 'flyers.no_code' when a TEAR_OFF has no code for its strips.
    """
    event, readers = context.event(id), context.paper_contexts(order.languages)
    occurrence, theme = current_occurrence(event, context.now), context.theme(event.theme)
    first, has_strips = readers[0], order.kind is FlyerKind.TEAR_OFF
    best = context.best_code(event, occurrence, first, narrow=has_strips or order.paper is Paper.CARDS)
    if has_strips and best is None:
        raise KioskError("flyers.no_code", title=first.localise(event.title))
    return Sheet(
        subject=id,
        pack=context.programme.pack(id).short_id,
        number=number,
        corner=context.corner_name(first),
        hours=context.opening_hours(first),
        theme=first.localise(theme.title),
        colour=theme.colour,
        icon=event.icon,
        seed=crc32(id.encode()),
        languages=order.languages,
        said=tuple(_sheet_text(context, event, occurrence, reader, best, order) for reader in readers),
        code=best.code if best else None,
        picture=_picture(event, number, first),
    )


def _picture(event: Event, number: int, reader: PaperContext) -> Picture | None:
    photo = next((media for media in event.media if media.kind is MediaKind.PICTURE), None)
    return Picture(f"{number}.jpg", photo.file, reader.localise(photo.alt)) if photo else None


def _sheet_text(
    context: FlyerContext,
    event: Event,
    occurrence: Occurrence,
    reader: PaperContext,
    best: SheetCode | None,
    order: Order,
) -> SheetText:
    """The event in one language: summary and body when it has the whole sheet of paper, else the summary."""
    translator, has_strips = reader.translator, order.kind is FlyerKind.TEAR_OFF
    sheet_facts = tuple(
        SheetFact(one.icon, one.text, one.note) for one in _paper_facts(event, occurrence, reader)
    )
    is_short = len(order.languages) > 1 or has_strips or order.paper is Paper.CARDS
    event_code = best.event_code if best else None
    kind = event_code.kind if event_code else None
    if kind and reader.language != order.languages[0]:
        event_code = context.codes_by_kind(event, occurrence, reader).get(kind)
    return SheetText(
        language=reader.language,
        title=reader.localise(event.title),
        flag=status_notice(occurrence, reader, is_repeated=bool(event.series))[1],
        facts=sheet_facts,
        note=next(filter(None, map(reader.other_language_note, (event.title, event.summary))), ""),
        text=_text(event, reader, is_short),
        take=translator.text(CODE_TITLES[kind]) if kind else "",
        take_note=event_code.note if event_code and kind != "calendar" else "",
        scan=translator.text("flyers.tear_off" if has_strips else "screens.event.scan"),
    )


def _text(event: Event, reader: PaperContext, is_short: bool) -> str:
    """The summary, with the body below it unless `is_short`; both together as long as a body may be."""
    summary, body = reader.localise(event.summary), reader.localise(event.body)
    if is_short or not body:
        return summary
    both = f"{summary}\n{body}" if summary else body
    return both if len(both) <= TEXT_LIMITS["body"] else body


def _paper_facts(event: Event, occurrence: Occurrence, reader: PaperContext) -> list[Fact]:
    """The facts that belong on paper: when, where, for whom, and whom to ask."""
    asked = contact_fact(event.contact, reader) if event.contact else None
    return [*event_facts(event, occurrence, reader), *([asked] if asked else [])]
