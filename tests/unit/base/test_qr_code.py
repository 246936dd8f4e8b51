"""QR codes: quiet zone, error correction, limits, and what an independent decoder reads."""

import re
import sys

import numpy
import pytest
import zxingcpp
from numpy.typing import NDArray

from kiosk.base.qr_code import QUIET_ZONE, qr_matrix, qr_svg_path
from tests.qr_reader import read_qr

URL = "https://kz.usembassy.gov/25-years/love-to-code"


def decode_matrix(text: str) -> zxingcpp.Barcode:
    """Decode the matrix of a text, drawn with three pixels per module."""
    return decode_pixels(numpy.array([*map(list, qr_matrix(text))], dtype=bool))


def decode_pixels(dark: NDArray[numpy.bool_]) -> zxingcpp.Barcode:
    image = numpy.kron(numpy.where(dark, 0, 255).astype(numpy.uint8), numpy.ones((3, 3), dtype=numpy.uint8))
    (code,) = read_qr(image)
    return code


@pytest.mark.parametrize(
    "text", ["a", URL, "Қазақстан мен АҚШ", "x" * 1500, "BEGIN:VEVENT\r\nSUMMARY:Ә\r\nEND:VEVENT\r\n"]
)
def test_a_code_decodes_to_its_text(text: str) -> None:
    assert decode_matrix(text).text == text


def test_error_correction_is_m() -> None:
    assert decode_matrix(URL).ec_level == "M"


@pytest.mark.parametrize("text", ["a", URL, "x" * 1500])
def test_the_quiet_zone_is_four_modules(text: str) -> None:
    dark = numpy.array([*map(list, qr_matrix(text))])
    assert QUIET_ZONE == 4
    assert dark.shape[0] == dark.shape[1]
    rows, columns = dark.nonzero()
    last = dark.shape[0] - 5
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (4, last, 4, last)


def test_the_smallest_code_that_fits_is_used() -> None:
    assert [len(qr_matrix("x" * length)) - 8 for length in (14, 15, 26, 27)] == [21, 25, 25, 29]


def test_too_much_text_is_refused() -> None:
    assert len(qr_matrix("x" * 2331)) == 177 + 8
    with pytest.raises(ValueError):
        qr_matrix("x" * 2332)


def test_a_cached_matrix_takes_a_byte_per_module() -> None:
    rows = qr_matrix("https://kz.usembassy.gov/register")
    assert sum(map(sys.getsizeof, rows)) < len(rows) * (len(rows) + 64)


def test_too_much_text_for_paper_is_refused() -> None:
    with pytest.raises(ValueError):
        qr_svg_path("x" * 1664)


def test_the_encoding_is_not_declared() -> None:
    """Fourteen bytes fill the smallest code: a declaration, which some phones trip over, needs more."""
    assert len(qr_matrix("\u049a" * 7)) - 8 == 21


@pytest.mark.parametrize("text", ["a", URL, "Қазақстан мен АҚШ", "x" * 1663])
def test_a_path_for_paper_has_more_error_correction(text: str) -> None:
    path, side = qr_svg_path(text)
    dark = numpy.zeros((side + 2 * QUIET_ZONE,) * 2, dtype=bool)
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1H(\d+)", path)
    assert "".join("M{} {}h{}v1H{}".format(*run) for run in runs) == path
    for x, y, long, back in (map(int, run) for run in runs):
        assert back == x
        dark[y + QUIET_ZONE, x + QUIET_ZONE : x + long + QUIET_ZONE] = True
    code = decode_pixels(dark)
    assert (code.text, code.ec_level) == (text, "Q")
