"""The comparison of two galleries finds every kind of difference, and nothing in equal ones."""

from pathlib import Path

import pytest
from PIL import Image

from tests.appearance.compare_galleries import compare_galleries


@pytest.fixture
def galleries(tmp_path: Path) -> tuple[Path, Path]:
    folders = tmp_path / "before", tmp_path / "after"
    for folder in folders:
        folder.mkdir()
        for name in ("home-kk", "ask-kk"):
            Image.new("RGB", (8, 6), "white").save(folder / f"{name}.png")
    return folders


def test_equal_galleries_do_not_differ(galleries: tuple[Path, Path]) -> None:
    assert list(compare_galleries(*galleries)) == []


def test_one_pixel_of_one_level_is_found(galleries: tuple[Path, Path]) -> None:
    picture = Image.new("RGB", (8, 6), "white")
    picture.putpixel((3, 2), (255, 254, 255))
    picture.save(galleries[1] / "home-kk.png")
    assert list(compare_galleries(*galleries)) == ["different: home-kk: pixels within (3, 2, 4, 3)"]


def test_another_size_a_missing_and_a_new_picture_are_found(galleries: tuple[Path, Path]) -> None:
    Image.new("RGB", (6, 8), "white").save(galleries[1] / "home-kk.png")
    (galleries[1] / "ask-kk.png").rename(galleries[1] / "unavailable-kk.png")
    assert list(compare_galleries(*galleries)) == [
        "missing: ask-kk",
        "different: home-kk: 8x6 became 6x8",
        "new: unavailable-kk",
    ]
    assert list(compare_galleries(*galleries, [("ask", "unavailable")])) == [
        "different: home-kk: 8x6 became 6x8"
    ]


def test_an_empty_gallery_is_a_difference(tmp_path: Path) -> None:
    assert list(compare_galleries(tmp_path, tmp_path)) == [f"no pictures in {tmp_path}"]
