"""Photographs for print."""

from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kiosk.base.safe_open import open_regular_file
from kiosk.typesetting.paper import Ink
from kiosk.typesetting.print_images import PLACEHOLDER_COLOUR, make_print_jpeg


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    Image.new("RGBA", (3000, 1500), (200, 30, 40, 128)).save(path)
    return path


def test_a_photograph_has_the_resolution_for_print(file: Path) -> None:
    with Image.open(BytesIO(make_print_jpeg(partial(open_regular_file, file), Ink.COLOUR, 210))) as photo:
        assert (photo.format, photo.mode, photo.size) == ("JPEG", "RGB", (1654, 827))
    with Image.open(BytesIO(make_print_jpeg(partial(open_regular_file, file), Ink.COLOUR, 3000))) as photo:
        assert photo.size == (3000, 1500)


@pytest.mark.parametrize("ink", [Ink.GREY, Ink.SPARING])
def test_a_photograph_is_grey_on_a_grey_flyer(file: Path, ink: Ink) -> None:
    with Image.open(BytesIO(make_print_jpeg(partial(open_regular_file, file), ink, 210))) as photo:
        assert photo.mode == "L"


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, None])
def test_a_damaged_photograph_becomes_a_plain_colour(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "photo.jpg"
    if content is not None:
        path.write_bytes(content)
    with Image.open(BytesIO(make_print_jpeg(partial(open_regular_file, path), Ink.COLOUR, 210))) as photo:
        wanted = Image.new("RGB", (1, 1), PLACEHOLDER_COLOUR).getpixel((0, 0))
        found = photo.getpixel((0, 0))
    assert all(abs(one - other) < 4 for one, other in zip(wanted, found, strict=True))


def test_a_truncated_photograph_becomes_a_plain_colour(tmp_path: Path) -> None:
    whole = BytesIO()
    Image.effect_noise((400, 300), 90).save(whole, "JPEG")
    path = tmp_path / "photo.jpg"
    path.write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])
    with Image.open(BytesIO(make_print_jpeg(partial(open_regular_file, path), Ink.COLOUR, 210))) as photo:
        assert photo.size == (16, 8)
