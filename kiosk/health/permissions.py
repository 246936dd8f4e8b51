"""Who may do what: the library can be written to, by the kiosk's own user alone, and that one is not root."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.health.check import Check, Level
from kiosk.health.disk import nearest
from kiosk.health.texts import said


def checks(library: Path) -> Iterator[Check]:
    """Nothing but findings, or one that all is well."""
    found = list(_findings(library))
    yield from found or [Check("permissions", Level.GOOD, said("health.permissions.good"))]


def _findings(library: Path) -> Iterator[Check]:
    if not os.access(nearest(library), os.W_OK):
        value = said("health.permissions.locked", folder=library)
        yield Check("permissions", Level.BROKEN, value, said("health.permissions.locked_do"))
    if sys.platform == "win32":
        return
    if os.geteuid() == 0:
        yield Check(
            "permissions",
            Level.ATTENTION,
            said("health.permissions.root"),
            said("health.permissions.root_do"),
        )
    if open_to_all := sorted(path.name for path in _own(library) if path.stat().st_mode & stat.S_IWOTH):
        value = said("health.permissions.open", names=", ".join(open_to_all))
        yield Check("permissions", Level.ATTENTION, value, said("health.permissions.open_do", folder=library))


def _own(library: Path) -> list[Path]:
    """The library's folder and what lies directly in it."""
    return [library, *library.iterdir()] if library.is_dir() else []
