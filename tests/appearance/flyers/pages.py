"""The pages that are compared: each kind of flyer in each choice of languages, on each paper it goes on."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy
from PIL import Image

from kiosk.base.errors import KioskError
from kiosk.flyers.flyer_source import Press
from kiosk.flyers.make_flyers import compose, sheets
from kiosk.typesetting.order import Ink, Kind, Order, Paper
from kiosk.typesetting.proof import picture
from kiosk.typesetting.sheet import Picture
from kiosk.typesetting.typeset import Document, typeset
from tests.press_kit import HOURS, press_at

FOLDER = Path(__file__).parent
LANGUAGES = ("kk", "ru", "en", "kk+ru", "kk+ru+en")
EVENT = "exercise-open-evening"
SUBJECTS = {
    Kind.THEME: "partnership",
    Kind.WEEK: "2016-04-04",
    Kind.MONTH: "2016-04-01",
    Kind.CHOICE: f"{EVENT} love-to-code techforum spelling-bee",
}
HEIGHT = 170
"""Pixels of a page."""
SHARPER = 3
"""How much larger it is drawn at first, so that thin lines are seen."""
GAP = 4
COLOURS = 256
INKS = "inks"
"""The name of the picture of one flyer in all inks, with and without a photograph."""
NAMES = (*(f"{kind}-{spoken}" for kind in Kind for spoken in LANGUAGES), INKS)


def opened(library: Path, **chosen: object) -> Press:
    """The press of the library with the April update, on the Monday of its only dated event."""
    return press_at(
        library, "2016-04-04T10:00", corner="american-corner-almaty", corner_hours=HOURS, **chosen
    )


def drawn(press: Press, name: str) -> Image.Image:
    """The first pages of what that name stands for, side by side."""
    pages = list(_inks(press) if name == INKS else _papers(press, name))
    whole = Image.new("RGB", (sum(page.width + GAP for page in pages) - GAP, HEIGHT), "#888888")
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width + GAP
    return whole


def _papers(press: Press, name: str) -> Iterator[Image.Image]:
    """One page for each paper; a grey one where the words do not fit, or that kind has no such paper."""
    kind, _, spoken = name.rpartition("-")
    languages = tuple(spoken.split("+"))
    for paper in Paper:
        order = Order(Kind(kind), (SUBJECTS.get(Kind(kind), EVENT),), languages, paper)
        try:
            yield _page(_plain(press, order), press.own)
        except KioskError:
            yield Image.new("RGB", (20, HEIGHT), "#bbbbbb")


def _inks(press: Press) -> Iterator[Image.Image]:
    for ink in Ink:
        order = Order(Kind.EVENT, (EVENT,), ("kk",), Paper.A4, ink)
        yield _page(_plain(press, order), press.own)
        order = Order(Kind.TEAR_OFF, ("ultra-marathon",), ("kk",), Paper.A4, ink)
        yield _page(_plain(press, order), press.own)
        yield _page(_with_photograph(press, ink), press.own)


def _plain(press: Press, order: Order) -> Document:
    """With the covers that are drawn, whatever photographs the events have."""
    return compose(press, order, tuple(replace(one, picture=None) for one in sheets(press, order, 1)))


def _with_photograph(press: Press, ink: Ink) -> Document:
    order = Order(Kind.EVENT, ("us-kz-fest",), ("kk",), Paper.A4, ink)
    plain = _plain(press, order)
    sheet = replace(plain.sheets[0], picture=Picture("1.jpg", "media/1.jpg", "Фестиваль"))
    photo, data = Image.radial_gradient("L").resize((900, 600)), BytesIO()
    photo.convert("RGB" if ink is Ink.COLOUR else "L").save(data, "JPEG")
    return replace(plain, sheets=(sheet,), pictures={"1.jpg": data.getvalue()})


def _page(document: Document, own: Path | None) -> Image.Image:
    page = picture(typeset(document, own), 0, HEIGHT * SHARPER)
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
