"""Counts the open files of this process, so that a test can show that none is left open."""

import gc
from pathlib import Path


def count_open_files() -> int:
    """How many files this process has open (Linux), without those of objects that nothing refers to."""
    gc.collect()
    return len(list(Path("/proc/self/fd").iterdir()))
