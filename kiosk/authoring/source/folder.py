"""Reads a source folder and the folders it is based on as unchecked tables by id (ADR 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from kiosk.authoring.source.problems import Path, Problem, format_field_path
from kiosk.authoring.source.toml_documents import Document, read_document
from kiosk.base.sentence_ids import ProblemCode

MAX_FOLDERS = 4
"""Maximum length of a chain of base folders, the source folder included."""


@dataclass(frozen=True)
class Entry:
    """A table at `prefix` of its document; values that it leaves out come from `based_on`."""

    id: str
    data: Mapping[str, Any]
    document: Document
    prefix: Path = ()
    based_on: "Entry | None" = None

    def make_problem(self, code: ProblemCode, path: Path = (), **detail: object) -> Problem:
        """A problem with the value at `path` inside this entry."""
        place = self.prefix + path
        if self.based_on and path and path[0] not in self.document.data:
            return self.based_on.make_problem(code, path, **detail)
        return Problem(
            code, self.document.name, self.document.line_of(place), format_field_path(place), detail
        )


@dataclass
class SourceFolder:
    """All tables of a source, unchecked; `display_paths` maps its folders, base first, to shown paths."""

    display_paths: dict[FilePath, FilePath] = field(default_factory=dict)
    pack: Entry | None = None
    themes: dict[str, Entry] = field(default_factory=dict)
    venues: dict[str, Entry] = field(default_factory=dict)
    events: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def find_file(self, name: str) -> FilePath | None:
        """The file of that relative name; the source folder comes before its bases."""
        return next(
            (folder / name for folder in reversed(self.display_paths) if (folder / name).is_file()), None
        )

    def read_document(self, path: FilePath, name: FilePath) -> Document | None:
        """The TOML file at `path`; when it cannot be read, None, and the problem is added."""
        document = read_document(path, name.as_posix())
        if isinstance(document, Document):
            return document
        self.problems.append(document)
        return None


def read_source_folder(root: FilePath) -> SourceFolder:
    """Read every TOML file of a source; files that cannot be read are left out and listed in `problems`."""
    source = SourceFolder()
    chain = _read_base_chain(root, source)
    for folder, display_path, pack in reversed(chain):
        source.display_paths[folder] = display_path
        merged = {**(source.pack.data if source.pack else {}), **pack.data}
        source.pack = Entry("pack", merged, pack, based_on=source.pack)
        for name, entries in (("themes.toml", source.themes), ("venues.toml", source.venues)):
            if (folder / name).exists():
                _add_tables(source, entries, source.read_document(folder / name, display_path / name))
        for path in sorted((folder / "events").glob("*.toml")):
            event = source.read_document(path, display_path / "events" / path.name)
            if event:
                source.events[path.stem] = Entry(path.stem, event.data, event)
    return source


def _read_base_chain(root: FilePath, source: SourceFolder) -> list[tuple[FilePath, FilePath, Document]]:
    """The source folder, its base, the base of that and so on, each as (path, display path, pack.toml)."""
    chain: list[tuple[FilePath, FilePath, Document]] = []
    folder, display_path = root, FilePath()
    while pack := source.read_document(folder / "pack.toml", display_path / "pack.toml"):
        chain.append((folder, display_path, pack))
        base = pack.data.get("base", "")
        if not isinstance(base, str) or not base:
            break
        if len(chain) == MAX_FOLDERS:
            line = pack.line_of(("base",))
            source.problems.append(Problem("base_depth", pack.name, line, "base", {"most": MAX_FOLDERS}))
            break
        folder, display_path = folder / base, display_path / base
    return chain


def _add_tables(source: SourceFolder, entries: dict[str, Entry], document: Document | None) -> None:
    """Add each table of a file to `entries`; it replaces one of the same id."""
    if not document:
        return
    for key, table in document.data.items():
        if isinstance(table, dict):
            entries[key] = Entry(key, table, document, (key,))
        else:
            source.problems.append(Problem("not_table", document.name, document.line_of((key,)), key))
