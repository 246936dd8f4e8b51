"""The exact limits of pictures, and what an error says of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kiosk.base import limits
from kiosk.packs import pictures
from kiosk.packs.pictures import check_picture
from tests.packs_builder import refused

SIZE = (64, 48)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a.b.jpg"
    Image.effect_noise(SIZE, 60).save(path, "JPEG", progressive=True)
    return path


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ("PICTURE_BYTES", lambda data: len(data)),
        ("PICTURE_SIDE", lambda _: max(SIZE)),
        ("PICTURE_PIXELS", lambda _: SIZE[0] * SIZE[1]),
        ("PICTURE_SCANS", lambda data: data.count(pictures._JPEG_SCAN)),
    ],
)
def test_a_picture_may_reach_each_limit_and_not_pass_it(
    picture: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: Callable[[bytes], int]
) -> None:
    exact = value(picture.read_bytes())
    monkeypatch.setattr(limits, limit, exact)
    assert check_picture(picture, "media/a.b.jpg") == SIZE
    monkeypatch.setattr(limits, limit, exact - 1)
    with refused("packs.picture_large", name="media/a.b.jpg", side=limits.PICTURE_SIDE):
        check_picture(picture, "media/a.b.jpg")


@pytest.mark.parametrize("start", [b"RIFF\x08\0\0\0WEBX", b"RIFX\x08\0\0\0WEBP"])
def test_both_marks_of_a_webp_are_needed(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "x.webp"
    path.write_bytes(start + bytes(100))
    with refused("packs.picture_kind", name="x.webp"):
        check_picture(path, "x.webp")
