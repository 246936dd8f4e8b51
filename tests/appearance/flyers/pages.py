"""The pages that are compared: each kind of flyer in each choice of languages, on each paper it goes on."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy
from PIL import Image

from kiosk.base.errors import KioskError
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.make_flyers import build_document, build_sheets
from kiosk.typesetting.order import FlyerKind, Ink, Order, Paper
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
SHARPER = 3
"""How much larger it is drawn at first, so that thin lines are seen."""
GAP = 4
COLOURS = 256
INKS = "inks"
"""The name of the picture of one flyer in all inks, with and without a photograph."""
NAMES = (*(f"{kind}-{spoken}" for kind in FlyerKind for spoken in LANGUAGES), INKS)


def opened(library: Path, **chosen: object) -> FlyerContext:
    """The press of the library with the April update, on the Monday of its only dated event."""
    return context_at(
        library, "2016-04-04T10:00", corner="american-corner-almaty", corner_hours=HOURS, **chosen
    )


def drawn(context: FlyerContext, name: str) -> Image.Image:
    """The first pages of what that name stands for, side by side."""
    pages = list(_inks(context) if name == INKS else _papers(context, name))
    whole = Image.new("RGB", (sum(page.width + GAP for page in pages) - GAP, HEIGHT), "#888888")
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width + GAP
    return whole


def _papers(context: FlyerContext, name: str) -> Iterator[Image.Image]:
    """One page for each paper; a grey one where the words do not fit, or that kind has no such paper."""
    kind, _, spoken = name.rpartition("-")
    languages = tuple(spoken.split("+"))
    for paper in Paper:
        order = Order(FlyerKind(kind), (SUBJECTS.get(FlyerKind(kind), EVENT),), languages, paper)
        try:
            yield _page(_plain(context, order), context.own_templates)
        except KioskError:
            yield Image.new("RGB", (20, HEIGHT), "#bbbbbb")


def _inks(context: FlyerContext) -> Iterator[Image.Image]:
    for ink in Ink:
        order = Order(FlyerKind.EVENT, (EVENT,), ("kk",), Paper.A4, ink)
        yield _page(_plain(context, order), context.own_templates)
        order = Order(FlyerKind.TEAR_OFF, ("ultra-marathon",), ("kk",), Paper.A4, ink)
        yield _page(_plain(context, order), context.own_templates)
        yield _page(_with_photograph(context, ink), context.own_templates)


def _plain(context: FlyerContext, order: Order) -> Document:
    """With the covers that are drawn, whatever photographs the events have."""
    return build_document(
        context, order, tuple(replace(one, picture=None) for one in build_sheets(context, order, 1))
    )


def _with_photograph(context: FlyerContext, ink: Ink) -> Document:
    order = Order(FlyerKind.EVENT, ("us-kz-fest",), ("kk",), Paper.A4, ink)
    plain = _plain(context, order)
    sheet = replace(plain.sheets[0], picture=Picture("1.jpg", "media/1.jpg", "Фестиваль"))
    photo, data = Image.radial_gradient("L").resize((900, 600)), BytesIO()
    photo.convert("RGB" if ink is Ink.COLOUR else "L").save(data, "JPEG")
    return replace(plain, sheets=(sheet,), pictures={"1.jpg": data.getvalue()})


def _page(document: Document, own: Path | None) -> Image.Image:
    page = render_colour_page(typeset(document, own), 0, HEIGHT * SHARPER)
    return page.resize((round(page.width / SHARPER), HEIGHT), Image.Resampling.BOX)


def kept(name: str) -> Image.Image:
    """What it looked like when somebody last looked."""
    with Image.open(FOLDER / f"{name}.png") as found:
        return found.convert("RGB")


def keep(name: str, found: Image.Image) -> None:
    """From now on it has to look like this."""
    few = found.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart: the mean of the worst square of 8 by 8 pixels, of 255.

    Fewer colours and another version of a renderer move single pixels; what a person would notice moves a
    whole square.
    """
    if one.size != other.size:
        return 255.0
    first, second = (numpy.asarray(shown, numpy.int16) for shown in (one, other))
    apart = numpy.abs(first - second).mean(axis=2)
    height, width = (side // 8 * 8 for side in apart.shape)
    squares = apart[:height, :width].reshape(height // 8, 8, width // 8, 8).mean(axis=(1, 3))
    return float(squares.max())
