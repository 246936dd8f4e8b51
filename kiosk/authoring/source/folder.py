"""A source folder, laid over the folders it is based on, as raw tables by id (ADR 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from kiosk.authoring.source.problems import Path, Problem, field_name
from kiosk.authoring.source.toml_documents import Document, read

DEPTH = 4
"""Most folders in a line of bases."""


@dataclass(frozen=True)
class Entry:
    """One thing the source describes, below `prefix` in its document; `based_on` says what it leaves out."""

    id: str
    data: Mapping[str, Any]
    document: Document
    prefix: Path = ()
    based_on: "Entry | None" = None

    def problem(self, code: str, path: Path = (), **detail: object) -> Problem:
        """A problem of the value at `path` inside this entry."""
        place = self.prefix + path
        if self.based_on and path and path[0] not in self.document.data:
            return self.based_on.problem(code, path, **detail)
        return Problem(code, self.document.name, self.document.line(place), field_name(place), detail)


@dataclass
class Folder:
    """Everything a source says, unchecked; `shown` is how people see each folder named, the base first."""

    shown: dict[FilePath, FilePath] = field(default_factory=dict)
    pack: Entry | None = None
    themes: dict[str, Entry] = field(default_factory=dict)
    venues: dict[str, Entry] = field(default_factory=dict)
    events: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def find(self, name: str) -> FilePath | None:
        """The file of that relative name, in the folder asked for rather than in its base."""
        return next((folder / name for folder in reversed(self.shown) if (folder / name).is_file()), None)

    def read(self, path: FilePath, name: FilePath) -> Document | None:
        """The TOML file at `path`; when it cannot be read, None and one more problem."""
        found = read(path, name.as_posix())
        if isinstance(found, Document):
            return found
        self.problems.append(found)
        return None


def open_folder(root: FilePath) -> Folder:
    """Read every TOML file of a source; what cannot be read is left out and told in `problems`."""
    result = Folder()
    chain = _chain(root, result)
    for folder, shown, pack in reversed(chain):
        result.shown[folder] = shown
        merged = {**(result.pack.data if result.pack else {}), **pack.data}
        result.pack = Entry("pack", merged, pack, based_on=result.pack)
        for name, entries in (("themes.toml", result.themes), ("venues.toml", result.venues)):
            if (folder / name).exists():
                _add_tables(result, entries, result.read(folder / name, shown / name))
        for path in sorted((folder / "events").glob("*.toml")):
            event = result.read(path, shown / "events" / path.name)
            if event:
                result.events[path.stem] = Entry(path.stem, event.data, event)
    return result


def _chain(root: FilePath, result: Folder) -> list[tuple[FilePath, FilePath, Document]]:
    """The folder asked for, its base, the base of that, each as (path, name shown, pack.toml)."""
    chain: list[tuple[FilePath, FilePath, Document]] = []
    folder, shown = root, FilePath()
    while pack := result.read(folder / "pack.toml", shown / "pack.toml"):
        chain.append((folder, shown, pack))
        base = pack.data.get("base", "")
        if not isinstance(base, str) or not base:
            break
        if len(chain) == DEPTH:
            line = pack.line(("base",))
            result.problems.append(Problem("base_depth", pack.name, line, "base", {"most": DEPTH}))
            break
        folder, shown = folder / base, shown / base
    return chain


def _add_tables(result: Folder, entries: dict[str, Entry], document: Document | None) -> None:
    """Add each table of a file to `entries`, in place of one of the same id."""
    if not document:
        return
    for key, table in document.data.items():
        if isinstance(table, dict):
            entries[key] = Entry(key, table, document, (key,))
        else:
            result.problems.append(Problem("not_table", document.name, document.line((key,)), key))
