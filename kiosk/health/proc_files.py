"""What Linux tells of the machine in files."""

from pathlib import Path


def read_proc_file(file: Path) -> str:
    """What the system says there; '' where it says nothing, as on other systems."""
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
