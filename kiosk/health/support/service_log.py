"""Reads the newest lines that the kiosk's unit has written to the journal of systemd (journalctl(1))."""

import os
import subprocess

from kiosk.base.errors import KioskError
from kiosk.base.subprocesses import communicate

UNIT = "corner-kiosk"
MAX_LINES = 3000
DEADLINE = 10.0
"""Seconds that the journal may take to answer."""


def read_service_log() -> str:
    """The lines, the oldest first. KioskError 'support.no_log' where there are none for this user."""
    command = ("journalctl", "--unit", UNIT, "--lines", str(MAX_LINES), "--output", "short-iso")
    options = ("--no-pager", "--no-hostname", "--quiet")
    try:
        child = subprocess.Popen(
            [*command, *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env=os.environ | {"LC_ALL": "C"},
        )
    except OSError as error:
        raise KioskError("support.no_log") from error
    with child:
        try:
            lines, _ = communicate(child, DEADLINE)
        except subprocess.TimeoutExpired as error:
            child.kill()
            raise KioskError("support.no_log") from error
        except BaseException:
            child.kill()
            raise
    if child.returncode or not lines.strip():
        raise KioskError("support.no_log")
    return lines
