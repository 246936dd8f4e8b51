"""Encoding pictures for a pack: only pixels are kept."""

import io
from pathlib import Path

import numpy
import pytest
from PIL import Image

from kiosk.authoring.media.pictures import MAX_SIDE, MAX_SOURCE_BYTES, PictureError, encode_picture
from kiosk.packs.pictures import check_picture
from kiosk.packs.zip_layout import is_target

ORIENTATION, GPS = 0x0112, 0x8825


def red_and_blue_halves(size: tuple[int, int] = (40, 20), mode: str = "RGB") -> Image.Image:
    """An image that is red on the left, blue on the right."""
    image = Image.new(mode, size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return image


def save_image(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def open_image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_picture_becomes_a_jpeg_named_by_its_hash(tmp_path: Path) -> None:
    picture = encode_picture(save_image(red_and_blue_halves(), tmp_path / "Any Name.PNG", format="PNG"))
    assert open_image(picture.data).format == "JPEG"
    assert (picture.width, picture.height) == open_image(picture.data).size == (40, 20)
    assert is_target(picture.file) and picture.file.endswith(".jpg")


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    path = save_image(red_and_blue_halves(), tmp_path / "a.png")
    assert encode_picture(path) == encode_picture(path)


def test_the_exif_orientation_is_applied(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    picture = encode_picture(save_image(red_and_blue_halves(), tmp_path / "a.jpg", exif=exif))
    pixels = numpy.asarray(open_image(picture.data))
    assert (picture.width, picture.height) == (20, 40)
    assert pixels[2, 10, 0] > 200 and pixels[37, 10, 2] > 200


def test_d7_only_pixels_are_kept(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(GPS)[1] = "N"
    path = save_image(
        red_and_blue_halves(),
        tmp_path / "a.jpg",
        exif=exif,
        comment=b"SecretComment",
        icc_profile=b"SecretProfile",
    )
    data = encode_picture(path).data
    assert b"Secret" not in data and not open_image(data).getexif()
    assert set(open_image(data).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(("mode", "expected"), [("CMYK", "jpg"), ("L", "jpg"), ("RGBA", "png"), ("P", "jpg")])
def test_every_colour_mode_passes_the_check_of_the_kiosk(mode: str, expected: str, tmp_path: Path) -> None:
    image = red_and_blue_halves().convert(mode)
    if mode == "RGBA":
        image.putpixel((0, 0), (0, 0, 0, 0))
    suffix = "jpg" if mode == "CMYK" else "png"
    picture = encode_picture(save_image(image, tmp_path / f"a.{suffix}"))
    assert picture.file.endswith(expected)
    file = tmp_path / Path(picture.file).name
    file.write_bytes(picture.data)
    assert check_picture(file, picture.file) == (40, 20)


def test_an_opaque_alpha_channel_is_dropped(tmp_path: Path) -> None:
    assert encode_picture(
        save_image(red_and_blue_halves().convert("RGBA"), tmp_path / "a.png")
    ).file.endswith(".jpg")


def test_a_large_picture_is_scaled_down(tmp_path: Path) -> None:
    picture = encode_picture(save_image(red_and_blue_halves((4000, 2000)), tmp_path / "a.png"))
    assert (picture.width, picture.height) == (MAX_SIDE, MAX_SIDE // 2)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" * 9])
def test_a_file_that_is_no_picture_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    with pytest.raises(PictureError, match="unreadable"):
        encode_picture(path)


def test_d6_a_truncated_picture_is_refused(tmp_path: Path) -> None:
    path = save_image(red_and_blue_halves((400, 400)), tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(PictureError, match="unreadable"):
        encode_picture(path)


@pytest.mark.parametrize("side", [8001, 14000])
def test_d1_a_decompression_bomb_is_refused(side: int, tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="large"):
        encode_picture(save_image(Image.new("1", (side, side)), tmp_path / "a.png"))


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(MAX_SOURCE_BYTES + 1)
    with pytest.raises(PictureError, match="large"):
        encode_picture(path)
