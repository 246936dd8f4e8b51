"""An order becomes a PDF that has been proofed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from kiosk.base.errors import KioskError
from kiosk.base.export_file import export_errors
from kiosk.base.progress import Progress
from kiosk.flyers.event_list_sheets import choice_sheet, period_sheet, theme_sheet
from kiosk.flyers.event_sheet import event_sheet
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.typesetting.order import FlyerKind, Order, Paper
from kiosk.typesetting.print_images import make_print_jpeg
from kiosk.typesetting.proofread import proofread
from kiosk.typesetting.sheet import Sheet
from kiosk.typesetting.typeset import Document, TemplateError, typeset

Report = Callable[[Progress], None]
_SHEET_BUILDERS: Mapping[FlyerKind, Callable[[FlyerContext, Order, str, int], Sheet]] = {
    FlyerKind.EVENT: event_sheet,
    FlyerKind.TEAR_OFF: event_sheet,
    FlyerKind.THEME: theme_sheet,
    FlyerKind.WEEK: period_sheet,
    FlyerKind.MONTH: period_sheet,
    FlyerKind.CHOICE: choice_sheet,
}
_TEMPLATES = {FlyerKind.EVENT: "event", FlyerKind.TEAR_OFF: "tear-off"}
CARDS_PER_SHEET = 4
"""Cards on one sheet of paper."""
STRIPS_PER_SHEET = 8
"""What can be torn off a sheet."""


@dataclass(frozen=True, slots=True)
class Flyer:
    """A PDF and its sheets; `trouble` is what is wrong with the Corner's own template, '' for nothing."""

    pdf: bytes
    sheets: tuple[Sheet, ...]
    template_error: str


def build_sheets(context: FlyerContext, order: Order, first: int) -> tuple[Sheet, ...]:
    """What stands on the sheets of an order, numbered from `first`; KioskErrors of the kinds."""
    if order.kind is FlyerKind.TEAR_OFF and order.paper in (Paper.A5, Paper.CARDS):
        raise KioskError("flyers.strips_paper", paper=order.paper)
    if order.paper is Paper.CARDS and order.kind is not FlyerKind.EVENT:
        raise KioskError("flyers.cards_event")
    build = _SHEET_BUILDERS[order.kind]
    if build is event_sheet:
        context = context.preload_events(order.subjects)
    return tuple(build(context, order, id, number) for number, id in enumerate(order.subjects, first))


def make_flyer(
    context: FlyerContext, order: Order, first: int, report: Report = lambda progress: None
) -> Flyer:
    """Typeset and proof the sheets of an order, numbered from `first`.

    A template of the Corner's own is used when it can be and its codes can be read, else the shipped one.
    Raises KioskError 'flyers.too_long' (its words do not fit), 'flyers.letters' (no font has them),
    'flyers.unreadable' (a code on it cannot be read), and those of `sheets` and `saving`. `report` hears of
    the steps 'typeset' and 'proof', in sheets and pages.
    """
    written = build_sheets(context, order, first)
    report(Progress("typeset", 0, len(written)))
    document = build_document(context, order, written)
    copies = STRIPS_PER_SHEET if order.kind is FlyerKind.TEAR_OFF else 1
    codes = [payload for sheet in document.sheets for payload in sheet.payloads] * copies

    def proofed(own: Path | None) -> bytes:
        with export_errors(Path(gettempdir())):
            pdf = typeset(document, own)
        proofread(pdf, codes, lambda done, total: report(Progress("proof", done, total)))
        return pdf

    trouble = ""
    if context.own_templates and (context.own_templates / f"{document.template}.typ").is_file():
        try:
            return Flyer(proofed(context.own_templates), written, "")
        except TemplateError as error:
            trouble = str(error)
        except KioskError:  # of other kinds than this one the shipped template has something to say, too
            trouble = f"{document.template}.typ: a code on it cannot be read"
    try:
        return Flyer(proofed(None), written, trouble)
    except KioskError as error:
        raise _named(context, order, written, error) from error


def _named(context: FlyerContext, order: Order, written: tuple[Sheet, ...], error: KioskError) -> KioskError:
    """The same error with the title of the sheet it is about, found by trying one after the other."""
    for sheet in written:
        try:
            typeset(build_document(context, order, (sheet,)))
        except KioskError as found:
            detail = {"title": _title(sheet), "paper": order.paper}
            return KioskError(found.code, **found.detail, **detail)
    return error


def _title(sheet: Sheet) -> str:
    return sheet.said[0].title if sheet.said else sheet.titles[0]


def build_document(context: FlyerContext, order: Order, written: tuple[Sheet, ...]) -> Document:
    """The document that these sheets make; a card alone fills its sheet of paper four times."""
    laid = written * CARDS_PER_SHEET if order.paper is Paper.CARDS and len(written) == 1 else written
    template = "cards" if order.paper is Paper.CARDS else _TEMPLATES.get(order.kind, "list")
    reader = context.readers(order.languages)[0]
    return Document(
        template=template,
        title=", ".join(dict.fromkeys(map(_title, written))),
        author=context.corner_name(reader),
        language=reader.language,
        ink=order.ink,
        size=order.paper.size,
        timestamp=context.now,
        sheets=laid,
        pictures=_pictures(context, order, laid),
    )


def _pictures(context: FlyerContext, order: Order, laid: tuple[Sheet, ...]) -> dict[str, bytes]:
    found: dict[str, Path] = {}
    for sheet in laid:
        if sheet.picture:
            address = context.programme.media_address(sheet.subject, sheet.picture.source)
            found[sheet.picture.file] = context.programme.media_path(address)
    return {name: make_print_jpeg(file, order.ink, order.paper.size.width) for name, file in found.items()}
