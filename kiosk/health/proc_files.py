"""Reads files of /proc."""

from pathlib import Path


def read_proc_file(file: Path) -> str:
    """The text of `file`; '' when it cannot be read, as on systems other than Linux."""
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
