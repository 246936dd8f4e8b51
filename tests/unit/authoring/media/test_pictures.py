"""Encoding pictures for a pack: only pixels are kept."""

import io
from pathlib import Path

import numpy
import pytest
from PIL import Image, ImageCms

from kiosk.authoring.media import pictures
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


def test_a_telephones_picture_is_read_upright(checkout: Path) -> None:
    picture = encode_picture(checkout / "tests/unit/authoring/media/halves.heic")
    pixels = numpy.asarray(open_image(picture.data))
    assert pixels[0, 0, 0] > 200 and pixels[-1, -1, 2] > 200
    assert b"Secret" not in picture.data


def test_without_the_extra_a_telephones_picture_says_so(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda name: None)
    with pytest.raises(PictureError, match="heic"):
        encode_picture(checkout / "tests/unit/authoring/media/halves.heic")


@pytest.mark.parametrize("suffix", ["gif", "bmp", "tiff", "avif"])
def test_what_scanners_and_drawing_programs_write_is_read(suffix: str, tmp_path: Path) -> None:
    picture = encode_picture(save_image(red_and_blue_halves(), tmp_path / f"a.{suffix}"))
    pixels = numpy.asarray(open_image(picture.data))
    assert pixels[10, 2, 0] > 200 and pixels[10, 37, 2] > 200
    assert not picture.is_first_of_many


@pytest.mark.parametrize("suffix", ["gif", "png", "webp", "tiff"])
def test_the_first_of_many_pictures_is_kept_and_told(suffix: str, tmp_path: Path) -> None:
    others = [Image.new("RGB", (40, 20), "green"), Image.new("RGB", (40, 20), "white")]
    path = save_image(red_and_blue_halves(), tmp_path / f"a.{suffix}", save_all=True, append_images=others)
    picture = encode_picture(path)
    assert picture.is_first_of_many
    assert numpy.asarray(open_image(picture.data))[10, 2, 0] > 200


@pytest.mark.parametrize("suffix", ["png", "tiff"])
def test_sixteen_bits_keep_their_brightness(suffix: str, tmp_path: Path) -> None:
    shades = numpy.array([[0, 16448, 32896, 65535]] * 8, dtype=numpy.uint16).repeat(8, axis=1)
    picture = encode_picture(save_image(Image.fromarray(shades), tmp_path / f"a.{suffix}"))
    row = numpy.asarray(open_image(picture.data))[4, 4::8, 0]
    assert numpy.abs(row.astype(int) - [0, 64, 128, 255]).max() < 4


def test_measurements_are_no_picture(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="unreadable"):
        encode_picture(save_image(Image.new("F", (4, 4), 0.5), tmp_path / "a.tiff"))


@pytest.mark.parametrize(("mode", "suffix"), [("RGB", "png"), ("RGBA", "png"), ("RGB", "jpg")])
def test_colours_keep_their_look_when_their_profile_goes(mode: str, suffix: str, tmp_path: Path) -> None:
    """By the profile of this picture red numbers are blue light."""
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = usual.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    path = save_image(Image.new(mode, (8, 8), "red"), tmp_path / f"a.{suffix}", icc_profile=swapped)
    red, _, blue = numpy.asarray(open_image(encode_picture(path).data))[4, 4]
    assert red < 60 and blue > 200


def test_a_damaged_profile_changes_nothing(tmp_path: Path) -> None:
    path = save_image(red_and_blue_halves(), tmp_path / "a.png", icc_profile=b"damaged")
    assert numpy.asarray(open_image(encode_picture(path).data))[10, 2, 0] > 200
