"""Typesets sheets as a PDF with Typst, the templates and the kiosk's fonts (docs/flyers.md)."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from kiosk.base.errors import KioskError
from kiosk.base.paths import resources
from kiosk.base.safe_open import open_regular_file
from kiosk.typesetting.compile_template import compile_template
from kiosk.typesetting.glyphs import to_drawable
from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.sheet import Sheet
from kiosk.typography.typeset import typeset as set_text

UNDRAWN_FIELDS = ("alt", "payload")
"""Fields that are read aloud or hidden in a code."""
VERBATIM_FIELDS = (
    "path",
    "words",
    "file",
    "source",
    "icon",
    "event",
    "language",
    "languages",
    "subject",
    "mark",
    "colour",
)
"""Fields that are no text of a language."""
TOO_LONG_MESSAGE = "kiosk: too long"
"""The message with which a template panics when the text does not fit at the smallest font size."""


@dataclass(frozen=True, slots=True)
class Document:
    """Sheets with one template, ink and paper; `timestamp` is in UTC seconds.

    `pictures` are the photographs, by the `file` of `Picture`.
    """

    template: str
    title: str
    author: str
    language: str
    ink: Ink
    paper: Paper
    timestamp: int
    sheets: Sequence[Sheet]
    pictures: Mapping[str, bytes]


class TemplateError(Exception):
    """The reason why the Corner's own template cannot be used."""


def typeset(document: Document, own_templates: Path | None = None) -> bytes:
    """The PDF, from the templates in the Corner's folder `own_templates`, if given, else the shipped ones.

    Raises KioskError 'flyers.letters' (no font has them) and 'flyers.too_long' (the text does not fit), and
    `TemplateError` for any fault of the Corner's own template.
    """
    data = _template_data(document)
    with TemporaryDirectory(prefix="flyer-") as folder:
        root = Path(folder)
        _copy_shipped_files(document, root)
        try:
            if own_templates:
                _copy_own_templates(own_templates, root)
            return compile_template(root / f"{document.template}.typ", data, document.timestamp)
        except typst.TypstError as error:
            if own_templates:
                raise TemplateError(f"{document.template}.typ: {error.message}") from error
            if TOO_LONG_MESSAGE in error.message:
                raise KioskError("flyers.too_long", title=document.title, paper=document.paper) from error
            raise


def _copy_shipped_files(document: Document, root: Path) -> None:
    """Copy the shipped templates, icons and photographs to the only folder that Typst may read."""
    for file in (resources() / "flyers").iterdir():
        shutil.copyfile(file, root / file.name)
    _copy_icons(document.sheets, root / "icons")
    for name, picture in document.pictures.items():
        (root / name).write_bytes(picture)


def _copy_own_templates(folder: Path, root: Path) -> None:
    """Copy the Corner's templates and drawings without following links; `TemplateError` when one fails."""
    for file in sorted(folder.iterdir()):
        if file.suffix in (".typ", ".svg"):
            try:
                with open_regular_file(file, follow=False) as opened:
                    data = opened.read()
            except OSError as error:
                raise TemplateError(f"{file.name}: {error.strerror}") from error
            (root / file.name).write_bytes(data)


def _template_data(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "author": document.author,
        "keywords": [sheet.mark for sheet in document.sheets],
        "language": document.language,
        "ink": document.ink,
        "width": document.paper.size.width,
        "height": document.paper.size.height,
        "sheets": [
            {
                field.name: _field_json(field.name, getattr(sheet, field.name), document)
                for field in fields(sheet)
            }
            for sheet in document.sheets
        ],
    }


def _field_json(name: str, value: object, document: Document) -> object:
    """A field as JSON values, its texts as the fonts can draw them and typography sets them."""
    if isinstance(value, str) and name not in UNDRAWN_FIELDS:
        drawable = to_drawable(value)
        return drawable if name in VERBATIM_FIELDS else set_text(drawable, document.language)
    if not isinstance(value, tuple):
        return value
    if names := getattr(value, "_fields", ()):
        return {one: _field_json(one, part, document) for one, part in zip(names, value, strict=True)}
    return [_field_json(name, part, document) for part in value]


def _copy_icons(sheets: Iterable[Sheet], folder: Path) -> None:
    """Copy the icons of these sheets; a missing icon is replaced by a star."""
    names = {f"duotone/{sheet.icon}" for sheet in sheets}
    names |= {f"bold/{fact.icon}" for sheet in sheets for text in sheet.said for fact in text.facts}
    for name in names:
        file = resources() / "icons" / f"{name}.svg"
        target = folder / f"{name}.svg"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file if file.is_file() else resources() / "icons/duotone/star.svg", target)
