"""An order becomes a PDF that has been proofed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.flyers.order import Kind, Order, Paper
from kiosk.flyers.pictures import for_paper
from kiosk.flyers.proof import proof
from kiosk.flyers.sheet import Sheet
from kiosk.flyers.typeset import Document, typeset
from kiosk.library.progress import Progress
from kiosk.press.events import event_sheet
from kiosk.press.lists import period_sheet, theme_sheet
from kiosk.press.press import Press

Report = Callable[[Progress], None]
_SHEETS: Mapping[Kind, Callable[[Press, Order, str, int], Sheet]] = {
    Kind.EVENT: event_sheet,
    Kind.TEAR_OFF: event_sheet,
    Kind.THEME: theme_sheet,
    Kind.WEEK: period_sheet,
    Kind.MONTH: period_sheet,
}
_TEMPLATES = {Kind.EVENT: "event", Kind.TEAR_OFF: "tear-off"}
ON_A_SHEET = 4
"""Cards on one sheet of paper."""
STRIPS = 8
"""What can be torn off a sheet."""


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF and its sheets; `trouble` is what is wrong with the Corner's own template, '' for nothing."""

    pdf: bytes
    sheets: tuple[Sheet, ...]
    trouble: str


def sheets(press: Press, order: Order, first: int) -> tuple[Sheet, ...]:
    """What stands on the sheets of an order, numbered from `first`; KioskErrors of the kinds."""
    if order.kind is Kind.TEAR_OFF and order.paper in (Paper.A5, Paper.CARDS):
        raise KioskError("flyers.strips_paper", paper=order.paper)
    if order.paper is Paper.CARDS and order.kind is not Kind.EVENT:
        raise KioskError("flyers.cards_event")
    write = _SHEETS[order.kind]
    return tuple(write(press, order, subject, first + place) for place, subject in enumerate(order.subjects))


def make(press: Press, order: Order, first: int, report: Report = lambda progress: None) -> Made:
    """Typeset and proof the sheets of an order, numbered from `first`.

    Raises KioskError 'flyers.too_long' (its words do not fit), 'flyers.unreadable' (a code on it cannot be
    read), and those of `sheets`. `report` hears of the steps 'typeset' and 'proof', in sheets and pages.
    """
    written = sheets(press, order, first)
    report(Progress("typeset", 0, len(written)))
    laid = written * ON_A_SHEET if order.paper is Paper.CARDS and len(written) == 1 else written
    try:
        pdf, trouble = typeset(_document(press, order, laid), press.own)
    except KioskError as error:
        raise _named(press, order, written, error) from error
    copies = STRIPS if order.kind is Kind.TEAR_OFF else 1
    codes = [payload for sheet in laid for payload in sheet.codes] * copies
    proof(pdf, codes, lambda done, total: report(Progress("proof", done, total)))
    return Made(pdf, written, trouble)


def _named(press: Press, order: Order, written: tuple[Sheet, ...], error: KioskError) -> KioskError:
    """The same error with the sheet that does not fit, found by trying one after the other."""
    for sheet in written:
        try:
            typeset(_document(press, order, (sheet,)), press.own)
        except KioskError:
            title = sheet.said[0].title if sheet.said else sheet.titles[0]
            return KioskError(error.code, title=title, paper=order.paper)
    raise error


def _document(press: Press, order: Order, laid: tuple[Sheet, ...]) -> Document:
    template = "cards" if order.paper is Paper.CARDS else _TEMPLATES.get(order.kind, "list")
    reader = press.readers(order.languages)[0]
    names = dict.fromkeys(sheet.said[0].title if sheet.said else sheet.titles[0] for sheet in laid)
    return Document(
        template=template,
        title=", ".join(names),
        author=press.corner(reader),
        language=reader.language,
        ink=order.ink,
        size=order.paper.size,
        moment=press.now,
        sheets=laid,
        pictures=_pictures(press, order, laid),
    )


def _pictures(press: Press, order: Order, laid: tuple[Sheet, ...]) -> dict[str, bytes]:
    found: dict[str, Path] = {}
    for sheet in laid:
        if sheet.picture:
            address = press.showing.address(sheet.subject, sheet.picture.source)
            found[sheet.picture.file] = press.showing.media(address)
    return {name: for_paper(file, order.ink, order.paper.size.width) for name, file in found.items()}
