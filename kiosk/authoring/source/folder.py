"""A source folder, laid over the folders it is based on, as raw tables by id (ADR 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from kiosk.authoring.source.problems import Path, Problem, format_field_path
from kiosk.authoring.source.toml_documents import Document, read_document

MAX_FOLDERS = 4
"""Most folders in a line of bases."""


@dataclass(frozen=True)
class Entry:
    """One thing the source describes, below `prefix` in its document; `based_on` says what it leaves out."""

    id: str
    data: Mapping[str, Any]
    document: Document
    prefix: Path = ()
    based_on: "Entry | None" = None

    def make_problem(self, code: str, path: Path = (), **detail: object) -> Problem:
        """A problem of the value at `path` inside this entry."""
        place = self.prefix + path
        if self.based_on and path and path[0] not in self.document.data:
            return self.based_on.make_problem(code, path, **detail)
        return Problem(
            code, self.document.name, self.document.line_of(place), format_field_path(place), detail
        )


@dataclass
class SourceFolder:
    """Everything a source says, unchecked; `shown` is how people see each folder named, the base first."""

    display_paths: dict[FilePath, FilePath] = field(default_factory=dict)
    pack: Entry | None = None
    themes: dict[str, Entry] = field(default_factory=dict)
    venues: dict[str, Entry] = field(default_factory=dict)
    events: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def find_file(self, name: str) -> FilePath | None:
        """The file of that relative name, in the folder asked for rather than in its base."""
        return next(
            (folder / name for folder in reversed(self.display_paths) if (folder / name).is_file()), None
        )

    def read_document(self, path: FilePath, name: FilePath) -> Document | None:
        """The TOML file at `path`; when it cannot be read, None and one more problem."""
        found = read_document(path, name.as_posix())
        if isinstance(found, Document):
            return found
        self.problems.append(found)
        return None


def read_source_folder(root: FilePath) -> SourceFolder:
    """Read every TOML file of a source; what cannot be read is left out and told in `problems`."""
    result = SourceFolder()
    chain = _read_base_chain(root, result)
    for folder, shown, pack in reversed(chain):
        result.display_paths[folder] = shown
        merged = {**(result.pack.data if result.pack else {}), **pack.data}
        result.pack = Entry("pack", merged, pack, based_on=result.pack)
        for name, entries in (("themes.toml", result.themes), ("venues.toml", result.venues)):
            if (folder / name).exists():
                _add_tables(result, entries, result.read_document(folder / name, shown / name))
        for path in sorted((folder / "events").glob("*.toml")):
            event = result.read_document(path, shown / "events" / path.name)
            if event:
                result.events[path.stem] = Entry(path.stem, event.data, event)
    return result


def _read_base_chain(root: FilePath, result: SourceFolder) -> list[tuple[FilePath, FilePath, Document]]:
    """The folder asked for, its base, the base of that, each as (path, name shown, pack.toml)."""
    chain: list[tuple[FilePath, FilePath, Document]] = []
    folder, shown = root, FilePath()
    while pack := result.read_document(folder / "pack.toml", shown / "pack.toml"):
        chain.append((folder, shown, pack))
        base = pack.data.get("base", "")
        if not isinstance(base, str) or not base:
            break
        if len(chain) == MAX_FOLDERS:
            line = pack.line_of(("base",))
            result.problems.append(Problem("base_depth", pack.name, line, "base", {"most": MAX_FOLDERS}))
            break
        folder, shown = folder / base, shown / base
    return chain


def _add_tables(result: SourceFolder, entries: dict[str, Entry], document: Document | None) -> None:
    """Add each table of a file to `entries`, in place of one of the same id."""
    if not document:
        return
    for key, table in document.data.items():
        if isinstance(table, dict):
            entries[key] = Entry(key, table, document, (key,))
        else:
            result.problems.append(Problem("not_table", document.name, document.line_of((key,)), key))
