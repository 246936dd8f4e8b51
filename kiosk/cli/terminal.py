"""Shows the progress of a command on the terminal it was typed on."""

import select
import sys

from kiosk.base import cancellation
from kiosk.base.output import print_status
from kiosk.base.progress import Progress
from kiosk.i18n.translator import system_language, translator

POLL_SECONDS = 0.1
"""Seconds between two safe points."""


def show_progress(progress: Progress) -> None:
    """Write the step and its percentage on one line that is overwritten; a safe point."""
    cancellation.check()
    if sys.stderr.isatty():
        percent = 100 * progress.done // max(progress.total, 1)
        text = translator(system_language()).text
        match progress.step:
            case "fetch":
                line = text("library.step.fetch", percent=percent)
            case "verify":
                line = text("library.step.verify")
            case "copy":
                line = text("library.step.copy", percent=percent)
            case "check":
                line = text("library.step.check", percent=percent)
            case "finish":
                line = text("library.step.finish")
            case "typeset" | "proof" | "send" | "print":
                return  # of a flyer, whose commands report their progress only to the screen
        print_status(line)


def wait_for_typing() -> None:
    """Wait until somebody has typed a line, if standard input is a terminal; a request to end ends this."""
    if sys.platform != "win32" and sys.stdin.isatty():
        while not select.select([sys.stdin], [], [], POLL_SECONDS)[0]:
            cancellation.check()
