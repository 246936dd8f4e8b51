"""Sheets become a PDF: Typst, the templates, the kiosk's own fonts, and nothing else (docs/flyers.md)."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from kiosk.errors import KioskError
from kiosk.flyers.order import Ink, Size
from kiosk.flyers.sheet import Sheet, plain
from kiosk.folders import resources

STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
"""Archivable and tagged (ISO 19005-2, level A; ISO 14289-1)."""
TOO_LONG = "kiosk: too long"
"""What a template panics with when its words do not fit at the least size of letters."""


@dataclass(frozen=True, slots=True)
class Document:
    """Sheets of one look; `size` is that of the upright paper, `moment` the time of making in UTC seconds.

    `pictures` are the photographs by the name their sheets give them.
    """

    template: str
    title: str
    author: str
    language: str
    ink: Ink
    size: Size
    moment: int
    sheets: Sequence[Sheet]
    pictures: Mapping[str, bytes]


def typeset(document: Document, own: Path | None = None) -> tuple[bytes, str]:
    """The PDF, and what is wrong with the Corner's `own` template where the shipped one stood in ('').

    Raises KioskError 'flyers.too_long' when the words do not fit.
    """
    trouble = ""
    if own and (own / f"{document.template}.typ").is_file():
        try:
            return _compile(document, own), ""
        except typst.TypstError as error:
            trouble = f"{document.template}.typ: {error.message}"
    try:
        return _compile(document, None), trouble
    except typst.TypstError as error:
        if TOO_LONG in error.message:
            raise KioskError("flyers.too_long") from error
        raise


def _compile(document: Document, own: Path | None) -> bytes:
    with TemporaryDirectory(prefix="flyer-") as folder:
        root = Path(folder)
        for source in filter(None, (resources() / "flyers", own)):
            for file in source.iterdir():
                if file.suffix in (".typ", ".svg"):
                    shutil.copyfile(file, root / file.name)
        _icons(document.sheets, root / "icons")
        for name, data in document.pictures.items():
            (root / name).write_bytes(data)
        return typst.compile(
            root / f"{document.template}.typ",
            root=root,
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(_data(document))},
            pdf_standards=STANDARDS,
            timestamp=document.moment,
            package_path=root,
            package_cache_path=root,
        )


def _data(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "author": document.author,
        "keywords": [sheet.mark for sheet in document.sheets],
        "language": document.language,
        "ink": document.ink,
        "width": document.size.width,
        "height": document.size.height,
        "sheets": [plain(asdict(sheet)) for sheet in document.sheets],
    }


def _icons(sheets: Iterable[Sheet], folder: Path) -> None:
    """Lay out the icons these sheets need; a star for one there is none of."""
    names = {f"duotone/{sheet.icon}" for sheet in sheets}
    names |= {f"bold/{fact.icon}" for sheet in sheets for said in sheet.said for fact in said.facts}
    for name in names:
        file = resources() / "icons" / f"{name}.svg"
        target = folder / f"{name}.svg"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file if file.is_file() else resources() / "icons/duotone/star.svg", target)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[resources() / "fonts"]
    )
