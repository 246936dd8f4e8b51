"""Removes from an installed PySide6 what qt-kept.txt does not name: `prune_qt.py FOLDER LIST`.

Libraries are kept when something that is kept needs them, by their ELF headers (DT_NEEDED, read by readelf).
"""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
LEFT_OUT = (".qmltypes", ".pyi")
"""What only tools of developers read."""


def main(folder: Path, kept_list: Path) -> None:
    """Prune `folder`, that of PySide6; ends with an error when a pattern of `kept_list` fits nothing."""
    kept: set[Path] = set()
    for pattern in _patterns(kept_list):
        found = {file for file in folder.glob(pattern) if not file.is_dir() and file.suffix not in LEFT_OUT}
        if not found:
            sys.exit(f"{kept_list}: nothing fits {pattern}")
        kept |= found
    kept |= _libraries(kept, _own_libraries(folder))
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_dir() and path not in kept:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _patterns(kept_list: Path) -> list[str]:
    lines = kept_list.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _own_libraries(folder: Path) -> dict[str, Path]:
    return {file.name: file for place in (folder, folder / "Qt/lib") for file in place.glob("lib*.so*")}


def _libraries(files: Iterable[Path], own: dict[str, Path]) -> set[Path]:
    """Those of the `own` libraries that the files need, directly or through each other."""
    found: set[Path] = set()
    waiting = [file for file in files if ".so" in file.name]
    while waiting:
        headers = subprocess.run(
            ["readelf", "--dynamic", "--wide", *waiting], check=True, capture_output=True, text=True
        ).stdout
        needed = {own[name] for name in NEEDED.findall(headers) if name in own}
        waiting = list(needed - found)
        found |= needed
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
