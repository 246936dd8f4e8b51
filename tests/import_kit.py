"""Imports a file into a source folder as the command does, for tests."""

from datetime import date
from pathlib import Path
from typing import Any

from kiosk.authoring.imports.import_source import ImportResult, import_source
from kiosk.authoring.imports.options import ImportOptions
from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.problems import Problem

TODAY = date(2026, 3, 10)


class Importer:
    """Imports into `folder` files that are written beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, name: str, data: str | bytes, **options: Any) -> ImportResult:
        """Import a file of that name with this content."""
        file = self.folder.parent / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return import_source(file, self.folder, ImportOptions(**{"today": TODAY, **options}))

    def events(self) -> dict[str, dict[str, Any]]:
        """The tables of the folder's events by id."""
        return {id: dict(entry.data) for id, entry in read_source_folder(self.folder).events.items()}

    def event(self) -> dict[str, Any]:
        """The table of the only event."""
        (found,) = self.events().values()
        return found

    def pack(self) -> dict[str, Any]:
        """The table of the pack."""
        pack = read_source_folder(self.folder).pack
        assert pack is not None
        return dict(pack.data)

    def files(self) -> dict[str, bytes]:
        """Every file of the folder with its content."""
        return {
            str(file.relative_to(self.folder)): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file()
        }


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """The codes of problems, in order."""
    return [problem.code for problem in problems]


def calendar(*events: str, head: str = "X-WR-TIMEZONE:Asia/Almaty") -> str:
    """A calendar with these events, each the lines between BEGIN and END."""
    blocks = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}\n{blocks}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def real_programmes(checkout: Path) -> Path:
    """The folder of real programmes made by others, which is not part of the project."""
    return checkout.parent / "shared/realdata"
