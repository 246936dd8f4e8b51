"""Shows the progress of a command on the terminal it was typed on."""

import sys

from kiosk.base.output import print_status
from kiosk.base.progress import Progress
from kiosk.i18n.translator import system_language, translator


def show_progress(progress: Progress) -> None:
    """Write the step and its percentage on one line that is overwritten."""
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
