"""Finds the hidden rows of an XLSX file (ECMA-376, part 1, 18.3.1.73), of which its reader does not tell."""

import io
import re
import zipfile
from collections.abc import Mapping
from posixpath import join, normpath

from defusedxml.ElementTree import fromstring

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb"<row\b[^>]*>")
_NUMBER = re.compile(rb'\br="(\d+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')


def hidden_rows(data: bytes) -> Mapping[str, frozenset[int]]:
    """The numbers of the hidden rows by the names of the sheets, counted from 0; none for another file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            links = fromstring(book.read("xl/_rels/workbook.xml.rels"))
            targets = {link.get("Id"): link.get("Target", "") for link in links}
            sheets = fromstring(book.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
            parts = {sheet.get("name", ""): targets.get(sheet.get(_LINK), "") for sheet in sheets}
            return {name: _rows(book.read(_path(part))) for name, part in parts.items() if part}
    except (zipfile.BadZipFile, KeyError, SyntaxError):
        return {}


def _path(target: str) -> str:
    """The name of a part in the archive; a target is relative to the folder of the workbook."""
    return target.removeprefix("/") if target.startswith("/") else normpath(join("xl", target))


def _rows(sheet: bytes) -> frozenset[int]:
    rows = (found[0] for found in _ROW.finditer(sheet) if _HIDDEN.search(found[0]))
    return frozenset(int(number[1]) - 1 for row in rows if (number := _NUMBER.search(row)))
