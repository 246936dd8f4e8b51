"""An order becomes a PDF that has been proofed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from kiosk.base.errors import KioskError
from kiosk.base.export_file import export_errors
from kiosk.base.progress import Progress
from kiosk.flyers.event_sheet import event_sheet
from kiosk.flyers.flyer_source import Press
from kiosk.flyers.list_sheets import choice_sheet, period_sheet, theme_sheet
from kiosk.typesetting.order import Kind, Order, Paper
from kiosk.typesetting.print_images import for_paper
from kiosk.typesetting.proof import proof
from kiosk.typesetting.sheet import Sheet
from kiosk.typesetting.typeset import Broken, Document, typeset

Report = Callable[[Progress], None]
_SHEETS: Mapping[Kind, Callable[[Press, Order, str, int], Sheet]] = {
    Kind.EVENT: event_sheet,
    Kind.TEAR_OFF: event_sheet,
    Kind.THEME: theme_sheet,
    Kind.WEEK: period_sheet,
    Kind.MONTH: period_sheet,
    Kind.CHOICE: choice_sheet,
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
    if write is event_sheet:
        press = press.knowing(order.subjects)
    return tuple(write(press, order, subject, first + place) for place, subject in enumerate(order.subjects))


def make(press: Press, order: Order, first: int, report: Report = lambda progress: None) -> Made:
    """Typeset and proof the sheets of an order, numbered from `first`.

    A template of the Corner's own is used when it can be and its codes can be read, else the shipped one.
    Raises KioskError 'flyers.too_long' (its words do not fit), 'flyers.letters' (no font has them),
    'flyers.unreadable' (a code on it cannot be read), and those of `sheets` and `saving`. `report` hears of
    the steps 'typeset' and 'proof', in sheets and pages.
    """
    written = sheets(press, order, first)
    report(Progress("typeset", 0, len(written)))
    document = compose(press, order, written)
    copies = STRIPS if order.kind is Kind.TEAR_OFF else 1
    codes = [payload for sheet in document.sheets for payload in sheet.codes] * copies

    def proofed(own: Path | None) -> bytes:
        with export_errors(Path(gettempdir())):
            pdf = typeset(document, own)
        proof(pdf, codes, lambda done, total: report(Progress("proof", done, total)))
        return pdf

    trouble = ""
    if press.own and (press.own / f"{document.template}.typ").is_file():
        try:
            return Made(proofed(press.own), written, "")
        except Broken as error:
            trouble = str(error)
        except KioskError:  # of other kinds than this one the shipped template has something to say, too
            trouble = f"{document.template}.typ: a code on it cannot be read"
    try:
        return Made(proofed(None), written, trouble)
    except KioskError as error:
        raise _named(press, order, written, error) from error


def _named(press: Press, order: Order, written: tuple[Sheet, ...], error: KioskError) -> KioskError:
    """The same error with the title of the sheet it is about, found by trying one after the other."""
    for sheet in written:
        try:
            typeset(compose(press, order, (sheet,)))
        except KioskError as found:
            detail = {"title": _title(sheet), "paper": order.paper}
            return KioskError(found.code, **found.detail, **detail)
    return error


def _title(sheet: Sheet) -> str:
    return sheet.said[0].title if sheet.said else sheet.titles[0]


def compose(press: Press, order: Order, written: tuple[Sheet, ...]) -> Document:
    """The document that these sheets make; a card alone fills its sheet of paper four times."""
    laid = written * ON_A_SHEET if order.paper is Paper.CARDS and len(written) == 1 else written
    template = "cards" if order.paper is Paper.CARDS else _TEMPLATES.get(order.kind, "list")
    reader = press.readers(order.languages)[0]
    return Document(
        template=template,
        title=", ".join(dict.fromkeys(map(_title, written))),
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
