"""FlyerLog become a PDF: Typst, the templates, the kiosk's own fonts, and nothing else (docs/flyers.md)."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from kiosk.base.errors import KioskError
from kiosk.base.paths import resources
from kiosk.base.safe_open import open_regular_file
from kiosk.typesetting.glyphs import to_drawable
from kiosk.typesetting.order import Ink, PaperSize
from kiosk.typesetting.sheet import Sheet

STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
"""Archivable and tagged (ISO 19005-2, level A; ISO 14289-1)."""
UNDRAWN_FIELDS = ("alt", "payload")
"""Fields that are read aloud or hidden in a code."""
TOO_LONG_MESSAGE = "kiosk: too long"
"""What a template panics with when its words do not fit at the least size of letters."""


@dataclass(frozen=True, slots=True)
class Document:
    """FlyerLog of one look; `size` is that of the upright paper, `moment` the time of making in UTC seconds.

    `pictures` are the photographs by the name their sheets give them.
    """

    template: str
    title: str
    author: str
    language: str
    ink: Ink
    size: PaperSize
    timestamp: int
    sheets: Sequence[Sheet]
    pictures: Mapping[str, bytes]


class TemplateError(Exception):
    """The Corner's own template cannot be used; it says why."""


def typeset(document: Document, own_templates: Path | None = None) -> bytes:
    """The PDF, by the Corner's `own` template where a folder is named, else by the shipped one.

    Raises KioskError 'flyers.letters' (no font has them) and 'flyers.too_long' (the words do not fit), and
    for whatever is wrong with an own template `Broken`.
    """
    data = json.dumps(_data(document))
    with TemporaryDirectory(prefix="flyer-") as folder:
        root = Path(folder)
        _lay_out(document, root)
        try:
            if own_templates:
                _copy(own_templates, root)
            return _compile(document, data, root)
        except typst.TypstError as error:
            if own_templates:
                raise TemplateError(f"{document.template}.typ: {error.message}") from error
            if TOO_LONG_MESSAGE in error.message:
                raise KioskError("flyers.too_long") from error
            raise


def _compile(document: Document, data: str, root: Path) -> bytes:
    return typst.compile(
        root / f"{document.template}.typ",
        root=root,
        font_paths=_fonts(),
        sys_inputs={"data": data},
        pdf_standards=STANDARDS,
        timestamp=document.timestamp,
        package_path=root,
        package_cache_path=root,
    )


def _lay_out(document: Document, root: Path) -> None:
    """Put all that is needed where Typst can read it: the shipped templates, icons and photographs."""
    for file in (resources() / "flyers").iterdir():
        shutil.copyfile(file, root / file.name)
    _icons(document.sheets, root / "icons")
    for name, picture in document.pictures.items():
        (root / name).write_bytes(picture)


def _copy(own: Path, root: Path) -> None:
    """Copy the Corner's templates and drawings, but nothing that links lead to; `Broken` when one fails."""
    for file in sorted(own.iterdir()):
        if file.suffix in (".typ", ".svg"):
            try:
                with open_regular_file(file, follow=False) as opened:
                    data = opened.read()
            except OSError as error:
                raise TemplateError(f"{file.name}: {error.strerror}") from error
            (root / file.name).write_bytes(data)


def _data(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "author": document.author,
        "keywords": [sheet.mark for sheet in document.sheets],
        "language": document.language,
        "ink": document.ink,
        "width": document.size.width,
        "height": document.size.height,
        "sheets": [
            {part.name: _drawable(getattr(sheet, part.name)) for part in fields(sheet)}
            for sheet in document.sheets
        ],
    }


def _drawable(value: object) -> object:
    """The same as JSON has it, with words as the fonts can draw them, but for those that nobody sees."""
    if isinstance(value, str):
        return to_drawable(value)
    if not isinstance(value, tuple):
        return value
    if names := getattr(value, "_fields", ()):
        named = zip(names, value, strict=True)
        return {name: part if name in UNDRAWN_FIELDS else _drawable(part) for name, part in named}
    return [_drawable(part) for part in value]


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
