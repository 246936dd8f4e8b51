"""Who may do what: the kiosk writes to its library, nobody else reads its secrets, and it is not root."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.health.check_result import Check, Level
from kiosk.health.checks.disk import nearest
from kiosk.health.multilingual import said
from kiosk.library.library_paths import LibraryPaths
from kiosk.receipts.kiosk_key import KEY


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
        root = said("health.permissions.root")
        yield Check("permissions", Level.ATTENTION, root, said("health.permissions.root_do"))
    if names := ", ".join(sorted(path.name for path in _open(library))):
        value = said("health.permissions.open", names=names)
        remedy = said("health.permissions.open_do", folder=library)
        yield Check("permissions", Level.ATTENTION, value, remedy)


def _open(library: Path) -> Iterator[Path]:
    """What others may write, and secrets they may read: the hash of the PIN and the kiosk's own key."""
    if not library.is_dir() or not all(_mode(folder) & stat.S_IXOTH for folder in library.absolute().parents):
        return
    if _mode(library) & stat.S_IWOTH:
        yield library
    if not _mode(library) & stat.S_IXOTH:
        return
    places = LibraryPaths(library)
    secrets = [places.state, places.receipts / KEY]
    for path in [*library.iterdir(), places.receipts / KEY]:
        if path.exists() and _mode(path) & (stat.S_IWOTH | (stat.S_IROTH if path in secrets else 0)):
            yield path


def _mode(path: Path) -> int:
    return path.stat().st_mode
