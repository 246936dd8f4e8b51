"""Small PDF files of a test's own, and what is seen on the pages of any PDF."""

import random
import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

A4 = (595.276, 841.89)
"""Points."""
_MM = 72 / 25.4

Picture = NDArray[np.uint8]


def write_flyer(file: Path, text: str = "Salem!", pages: int = 1, size: tuple[float, float] = A4) -> Path:
    """On each page the text and its number, a red box, a square of 25 mm like a QR code, and a thin frame."""
    shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page in range(pages):
        drawn = f"BT /F 14 Tf 40 380 Td ({shown} {page + 1}) Tj ET\n{_drawing(page)}"
        box = f"[0 0 {size[0]} {size[1]}]"
        fonts = "<< /Font << /F 3 0 R >> >>"
        at = f"/Parent 2 0 R /MediaBox {box} /Contents {5 + 2 * page} 0 R /Resources {fonts}"
        parts += [f"<< /Type /Page {at} >>", f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"]
    file.write_bytes(_assembled(parts))
    return file


def _drawing(page: int) -> str:
    chance, module = random.Random(page), 25 * _MM / 33
    squares = [
        f"{40 + x * module:.3f} {200 + y * module:.3f} {module:.3f} {module:.3f} re f"
        for y in range(33)
        for x in range(33)
        if chance.random() < 0.5
    ]
    return "\n".join(["0.8 0.1 0.1 rg 200 200 100 80 re f 0 g", *squares, "0.5 w 20 20 380 380 re S"])


def _assembled(parts: list[str]) -> bytes:
    text, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count, start = len(parts) + 1, len(text)
    text += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    return f"{text}trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")


def render_pdf(file: Path, dpi: int = 150) -> list[Picture]:
    """The pages of a PDF in grey, 255 is white, drawn by poppler (pdftoppm(1))."""
    drawn = subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), file], capture_output=True, check=True)
    pages, rest = [], drawn.stdout
    while rest:
        kind, size, _, rest = rest.split(b"\n", 3)
        assert kind == b"P5"
        width, height = map(int, size.split())
        pages.append(np.frombuffer(rest[: width * height], np.uint8).reshape(height, width))
        rest = rest[width * height :]
    return pages


def differing_share(got: list[Picture], want: list[Picture]) -> float:
    """The share of dots that are dark with no dark one wanted within a dot's reach, or the reverse.

    Two programs may draw an edge that lies between two dots on either of them. 1 for pages of other sizes.
    """
    if [page.shape for page in got] != [page.shape for page in want]:
        return 1
    found = total = 0
    for dark, wanted in ((one < 128, other < 128) for one, other in zip(got, want, strict=True)):
        found += np.count_nonzero((dark & ~_widened(wanted)) | (~dark & ~_widened(~wanted)))
        total += dark.size
    return found / total


def _widened(some: NDArray[np.bool_]) -> NDArray[np.bool_]:
    for axis in (0, 1):
        some = some | np.roll(some, 1, axis) | np.roll(some, -1, axis)
    return some


def pdf_text(file: Path) -> str:
    """The text of a PDF, as poppler finds it."""
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
