"""The pack's own pictures: cropped to fill their item, never distorted; a plain area for a broken one."""

from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from kiosk.authoring.media.pictures import encode_picture
from kiosk.base.safe_open import open_regular_file
from kiosk.images.photos import photo_painter
from kiosk.images.provider import ImageProvider, Painter
from tests.unit.images.arrays import Channels, alpha, rgba

RED, BLUE = (200, 20, 20), (20, 20, 200)


@pytest.fixture
def photo(tmp_path: Path) -> Iterator[Painter]:
    """A painter of the pictures in `tmp_path`."""
    before = QImageReader.allocationLimit()
    yield photo_painter(lambda file: open_regular_file(tmp_path / file))
    QImageReader.setAllocationLimit(before)


def save_half_red_picture(file: Path, size: tuple[int, int]) -> None:
    """Save a picture that is red on the left and blue on the right."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    picture.save(file)


def red_pixels(row: Channels) -> list[bool]:
    return [bool(pixel[0] > pixel[2]) for pixel in row]


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
@pytest.mark.parametrize("size", [(400, 400), (3000, 200), (90, 700), (1, 1)])
def test_a_picture_is_cropped_around_its_centre(
    kind: str, size: tuple[int, int], photo: Painter, tmp_path: Path
) -> None:
    save_half_red_picture(tmp_path / f"x.{kind}", size)
    picture = photo(f"x.{kind}", {"shape": "card"}, QSize(300, 150))
    assert (picture.width(), picture.height()) == (300, 150)
    assert (alpha(picture) == 255).all()
    if size != (1, 1):
        row = red_pixels(rgba(picture)[75])
        assert all(row[:140])
        assert not any(row[160:])


def test_its_corners_are_rounded_like_those_of_a_cover(photo: Painter, tmp_path: Path) -> None:
    save_half_red_picture(tmp_path / "x.png", (300, 150))
    opacity = alpha(photo("x.png", {"shape": "card", "radius": "28"}, QSize(300, 150)))
    assert [opacity[0, 0], opacity[0, -1], opacity[-1, 0], opacity[-1, -1]] == [0, 0, 255, 255]


@pytest.mark.parametrize(
    ("size", "shown"), [((400, 400), (150, 150)), ((3000, 200), (300, 20)), ((90, 700), (19, 150))]
)
def test_a_whole_picture_fits_into_its_item(
    size: tuple[int, int], shown: tuple[int, int], photo: Painter, tmp_path: Path
) -> None:
    save_half_red_picture(tmp_path / "x.png", size)
    picture = photo("x.png", {"shape": "whole"}, QSize(300, 150))
    assert (picture.width(), picture.height()) == shown
    row = red_pixels(rgba(picture)[shown[1] // 2])
    assert row[0] and not row[-1]


def contrast_with_white(colour: Channels) -> float:
    """The contrast ratio of WCAG 2.2 (1.4.3) of white text on a colour."""
    parts = [part / 255 for part in colour[:3].tolist()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return float(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05))


@pytest.mark.parametrize("shape", ["hero", "wall", "pillar"])
def test_white_text_is_readable_on_the_brightest_picture(shape: str, photo: Painter, tmp_path: Path) -> None:
    Image.new("RGB", (300, 150), "white").save(tmp_path / "white.png")
    rows = rgba(photo("white.png", {"shape": shape}, QSize(300, 150)))[:, 0]
    assert contrast_with_white(rows[0]) >= 3
    assert min(map(contrast_with_white, rows[40:])) >= 4.5


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("shape", ["hero", "whole"])
@pytest.mark.parametrize("content", [None, b"", b"no picture", b"\xff\xd8\xff\xe0", "cut"])
def test_a_broken_picture_gives_a_plain_area(
    content: bytes | str | None, shape: str, photo: Painter, tmp_path: Path
) -> None:
    file = tmp_path / "x.jpg"
    save_half_red_picture(file, (300, 150))
    if content is None:
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:200] if isinstance(content, str) else content)
    picture = rgba(photo("x.jpg", {"shape": shape}, QSize(300, 150)))
    assert picture.shape == (150, 300, 4)
    assert (picture[:, :, 3] == 255).all()
    assert picture[:, :, :3].max() < 200
    assert (picture == picture[:, :1]).all(), "memory nobody has painted on"


def test_a_provider_parses_name_and_options(photo: Painter, tmp_path: Path) -> None:
    save_half_red_picture(tmp_path / "a b.png", (300, 150))
    size = QSize()
    picture = ImageProvider(photo).requestImage(
        "a%20b.png?width=100&height=50&shape=card&radius=28", size, QSize()
    )
    assert (picture.width(), picture.height(), size) == (100, 50, QSize(100, 50))
    assert alpha(picture)[0, 0] == 0
    assert red_pixels(rgba(picture)[25])[40:60] == [True] * 10 + [False] * 10


@pytest.mark.parametrize(("suffix", "mode"), [("jpg", "RGB"), ("png", "RGBA")])
def test_the_focus_point_stays_in_view(suffix: str, mode: str, photo: Painter, tmp_path: Path) -> None:
    picture = Image.new(mode, (400, 100), (*RED, 254)[: len(mode)])
    picture.paste((*BLUE, 254)[: len(mode)], (200, 0, 400, 100))
    picture.save(tmp_path / f"source.{suffix}")
    for focus, colour in (((0.0, 0.5), RED), ((1.0, 0.5), BLUE)):
        encoded = encode_picture(tmp_path / f"source.{suffix}", focus)
        (tmp_path / f"a.{suffix}").write_bytes(encoded.data)
        drawn = rgba(photo(f"a.{suffix}", {"shape": "card"}, QSize(100, 100)))
        assert numpy.abs(drawn[50, 50, :3].astype(int) - colour).max() < 12


@pytest.mark.parametrize("comment", [b"focus: nan inf", b"focus: 9.000 9.000", b"focus:", b"0.1 0.1"])
def test_any_other_comment_changes_nothing(comment: bytes, photo: Painter, tmp_path: Path) -> None:
    for name, more in (("a.jpg", {}), ("b.jpg", {"comment": comment})):
        Image.linear_gradient("L").convert("RGB").resize((400, 100)).save(tmp_path / name, **more)
    plain, said = (rgba(photo(name, {"shape": "card"}, QSize(100, 100))) for name in ("a.jpg", "b.jpg"))
    assert (plain == said).all()
