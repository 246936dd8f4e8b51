"""Draws the pages of a flyer as pictures, from the same PDF that is printed."""

from pathlib import Path

from kiosk.base.export.export_file import export_errors, export_file
from kiosk.typesetting.proofread import count_pages, render_colour_page

PREVIEW_HEIGHT = 1300
"""Pixels: a page fills most of a screen and loads in a few milliseconds."""
MAX_PREVIEWS = 12
"""Pages that are drawn at most."""
PDF_NAME = "flyer.pdf"


def write_previews(pdf: bytes, folder: Path) -> list[Path]:
    """Write the PDF and pictures of its first pages into `folder`, removing old ones; the pictures' paths.

    KioskErrors of `export_errors`.
    """
    pages = []
    with export_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("page-*.png"):
            old.unlink()
        export_file(folder / PDF_NAME, pdf)
        for number in range(min(count_pages(pdf), MAX_PREVIEWS)):
            pages.append(folder / f"page-{number + 1}.png")
            render_colour_page(pdf, number, PREVIEW_HEIGHT).save(pages[-1], compress_level=1)
    return pages
