"""Checks that nobody else can read the kiosk's secrets or change its library, and that it is not root."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import translate
from kiosk.library.library_paths import LibraryPaths
from kiosk.receipts.kiosk_key import KEY_FILE


def check(library: Path) -> Iterator[Finding]:
    """The problems found, or one finding that all is well."""
    problems = list(_find_problems(library))
    yield from problems or [Finding("permissions", Level.GOOD, translate("health.permissions.good"))]


def _find_problems(library: Path) -> Iterator[Finding]:
    if sys.platform == "win32":
        return
    if os.geteuid() == 0:
        root = translate("health.permissions.root")
        yield Finding("permissions", Level.ATTENTION, root, translate("health.permissions.root_do"))
    if names := ", ".join(sorted(path.name for path in _exposed_paths(library))):
        value = translate("health.permissions.open", names=names)
        remedy = translate("health.permissions.open_do", folder=library)
        yield Finding("permissions", Level.ATTENTION, value, remedy)


def _exposed_paths(library: Path) -> Iterator[Path]:
    """Paths that other users may write, and secrets they may read: the PIN's hash and the kiosk's own key."""
    if not library.is_dir() or not all(_mode(folder) & stat.S_IXOTH for folder in library.absolute().parents):
        return
    if _mode(library) & stat.S_IWOTH:
        yield library
    if not _mode(library) & stat.S_IXOTH:
        return
    paths = LibraryPaths(library)
    secrets = [paths.state, paths.receipts / KEY_FILE]
    for path in [*library.iterdir(), paths.receipts / KEY_FILE]:
        if path.exists() and _mode(path) & (stat.S_IWOTH | (stat.S_IROTH if path in secrets else 0)):
            yield path


def _mode(path: Path) -> int:
    return path.stat().st_mode
