"""Draws and compares pages: each kind of flyer in several choices of languages, on each paper."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy
from PIL import Image

from kiosk.base.errors import KioskError
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.make_flyers import build_document, build_sheets
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.proofread import render_colour_page
from kiosk.typesetting.sheet import Picture
from kiosk.typesetting.typeset import Document, typeset
from tests.flyer_kit import HOURS, context_at

FOLDER = Path(__file__).parent
LANGUAGES = ("kk", "ru", "en", "kk+ru", "kk+ru+en")
EVENT = "exercise-open-evening"
SUBJECTS = {
    FlyerKind.THEME: "partnership",
    FlyerKind.WEEK: "2016-04-04",
    FlyerKind.MONTH: "2016-04-01",
    FlyerKind.CHOICE: f"{EVENT} love-to-code techforum spelling-bee",
}
HEIGHT = 170
"""Pixels of a page."""
OVERSAMPLING = 3
"""The factor by which a page is drawn larger and then reduced, so that thin lines stay visible."""
GAP = 4
COLOURS = 256
INKS = "inks"
"""The name of the picture of one flyer in all inks, with and without a photograph."""
NAMES = (*(f"{kind}-{spoken}" for kind in FlyerKind for spoken in LANGUAGES), INKS)


def april_context(library: Path, **chosen: object) -> FlyerContext:
    """The context of the library with the April update, on the Monday in the week of its only dated event."""
    return context_at(
        library, "2016-04-04T10:00", corner="american-corner-almaty", corner_hours=HOURS, **chosen
    )


def draw_pages(context: FlyerContext, name: str) -> Image.Image:
    """The first pages of the flyers with this name, side by side."""
    pages = list(_draw_inks(context) if name == INKS else _draw_papers(context, name))
    whole = Image.new("RGB", (sum(page.width + GAP for page in pages) - GAP, HEIGHT), "#888888")
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width + GAP
    return whole


def _draw_papers(context: FlyerContext, name: str) -> Iterator[Image.Image]:
    """One page for each paper; a grey one when the text does not fit or the kind does not allow the paper."""
    kind, _, spoken = name.rpartition("-")
    languages = tuple(spoken.split("+"))
    for paper in Paper:
        order = Order(FlyerKind(kind), (SUBJECTS.get(FlyerKind(kind), EVENT),), languages, paper)
        try:
            yield _draw_page(_document_without_photographs(context, order), context.own_templates)
        except KioskError:
            yield Image.new("RGB", (20, HEIGHT), "#bbbbbb")


def _draw_inks(context: FlyerContext) -> Iterator[Image.Image]:
    for ink in Ink:
        order = Order(FlyerKind.EVENT, (EVENT,), ("kk",), Paper.A4, ink)
        yield _draw_page(_document_without_photographs(context, order), context.own_templates)
        order = Order(FlyerKind.TEAR_OFF, ("ultra-marathon",), ("kk",), Paper.A4, ink)
        yield _draw_page(_document_without_photographs(context, order), context.own_templates)
        yield _draw_page(_document_with_photograph(context, ink), context.own_templates)


def _document_without_photographs(context: FlyerContext, order: Order) -> Document:
    """The document of an order with drawn covers instead of photographs."""
    return build_document(
        context, order, tuple(replace(one, picture=None) for one in build_sheets(context, order, 1))
    )


def _document_with_photograph(context: FlyerContext, ink: Ink) -> Document:
    order = Order(FlyerKind.EVENT, ("us-kz-fest",), ("kk",), Paper.A4, ink)
    plain = _document_without_photographs(context, order)
    sheet = replace(plain.sheets[0], picture=Picture("1.jpg", "media/1.jpg", "Фестиваль"))
    photo, data = Image.radial_gradient("L").resize((900, 600)), BytesIO()
    photo.convert("RGB" if ink is Ink.COLOUR else "L").save(data, "JPEG")
    return replace(plain, sheets=(sheet,), pictures={"1.jpg": data.getvalue()})


def _draw_page(document: Document, own: Path | None) -> Image.Image:
    page = render_colour_page(typeset(document, own), 0, HEIGHT * OVERSAMPLING)
    return page.resize((round(page.width / OVERSAMPLING), HEIGHT), Image.Resampling.BOX)


def load_golden(name: str) -> Image.Image:
    """The golden picture with this name."""
    with Image.open(FOLDER / f"{name}.png") as found:
        return found.convert("RGB")


def save_golden(name: str, found: Image.Image) -> None:
    """Save a picture as the golden one."""
    few = found.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


def max_difference(one: Image.Image, other: Image.Image) -> float:
    """The difference of two pictures: the largest mean of a square of 8 by 8 pixels, up to 255.

    Fewer colours or another version of a renderer change single pixels; a difference that people notice
    changes a whole square.
    """
    if one.size != other.size:
        return 255.0
    first, second = (numpy.asarray(shown, numpy.int16) for shown in (one, other))
    apart = numpy.abs(first - second).mean(axis=2)
    height, width = (side // 8 * 8 for side in apart.shape)
    squares = apart[:height, :width].reshape(height // 8, 8, width // 8, 8).mean(axis=(1, 3))
    return float(squares.max())
