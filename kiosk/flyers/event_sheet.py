"""What stands on a flyer of one event."""

from zlib import crc32

from kiosk.base.errors import KioskError
from kiosk.base.model import Event, MediaKind, Occurrence
from kiosk.events.details import event_facts, status_notice
from kiosk.events.timing import current_occurrence
from kiosk.events.view_context import PaperContext
from kiosk.flyers.flyer_context import FlyerContext, Found, sheet_mark
from kiosk.typesetting.order import FlyerKind, Order, Paper
from kiosk.typesetting.sheet import Picture, Sheet, SheetFact, SheetText


def event_sheet(context: FlyerContext, order: Order, id: str, number: int) -> Sheet:
    """The sheet of the event called `id`.

    Raises KioskError 'flyers.no_event', and 'flyers.no_code' where strips are to be torn off and there is
    nothing to put on them.
    """
    event, readers = context.event(id), context.readers(order.languages)
    occurrence, theme = current_occurrence(event, context.now), context.theme(event.theme)
    first, torn = readers[0], order.kind is FlyerKind.TEAR_OFF
    found = context.best_code(event, occurrence, first, narrow=torn or order.paper is Paper.CARDS)
    if torn and found is None:
        raise KioskError("flyers.no_code", title=first.localise(event.title))
    return Sheet(
        subject=id,
        mark=sheet_mark(context.programme.pack(id).short_id, number),
        corner=context.corner_name(first),
        hours=context.opening_hours(first),
        theme=first.localise(theme.title),
        colour=theme.colour,
        icon=event.icon,
        seed=crc32(id.encode()),
        languages=order.languages,
        said=tuple(_said(context, event, occurrence, reader, found, order) for reader in readers),
        code=found[1] if found else None,
        picture=_picture(event, number, first),
    )


def _picture(event: Event, number: int, reader: PaperContext) -> Picture | None:
    photo = next((media for media in event.media if media.kind is MediaKind.PICTURE), None)
    return Picture(f"{number}.jpg", photo.file, reader.localise(photo.alt)) if photo else None


def _said(
    context: FlyerContext,
    event: Event,
    occurrence: Occurrence,
    reader: PaperContext,
    found: Found | None,
    order: Order,
) -> SheetText:
    """One language has room for the whole text, several share it and say the summary."""
    translator, torn = reader.translator, order.kind is FlyerKind.TEAR_OFF
    listed = tuple(SheetFact(one.icon, one.text, one.note) for one in event_facts(event, occurrence, reader))
    short = len(order.languages) > 1 or torn or order.paper is Paper.CARDS
    text = event.summary if short else event.body
    kind = found[0].kind if found else ""
    offer = found and found[0]
    if found and reader.language != order.languages[0]:
        offer = context.offers_by_kind(event, occurrence, reader).get(kind)
    return SheetText(
        language=reader.language,
        title=reader.localise(event.title),
        flag=status_notice(occurrence, reader)[1],
        facts=listed,
        note=reader.other_language_note(event.title) or reader.other_language_note(text),
        text=reader.localise(text),
        take=translator.text(f"screens.event.{kind}_title") if kind else "",
        take_note=offer.note if offer and kind != "calendar" else "",
        scan=translator.text("flyers.tear_off" if torn else "screens.event.scan"),
    )
