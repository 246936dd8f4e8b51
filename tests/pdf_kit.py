"""Writes small PDF files, and renders, compares and reads the pages of any PDF."""

import random
import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import PdfPage

A4 = (595.276, 841.89)
"""Points."""
_MM = 72 / 25.4

Picture = NDArray[np.uint8]


def write_flyer(file: Path, text: str = "Salem!", pages: int = 1, size: tuple[float, float] = A4) -> Path:
    """Write a PDF; a page has the text and its number, a red box, a 25 mm square like a QR code, a frame."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page in range(pages):
        content = f"BT /F 14 Tf 40 380 Td ({escaped} {page + 1}) Tj ET\n{_drawing(page)}"
        box = f"[0 0 {size[0]} {size[1]}]"
        fonts = "<< /Font << /F 3 0 R >> >>"
        keys = f"/Parent 2 0 R /MediaBox {box} /Contents {5 + 2 * page} 0 R /Resources {fonts}"
        stream = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
        objects += [f"<< /Type /Page {keys} >>", stream]
    file.write_bytes(_assemble_pdf(objects))
    return file


def _drawing(page: int) -> str:
    rng, module = random.Random(page), 25 * _MM / 33
    squares = [
        f"{40 + x * module:.3f} {200 + y * module:.3f} {module:.3f} {module:.3f} re f"
        for y in range(33)
        for x in range(33)
        if rng.random() < 0.5
    ]
    return "\n".join(["0.8 0.1 0.1 rg 200 200 100 80 re f 0 g", *squares, "0.5 w 20 20 380 380 re S"])


def _assemble_pdf(objects: list[str]) -> bytes:
    text, offsets = "%PDF-1.4\n", []
    for number, part in enumerate(objects, 1):
        offsets.append(len(text))
        text += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    count, start = len(objects) + 1, len(text)
    text += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    return f"{text}trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")


def render_pdf(file: Path, dpi: int = 150) -> list[Picture]:
    """The pages of a PDF in grey, 255 is white, rendered by poppler (pdftoppm(1))."""
    rendered = subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), file], capture_output=True, check=True)
    pages, rest = [], rendered.stdout
    while rest:
        kind, size, _, rest = rest.split(b"\n", 3)
        assert kind == b"P5"
        width, height = map(int, size.split())
        pages.append(np.frombuffer(rest[: width * height], np.uint8).reshape(height, width))
        rest = rest[width * height :]
    return pages


def differing_share(got: list[Picture], want: list[Picture]) -> float:
    """The share of dots that are dark where no dot within one dot's distance should be, or the reverse.

    An edge between two dots may be drawn on either of them. 1 for pages of different sizes.
    """
    if [page.shape for page in got] != [page.shape for page in want]:
        return 1
    differing = total = 0
    for dark, wanted in ((one < 128, other < 128) for one, other in zip(got, want, strict=True)):
        differing += np.count_nonzero((dark & ~_dilate(wanted)) | (~dark & ~_dilate(~wanted)))
        total += dark.size
    return differing / total


def _dilate(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    for axis in (0, 1):
        mask = mask | np.roll(mask, 1, axis) | np.roll(mask, -1, axis)
    return mask


def pdf_text(file: Path) -> str:
    """The text of a PDF, extracted by poppler."""
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout


def page_text(page: PdfPage) -> str:
    """The text of a page on one line, without the characters that typography sets between words."""
    text = page.get_textpage().get_text_bounded().replace("\xa0", " ").replace("\u2060", "")
    return " ".join(text.split())
