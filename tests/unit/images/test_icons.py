"""Icons, shadows and the logo: the right colour, transparent around, a star for an unknown icon."""

from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.base.paths import resources
from kiosk.images import icons, logo, shadows
from kiosk.images.covers import draw as cover
from kiosk.programme.shown_programme import open_library
from tests.unit.images.arrays import alpha, border_pixels, rgba

SIDE = QSize(64, 64)


@pytest.mark.parametrize("colour", ["FF0000", "0b1f3a", "FFFFFF"])
@pytest.mark.parametrize("name", ["bold/house", "bold/arrow-left", "bold/map-pin"])
def test_an_icon_has_the_requested_colour(name: str, colour: str) -> None:
    picture = rgba(icons.draw(name, {"colour": colour}, SIDE))
    solid = picture[picture[:, :, 3] == 255]
    assert len(solid) > 100
    assert (solid[:, :3] == list(bytes.fromhex(colour))).all()
    assert (picture[:, :, 3] == 0).mean() > 0.3


@pytest.mark.parametrize("name", ["bold/no-such-icon", "duotone/no-such-icon", "", "nothing"])
def test_an_unknown_icon_is_a_star(name: str) -> None:
    assert icons.draw(name, {"colour": "FF0000"}, SIDE) == icons.draw(
        "duotone/star", {"colour": "FF0000"}, SIDE
    )


def test_a_cover_with_an_unknown_icon_has_a_star() -> None:
    options = {"colour": "0A6C9B", "seed": "x"}
    assert cover("no-such-icon", options, QSize(420, 172)) == cover("star", options, QSize(420, 172))
    assert cover("house", options, QSize(420, 172)) != cover("star", options, QSize(420, 172))


def test_the_demo_uses_only_existing_icons(april: Path) -> None:
    catalogue = open_library(april).catalogue
    used_icons = {card.icon for card in catalogue.cards(None)} | {theme.icon for theme in catalogue.themes()}
    assert used_icons <= {file.stem for file in (resources() / "icons" / "duotone").glob("*.svg")}


@pytest.mark.parametrize("draw", [icons.draw, logo.draw], ids=["icon", "mark"])
@pytest.mark.parametrize("side", [1, 24, 56, 300])
def test_a_picture_has_the_requested_size(
    draw: Callable[[str, dict[str, str], QSize], QImage], side: int
) -> None:
    assert draw("bold/house", {"radius": "4"}, QSize(side, side)).size() == QSize(side, side)


def test_the_logo_is_not_cut_off() -> None:
    picture = logo.draw("", {"radius": "16"}, QSize(72, 72))
    gold = (rgba(picture)[:, :, 0] > 150) & (alpha(picture) == 255)
    assert 0.05 < gold.mean() < 0.6
    assert not border_pixels(gold).any()
    assert alpha(picture)[0, 0] == 0


@pytest.mark.parametrize(("radius", "blur"), [(28, 18), (36, 18), (72, 36), (9, 8)])
def test_a_shadow_can_be_stretched_from_its_middle(radius: int, blur: int) -> None:
    opacity = alpha(shadows.draw("", {"radius": str(radius), "blur": str(blur)}, QSize()))
    border = radius + blur
    middle = opacity[border:-border, :]
    assert len(middle) > 0
    assert (middle == middle[0]).all()
    assert (middle[0] == opacity[:, border:-border].T).all()
    for turned in (opacity[::-1], opacity[:, ::-1], opacity.T):
        assert abs(turned - opacity).max() <= 3
    fade = middle[0][: border + 1]
    assert (numpy.diff(fade) >= 0).all()
    assert 0 < fade[0] < 8 < fade[-1] < 64
