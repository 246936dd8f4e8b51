"""Turns an order into a PDF that has been proofread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import gettempdir

from kiosk.base import cancellation
from kiosk.base.errors import KioskError
from kiosk.base.export.export_file import export_errors
from kiosk.base.progress import Progress, ProgressCallback, ignore_progress
from kiosk.flyers.event_list_sheets import choice_sheet, period_sheet, theme_sheet, without_excess_codes
from kiosk.flyers.event_sheet import event_sheet
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Paper
from kiosk.typesetting.print_images import make_print_jpeg
from kiosk.typesetting.proofread import proofread
from kiosk.typesetting.sheet import Sheet
from kiosk.typesetting.typeset import Document, TemplateError, typeset

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
STRIPS_PER_SHEET = 7
"""Tear-off strips of a TEAR_OFF: on Letter each is 39.9 mm wide and has room for a code of MIN_CODE_SIDE."""


@dataclass(frozen=True, slots=True)
class Flyer:
    """A PDF and its sheets; `template_error` is what is wrong with the Corner's template, or ''."""

    pdf: bytes
    sheets: tuple[Sheet, ...]
    template_error: str


def build_sheets(context: FlyerContext, order: Order, first: int) -> tuple[Sheet, ...]:
    """The sheets of an order, numbered from `first`; KioskErrors 'flyers.*' of each kind."""
    if order.kind is FlyerKind.TEAR_OFF and order.paper in (Paper.A5, Paper.CARDS):
        raise KioskError("flyers.strips_paper", paper=order.paper)
    if order.paper is Paper.CARDS and order.kind is not FlyerKind.EVENT:
        raise KioskError("flyers.cards_event")
    build = _SHEET_BUILDERS[order.kind]
    if build is event_sheet:
        context = context.preload_events(order.subjects)
    return tuple(build(context, order, id, number) for number, id in enumerate(order.subjects, first))


def make_flyer(
    context: FlyerContext, order: Order, first: int, report: ProgressCallback = ignore_progress
) -> Flyer:
    """Typeset and proofread the sheets of an order, numbered from `first`.

    Uses the Corner's own template when it compiles and its codes can be read, else the shipped one. Raises
    KioskError 'flyers.too_long' (the text does not fit), 'flyers.letters' (no font has them),
    'flyers.unreadable' (a code cannot be read), and those of `build_sheets` and `export_errors`. Reports
    the steps 'typeset' and 'proof', in sheets and pages.
    """
    sheets = build_sheets(context, order, first)
    report(Progress("typeset", 0, len(sheets)))
    document = build_document(context, order, sheets)
    drawn = tuple(document.sheets[: len(sheets)])
    copies = STRIPS_PER_SHEET if order.kind is FlyerKind.TEAR_OFF else 1
    payloads = [payload for sheet in document.sheets for payload in sheet.payloads] * copies

    def typeset_and_proofread(own_templates: Path | None) -> bytes:
        with export_errors(Path(gettempdir())):
            pdf = typeset(document, own_templates)
        proofread(pdf, payloads, lambda done, total: report(Progress("proof", done, total)))
        return pdf

    template_error = ""
    if context.own_templates and (context.own_templates / f"{document.template}.typ").is_file():
        try:
            return Flyer(typeset_and_proofread(context.own_templates), drawn, "")
        except TemplateError as error:
            template_error = str(error)
        except KioskError:  # any other than 'flyers.unreadable' is raised by the shipped template, too
            template_error = f"{document.template}.typ: a code on it cannot be read"
    try:
        return Flyer(typeset_and_proofread(None), drawn, template_error)
    except KioskError as error:
        failure = error
    raise _add_title(context, order, sheets, failure) from failure


def _add_title(
    context: FlyerContext, order: Order, sheets: tuple[Sheet, ...], error: KioskError
) -> KioskError:
    """The same error with the title of the sheet that causes it, found by typesetting one at a time."""
    for sheet in sheets:
        cancellation.check()
        try:
            typeset(build_document(context, order, (sheet,)))
        except KioskError as sheet_error:
            return sheet_error.with_detail(title=_title(sheet))
    return error


def _title(sheet: Sheet) -> str:
    return sheet.said[0].title if sheet.said else sheet.titles[0]


def build_document(context: FlyerContext, order: Order, sheets: tuple[Sheet, ...]) -> Document:
    """The document of these sheets; a single card is repeated to fill its sheet of paper."""
    sheets = tuple(without_excess_codes(order, sheet) for sheet in sheets)
    is_single_card = order.paper is Paper.CARDS and len(sheets) == 1
    template = "cards" if order.paper is Paper.CARDS else _TEMPLATES.get(order.kind, "list")
    reader = context.paper_contexts(order.languages)[0]
    return Document(
        template=template,
        title=", ".join(dict.fromkeys(map(_title, sheets))),
        author=context.corner_name(reader),
        language=reader.language,
        ink=order.ink,
        paper=order.paper,
        timestamp=context.now,
        sheets=sheets * CARDS_PER_SHEET if is_single_card else sheets,
        pictures=_pictures(context, order, sheets),
    )


def _pictures(context: FlyerContext, order: Order, sheets: tuple[Sheet, ...]) -> dict[str, bytes]:
    """The photographs of these sheets as JPEGs, by the name that templates use."""
    addresses: dict[str, str] = {}
    for sheet in sheets:
        if sheet.picture:
            addresses[sheet.picture.file] = context.programme.media_address(
                sheet.subject, sheet.picture.source
            )
    open_media, width = context.programme.open_media, order.paper.size.width
    return {
        name: make_print_jpeg(partial(open_media, address), order.ink, width)
        for name, address in addresses.items()
    }
