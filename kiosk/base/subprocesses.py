"""Waits for another program, which a request to end interrupts."""

import subprocess
import time

from kiosk.base import cancellation

POLL_SECONDS = 0.1
"""Seconds between two safe points."""


def communicate(child: "subprocess.Popen[str]", timeout: float) -> tuple[str, str]:
    """Wait until `child` has ended; its output and its errors, '' for what is no pipe.

    Raises subprocess.TimeoutExpired after `timeout` seconds, and what `cancellation.check` raises; the caller
    then ends the child.
    """
    end = time.monotonic() + timeout
    while True:
        cancellation.check()
        left = max(end - time.monotonic(), 0.0)
        try:
            output, errors = child.communicate(timeout=min(left, POLL_SECONDS))
        except subprocess.TimeoutExpired:
            if left <= POLL_SECONDS:
                raise
        else:
            cancellation.check()  # a Ctrl+C in the terminal ends the child too
            return output or "", errors or ""
