"""What a flyer's file is called, so that a person finds it again: '2016-04-09 Love to Code (kk, A4).pdf'."""

import re
from datetime import date

from kiosk.base.time_zones import local_date
from kiosk.dates.date_parts import read
from kiosk.events.timing import current
from kiosk.events.view_context import PaperContext
from kiosk.flyers.flyer_source import Press
from kiosk.typesetting.order import Kind, Order

LONGEST = 160
"""Bytes of UTF-8 of the title in it: with the rest and '.part' it stays below the 255 that Linux allows."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*«»“”„]+')
"""What no name may hold on FAT and NTFS (Microsoft, 'Naming Files, Paths, and Namespaces'); and quotes."""


def file_name(press: Press, order: Order) -> str:
    """The name for the PDF of an order."""
    reader = press.readers(order.languages)[0]
    about = "+".join(order.languages), order.paper.value
    return f"{_day(press, order)} {_title(press, order, reader)} ({', '.join(about)}).pdf"


def _title(press: Press, order: Order, reader: PaperContext) -> str:
    if len(order.subjects) > 1:
        title = reader.translator.plural("flyers.several", len(order.subjects))
    elif order.kind is Kind.THEME:
        title = reader.say(press.theme(order.subjects[0]).title)
    elif order.kind in (Kind.WEEK, Kind.MONTH, Kind.CHOICE):
        title = reader.translator.text(f"flyers.title.{order.kind}")
    else:
        title = reader.say(press.event(order.subjects[0]).title)
    plain = " ".join(_FORBIDDEN.sub(" ", title).split())
    return plain.encode()[:LONGEST].decode(errors="ignore").strip(" .") or "flyer"


def _day(press: Press, order: Order) -> date:
    """The day it is about, else that of its making."""
    first = order.subjects[0]
    if order.kind in (Kind.WEEK, Kind.MONTH):
        return date.fromisoformat(first)
    if order.kind in (Kind.EVENT, Kind.TEAR_OFF) and len(order.subjects) == 1:
        when = current(press.event(first), press.now).when
        if read(when.edtf)[0].day:
            return local_date(when.earliest, when.zone)
    return local_date(press.now, press.zone)
