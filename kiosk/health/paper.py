"""The doctor's page as a file, or on paper."""

import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.errors import KioskError

PRINT = ("lp", "-o", "media=A4", "-")
"""Prints its standard input on the usual printer (https://www.cups.org/doc/man-lp.html)."""
DEADLINE = 20.0
"""Seconds CUPS has for taking the page."""


def save(page: bytes, file: Path) -> None:
    """Write the page durably; KioskError 'health.sheet.unwritable', and then there is no such file."""
    try:
        with file.open("wb") as stream:
            stream.write(page)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        with suppress(OSError):
            file.unlink()
        raise KioskError("health.sheet.unwritable", path=file, reason=error.strerror) from error


def send(page: bytes, command: Sequence[str] = PRINT, deadline: float = DEADLINE) -> None:
    """Hand the page to the printer; KioskError 'health.sheet.unprinted'."""
    try:
        subprocess.run(command, input=page, capture_output=True, timeout=deadline, check=True)
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip() or str(error.returncode)
        raise KioskError("health.sheet.unprinted", reason=reason) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise KioskError("health.sheet.unprinted", reason="CUPS") from error
