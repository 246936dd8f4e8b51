"""Fault catalogue, section D: only pictures of known format, bounded size and complete data are accepted."""

import io
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs.media import check_media
from kiosk.packs.pictures import check_picture
from tests.packs_builder import refused

Put = Callable[[str, bytes], tuple[Path, str]]
SUFFIXES = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """A function that writes a media file and returns its path and target."""

    def put(name: str, data: bytes) -> tuple[Path, str]:
        path = tmp_path / name
        path.write_bytes(data)
        return path, f"media/{name}"

    return put


def encode_sample(kind: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: Any) -> bytes:
    """A picture with something in it."""
    file = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(("suffix", "kind"), SUFFIXES.items())
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_valid_pictures_are_accepted(put: Put, suffix: str, kind: str, mode: str) -> None:
    if (kind, mode) == ("JPEG", "RGBA"):
        mode = "L"
    path, name = put(f"x.{suffix}", encode_sample(kind, mode=mode))
    assert check_picture(path, name) == (64, 48)
    check_media(path, name)


def test_d01_a_picture_of_64_million_pixels_is_refused_without_decoding(put: Put) -> None:
    file = io.BytesIO()
    Image.new("RGBA", (8000, 8000)).save(file, "PNG")
    started = time.process_time()
    with refused("packs.picture_large"):
        check_picture(*put("x.png", file.getvalue()))
    assert time.process_time() - started < 0.2


@pytest.mark.parametrize("side", [12_000, 20_000])
def test_d02_a_small_file_of_huge_dimensions_is_refused(put: Put, side: int) -> None:
    file = io.BytesIO()
    Image.new("1", (side, side)).save(file, "PNG")
    with refused("packs.picture_large"):
        check_picture(*put("x.png", file.getvalue()))


def test_d02_one_pixel_over_the_limit_is_refused(put: Put) -> None:
    side = limits.PICTURE_SIDE
    for size, fits in (
        ((side, 8), True),
        ((side + 1, 8), False),
        ((8, side + 1), False),
        ((4001, 3000), False),
    ):
        path, name = put("x.png", encode_sample("PNG", size, "1"))
        if fits:
            assert check_picture(path, name) == size
            continue
        with refused("packs.picture_large", side=side):
            check_picture(path, name)


def test_d02_a_file_over_the_length_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    with path.open("wb") as file:
        file.truncate(limits.PICTURE_BYTES + 1)
    with refused("packs.picture_large"):
        check_picture(path, "media/x.png")


@pytest.mark.parametrize(("suffix", "kind"), SUFFIXES.items())
def test_d06_truncated_pictures_are_refused(put: Put, suffix: str, kind: str) -> None:
    good = encode_sample(kind)
    for length in range(0, len(good) - 64, 97):
        with refused("packs.picture_broken", "packs.picture_kind"):
            check_picture(*put(f"x.{suffix}", good[:length]))


def test_d06_pictures_of_another_format_than_their_name_are_refused(put: Put) -> None:
    others = [
        encode_sample("GIF", mode="L"),
        encode_sample("BMP"),
        encode_sample("TIFF"),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ]
    for suffix, kind in SUFFIXES.items():
        for data in [*others, *(encode_sample(other) for other in SUFFIXES.values() if other != kind)]:
            with refused("packs.picture_kind"):
                check_picture(*put(f"x.{suffix}", data))


def test_d06_cmyk_is_refused_and_sixteen_bits_are_accepted(put: Put) -> None:
    with refused("packs.picture_print"):
        check_picture(*put("x.jpg", encode_sample("JPEG", mode="CMYK")))
    file = io.BytesIO()
    Image.new("I;16", (20, 10), 40_000).save(file, "PNG")
    assert check_picture(*put("x.png", file.getvalue())) == (20, 10)


def test_d06_a_picture_rotated_by_exif_is_refused(put: Put) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    with refused("packs.picture_turned"):
        check_picture(*put("x.jpg", encode_sample("JPEG", exif=exif)))
    exif[0x0112] = 1
    assert check_picture(*put("x.jpg", encode_sample("JPEG", exif=exif))) == (64, 48)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_d06_animated_pictures_are_refused(put: Put, kind: str) -> None:
    frames = [Image.effect_noise((32, 32), sigma).convert("RGB") for sigma in (10, 90)]
    file = io.BytesIO()
    frames[0].save(file, kind, save_all=True, append_images=frames[1:])
    with refused("packs.picture_moves"):
        check_picture(*put(f"x.{kind.lower()}", file.getvalue()))


def test_d06_a_decompression_bomb_in_a_colour_profile_is_refused_or_ignored(put: Put) -> None:
    bomb = zlib.compress(bytes(200 * limits.MIB), 9)
    content = b"icc\0\0" + bomb
    chunk = (
        struct.pack(">L", len(content)) + b"iCCP" + content + struct.pack(">L", zlib.crc32(b"iCCP" + content))
    )
    good = encode_sample("PNG")
    started = time.process_time()
    try:
        check_picture(*put("x.png", good[:33] + chunk + good[33:]))
    except KioskError as error:
        assert error.code == "packs.picture_broken"
    assert time.process_time() - started < 2


def test_d06_a_progressive_picture_of_too_many_passes_is_refused(put: Put) -> None:
    good = encode_sample("JPEG", (256, 256), progressive=True)
    assert check_picture(*put("x.jpg", good)) == (256, 256)
    last = good.rindex(b"\xff\xda")
    with refused("packs.picture_large"):
        check_picture(*put("x.jpg", good[:-2] + good[last:-2] * limits.PICTURE_SCANS + good[-2:]))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(list(SUFFIXES.items())),
    place=st.floats(0, 1, exclude_max=True),
    noise=st.binary(max_size=9),
)
@example(kind=("jpg", "JPEG"), place=0.0, noise=b"")
def test_d12_damage_is_refused_or_harmless(
    put: Put, kind: tuple[str, str], place: float, noise: bytes
) -> None:
    good = encode_sample(kind[1])
    at = int(place * len(good))
    try:
        width, height = check_picture(*put(f"x.{kind[0]}", good[:at] + noise + good[at + len(noise) :]))
    except KioskError as error:
        with refused("packs.picture_broken", *(f"packs.picture_{why}" for why in ("kind", "large", "print"))):
            raise error
    else:
        assert width * height <= limits.PICTURE_PIXELS
