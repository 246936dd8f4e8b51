"""Names the PDF file of a flyer: '2016-04-09 Love to Code (kk, A4).pdf'."""

import re
from datetime import date

from kiosk.base.time_zones import local_date
from kiosk.dates.date_parts import parse_interval
from kiosk.events.timing import current_occurrence
from kiosk.events.view_context import PaperContext
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.order import FlyerKind, Order

MAX_TITLE_BYTES = 160
"""UTF-8 bytes of the title in the name: with the rest and '.part' it stays below Linux's limit of 255."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*«»“”„]+')
"""Characters forbidden on FAT and NTFS (Microsoft, 'Naming Files, Paths, and Namespaces'), and quotes."""


def file_name(context: FlyerContext, order: Order) -> str:
    """The file name for the PDF of an order."""
    reader = context.paper_contexts(order.languages)[0]
    languages = "+".join(order.languages)
    return f"{_day(context, order)} {_title(context, order, reader)} ({languages}, {order.paper.value}).pdf"


def _title(context: FlyerContext, order: Order, reader: PaperContext) -> str:
    plain = " ".join(_FORBIDDEN.sub(" ", _full_title(context, order, reader)).split())
    return plain.encode()[:MAX_TITLE_BYTES].decode(errors="ignore").strip(" .") or "flyer"


def _full_title(context: FlyerContext, order: Order, reader: PaperContext) -> str:
    if len(order.subjects) > 1:
        return reader.translator.plural("flyers.several", len(order.subjects))
    match order.kind:
        case FlyerKind.THEME:
            return reader.localise(context.theme(order.subjects[0]).title)
        case FlyerKind.WEEK:
            return reader.translator.text("flyers.title.week")
        case FlyerKind.MONTH:
            return reader.translator.text("flyers.title.month")
        case FlyerKind.CHOICE:
            return reader.translator.text("flyers.title.choice")
        case FlyerKind.EVENT | FlyerKind.TEAR_OFF:
            return reader.localise(context.event(order.subjects[0]).title)


def _day(context: FlyerContext, order: Order) -> date:
    """The day the flyer is about, else today."""
    first = order.subjects[0]
    if order.kind in (FlyerKind.WEEK, FlyerKind.MONTH):
        return date.fromisoformat(first)
    if order.kind in (FlyerKind.EVENT, FlyerKind.TEAR_OFF) and len(order.subjects) == 1:
        when = current_occurrence(context.event(first), context.now).when
        if parse_interval(when.edtf)[0].day:
            return local_date(when.earliest, when.zone)
    return local_date(context.now, context.zone)
