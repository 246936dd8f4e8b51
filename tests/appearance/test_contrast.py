"""White text on a cover is readable: WCAG 2.2, 1.4.3, a contrast of at least 4.5 to 1 behind the text."""

import numpy
import pytest
from PySide6.QtCore import QSize

from kiosk.images import covers
from tests.screen_kit import Pixels, to_pixels

COLOURS = ["0A6C9B", "B9430E", "2C6A4F", "0B1F3A"]


@pytest.mark.parametrize("shape", ["poster", "hero", "band", "wall", "pillar"])
@pytest.mark.parametrize("colour", COLOURS)
def test_white_text_on_a_cover_has_enough_contrast(shape: str, colour: str) -> None:
    size = QSize(820, 1456) if shape == "pillar" else QSize(1200, 520)
    for seed in ("innovation", "love-to-code", "x"):
        cover = covers.draw("code", {"shape": shape, "colour": colour, "seed": seed}, size)
        drawn = to_pixels(cover)
        behind_text = drawn[int(drawn.shape[0] * 0.45) :, : int(drawn.shape[1] * 0.6)]
        assert contrast_with_white(behind_text) >= 4.5, (shape, colour, seed)


def contrast_with_white(area: Pixels) -> float:
    """The contrast between white and the lightest hundredth of the pixels."""
    channels = numpy.stack([(area >> shift) & 255 for shift in (16, 8, 0)], axis=-1) / 255
    linear = numpy.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    luminance = linear @ numpy.array([0.2126, 0.7152, 0.0722])
    return float(1.05 / (numpy.quantile(luminance, 0.99) + 0.05))
