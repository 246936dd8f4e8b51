"""The pages of a flyer as pictures, from the very PDF that will be printed."""

from pathlib import Path

from kiosk.base.export_file import export_errors, export_file
from kiosk.typesetting.proof import page_count, picture

HEIGHT = 1300
"""Pixels: a page fills most of a screen, and is read in a few milliseconds."""
MOST = 12
"""How many pages are drawn."""
PDF = "flyer.pdf"


def lay_out(pdf: bytes, folder: Path) -> list[Path]:
    """Put the PDF and pictures of its first pages into `folder`, where nothing else stays; the pictures.

    KioskErrors of `saving`.
    """
    pages = []
    with export_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("page-*.png"):
            old.unlink()
        export_file(folder / PDF, pdf)
        for number in range(min(page_count(pdf), MOST)):
            pages.append(folder / f"page-{number + 1}.png")
            picture(pdf, number, HEIGHT).save(pages[-1], compress_level=1)
    return pages
