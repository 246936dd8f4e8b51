"""The mapping file: what people have said about tables and programmes of others, for them to correct.

It has a table for each file, by its name without the end:

[programme]
fold_themes = true
left_out = ["Saal-Nr."]

[programme.columns]
title = "Titel"
people = ["Vortragende 1", "Vortragende 2"]

[programme.days]
Freitag = 1999-08-06

[programme.headers.Events]
Budget = ""
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.source.problems import Problem, SourceProblems
from kiosk.authoring.source.toml_documents import TomlDocument, read_document
from kiosk.base.export.export_file import export_errors
from kiosk.i18n.translator import system_language, translator

FILE = "mapping.toml"


def read_mapping_file(folder: Path) -> TomlDocument | None:
    """The mapping file of a folder, None where there is none; SourceProblems when it cannot be read."""
    file = folder / FILE
    if not file.exists():
        return None
    document = read_document(file, FILE)
    if isinstance(document, Problem):
        raise SourceProblems([document])
    return document


def said_of(document: TomlDocument | None, source: str) -> Mapping[str, Any]:
    """What the mapping file says of the file `source`."""
    table = document.data.get(source) if document else None
    return table if isinstance(table, dict) else {}


def write_said(folder: Path, source: str, said: Mapping[str, Any]) -> None:
    """Set these values in the table of `source`, and keep its others; nothing is written if they stand there.

    SourceProblems as `read_mapping_file`, KioskErrors of `export_errors`.
    """
    known = read_mapping_file(folder)
    before = said_of(known, source)
    if all(before.get(name) == value for name, value in said.items()):
        return
    document = tomlkit.parse(known.text) if known else tomlkit.document()
    if not known:
        document.add(tomlkit.comment(translator(system_language()).text("authoring.import_mapping_comment")))
    document[source] = {**before, **said}
    with export_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with write_atomically(folder / FILE) as part:
            part.write_bytes(tomlkit.dumps(document).encode())
