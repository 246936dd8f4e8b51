"""Covers: always the same for one event, different for any two, the ornament never cut off."""

import subprocess
import sys
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from zlib import crc32

import numpy
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.images import covers
from kiosk.programme.shown_programme import open_library
from tests.unit.images.arrays import alpha, border_pixels, rgba

# about the sizes on screens of 1080p, portrait, 1280x1024 and 4K
SIZES = {
    "card": [(420, 172, 28), (452, 172, 28), (350, 163, 26), (840, 344, 56)],
    "small": [(88, 88, 22), (63, 63, 16), (176, 176, 44)],
    "hero": [(1288, 292, 0), (1080, 440, 0), (2576, 584, 0)],
    "panel": [(768, 1080, 0), (1080, 640, 0)],
    "band": [(1920, 180, 0), (1080, 260, 0), (3840, 360, 0)],
    "pillar": [(1080, 1920, 0)],
    "wall": [(1920, 1080, 0), (1280, 1024, 0)],
}
PLAIN = [("poster", 1024, 584, 36), ("poster", 576, 152, 28)]
"""The shape without icon and ornament."""
SHAPES = [(shape, *size) for shape, sizes in SIZES.items() for size in sizes]
SEEDS = ["love-to-code", "techforum", "spelling-bee", "innovation", "maker-space"]


def cover(
    icon: str, seed: str, shape: str = "card", size: tuple[int, int] = (420, 172), radius: int = 0
) -> QImage:
    """A blue cover."""
    options = {"shape": shape, "colour": "0A6C9B", "seed": seed, "radius": str(radius)}
    return covers.draw(icon, options, QSize(*size))


def test_every_shape_is_tested() -> None:
    assert {*SIZES, "poster"} == set(covers.SHAPES)
    assert {seed_of(seed) % 3 for seed in SEEDS} == {0, 1, 2}, "the seeds do not show every size of ornament"


def seed_of(text: str) -> int:
    """The seed that varies an event's cover."""
    return crc32(text.encode())


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("shape", "width", "height", "radius"), SHAPES)
def test_the_ornament_is_never_cut_off(
    shape: str, width: int, height: int, radius: int, seed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_ornament = rgba(cover("", seed, shape, (width, height)))
    outline = alpha(cover("", seed, shape, (width, height), radius))
    monkeypatch.setattr(
        covers, "ornament_motif", lambda side, flipped: QImage(side, side, QImage.Format.Format_Invalid)
    )
    plain = rgba(cover("", seed, shape, (width, height)))
    ornament = (with_ornament != plain).any(axis=2)
    assert ornament.mean() > 0.01, "there is no ornament"
    assert not border_pixels(ornament).any(), "the edge cuts the ornament"
    assert not (ornament & (outline < 255)).any(), "a round corner cuts the ornament"


@pytest.mark.parametrize(("shape", "width", "height", "radius"), SHAPES + PLAIN)
def test_a_cover_fills_its_item_except_rounded_corners(
    shape: str, width: int, height: int, radius: int
) -> None:
    opacity = alpha(cover("code", "code", shape, (width, height), radius))
    assert opacity.shape == (height, width)
    corners = [opacity[0, 0], opacity[0, -1], opacity[-1, 0], opacity[-1, -1]]
    round_ones = {"all": 4, "top": 2, "none": 0}[covers.SHAPES[shape].corners]
    assert corners == [0] * round_ones + [255] * (4 - round_ones)
    inner = opacity[radius : height - radius, radius : width - radius]
    assert (inner == 255).all()


@pytest.mark.parametrize("shape", ["hero", "panel"])
def test_a_cover_may_have_no_icon(shape: str) -> None:
    white = [
        (rgba(cover(icon, "code", shape, (1080, 440)))[:, :, :3] > 250).all(axis=2) for icon in ("code", "")
    ]
    assert white[0].any() and not white[1].any()


def test_no_two_events_of_the_demo_look_alike(april: Path) -> None:
    catalogue = open_library(april).catalogue
    pictures = {card.id: rgba(cover(card.icon, card.id)) for card in catalogue.cards(None)}
    assert len(pictures) == 19
    for one, other in combinations(pictures, 2):
        assert (pictures[one] != pictures[other]).any(axis=2).mean() > 0.02, f"{one} looks like {other}"


def test_two_events_with_one_icon_differ() -> None:
    pictures = [rgba(cover("code", f"event-{n}")) for n in range(12)]
    alike = [pair for pair in combinations(pictures, 2) if numpy.array_equal(*pair)]
    assert len(alike) <= 2


def test_the_theme_gives_the_colour() -> None:
    blue, red = (
        rgba(covers.draw("code", {"colour": colour, "seed": "x"}, QSize(420, 172)))
        for colour in ("0A6C9B", "B5452C")
    )
    assert (blue[:, :, 2] > blue[:, :, 0]).mean() > 0.8
    assert (red[:, :, 0] > red[:, :, 2]).mean() > 0.9


def test_another_process_draws_the_same_picture(checkout: Path) -> None:
    options = {"shape": "card", "colour": "0A6C9B", "seed": "x", "radius": "0"}
    code = (
        "from hashlib import sha256; from kiosk.images import covers; from PySide6.QtCore import QSize;"
        "from kiosk.app import window; app = window.create_application(['x']);"
        f"image = covers.draw('code', {options!r}, QSize(420, 172));"
        "print(sha256(bytes(image.constBits())).hexdigest())"
    )
    completed = subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True, check=True
    )
    assert completed.stdout.strip() == sha256(bytes(cover("code", "x").constBits())).hexdigest()
