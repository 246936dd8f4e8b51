"""The unchecked tables of a source, each with the document that says where its values stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, Protocol

from kiosk.authoring.source.problems import Path, Place, Problem, Severity, format_field_path
from kiosk.base.sentence_ids import ProblemCode


class Document(Protocol):
    """What a table was read from: a TOML file, a row of a workbook, an entry of a calendar."""

    @property
    def data(self) -> Mapping[str, Any]:
        """The values that stand in this document, without those of another one that it is based on."""

    def place_of(self, path: Path) -> Place:
        """Where the value at `path` stands, or the innermost table around it that has a place."""

    def typed_at(self, path: Path) -> str:
        """That value as its author wrote it, or '' where the place shows it."""


@dataclass(frozen=True)
class Entry:
    """A table at `prefix` of its document; values that it leaves out come from `based_on`."""

    id: str
    data: Mapping[str, Any]
    document: Document
    prefix: Path = ()
    based_on: "Entry | None" = None

    def make_problem(self, code: ProblemCode, path: Path = (), **detail: object) -> Problem:
        """An error in the value at `path` inside this entry."""
        return self.make_note(Severity.ERROR, code, path, **detail)

    def make_note(self, severity: Severity, code: ProblemCode, path: Path = (), **detail: object) -> Problem:
        """A problem of any severity with the value at `path` inside this entry."""
        if self.based_on and path and path[0] not in self.document.data:
            return self.based_on.make_note(severity, code, path, **detail)
        place = self.prefix + path
        shown = format_field_path(place)
        where, typed = self.document.place_of(place), self.document.typed_at(place)
        return Problem(code, where, shown, detail, severity, typed)


@dataclass
class RawSource:
    """All tables of a source by id, and the problems of reading them.

    `display_paths` maps the folders with its files to the paths that are shown, bases first; `files` has
    files that lie elsewhere, by their names in the source.
    """

    display_paths: dict[FilePath, FilePath] = field(default_factory=dict)
    pack: Entry | None = None
    themes: dict[str, Entry] = field(default_factory=dict)
    venues: dict[str, Entry] = field(default_factory=dict)
    events: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, FilePath] = field(default_factory=dict)

    def find_file(self, name: str) -> FilePath | None:
        """The file of that relative name; a folder comes before those that it is based on."""
        if name in self.files:
            return self.files[name]
        return next(
            (folder / name for folder in reversed(self.display_paths) if (folder / name).is_file()), None
        )
