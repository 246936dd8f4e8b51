"""Reads a source folder and the folders it is based on as unchecked tables by id (ADR 4)."""

from pathlib import Path as FilePath

from kiosk.authoring.source.problems import Problem
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.source.toml_documents import TomlDocument, read_document

MAX_FOLDERS = 4
"""Maximum length of a chain of base folders, the source folder included."""


def read_source_folder(root: FilePath) -> RawSource:
    """Read every TOML file of a source; files that cannot be read are left out and listed in `problems`."""
    source = RawSource()
    chain = _read_base_chain(root, source)
    for folder, display_path, pack in reversed(chain):
        source.display_paths[folder] = display_path
        merged = {**(source.pack.data if source.pack else {}), **pack.data}
        source.pack = Entry("pack", merged, pack, based_on=source.pack)
        for name, entries in (("themes.toml", source.themes), ("venues.toml", source.venues)):
            if (folder / name).exists():
                _add_tables(
                    source, entries, _read_document(source, folder / name, (display_path / name).as_posix())
                )
        shown = (display_path / "events").as_posix()
        for path in sorted((folder / "events").glob("*.toml"), key=lambda path: path.name):
            if event := _read_document(source, path, f"{shown}/{path.name}"):
                source.events[path.stem] = Entry(path.stem, event.data, event)
    return source


def _read_base_chain(root: FilePath, source: RawSource) -> list[tuple[FilePath, FilePath, TomlDocument]]:
    """The source folder, its base, the base of that and so on, each as (path, display path, pack.toml)."""
    chain: list[tuple[FilePath, FilePath, TomlDocument]] = []
    folder, display_path = root, FilePath()
    while pack := _read_document(source, folder / "pack.toml", (display_path / "pack.toml").as_posix()):
        chain.append((folder, display_path, pack))
        base = pack.data.get("base", "")
        if not isinstance(base, str) or not base:
            break
        if len(chain) == MAX_FOLDERS:
            place = pack.place_of(("base",))
            source.problems.append(Problem("base_depth", place, "base", {"most": MAX_FOLDERS}))
            break
        folder, display_path = folder / base, display_path / base
    return chain


def _read_document(source: RawSource, path: FilePath, name: str) -> TomlDocument | None:
    """The TOML file at `path`, shown as `name`; when it cannot be read, None, and the problem is added."""
    document = read_document(path, name)
    if isinstance(document, TomlDocument):
        return document
    source.problems.append(document)
    return None


def _add_tables(source: RawSource, entries: dict[str, Entry], document: TomlDocument | None) -> None:
    """Add each table of a file to `entries`; it replaces one of the same id."""
    if not document:
        return
    for key, table in document.data.items():
        if isinstance(table, dict):
            entries[key] = Entry(key, table, document, (key,))
        else:
            source.problems.append(Problem("not_table", document.place_of((key,)), key))
