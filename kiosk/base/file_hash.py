"""Hashes files of any size; a request to end is not kept waiting for a long one."""

import hashlib
from typing import IO

from kiosk.base import cancellation, limits


def hash_file(file: IO[bytes]) -> str:
    """The SHA-256, in hex, of all that follows in an open file; each MiB is a safe point."""
    digest = hashlib.sha256()
    while piece := file.read(limits.MIB):
        cancellation.check()
        digest.update(piece)
    return digest.hexdigest()
