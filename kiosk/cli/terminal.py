"""Shows the progress of a command on the terminal it was typed on."""

import sys

from kiosk.base.output import print_status
from kiosk.base.progress import Progress
from kiosk.i18n.translator import system_language, translator


def show_progress(progress: Progress) -> None:
    """Write the step and its percentage on one line that is overwritten."""
    if sys.stderr.isatty():
        percent = 100 * progress.done // max(progress.total, 1)
        line = translator(system_language()).text(f"library.step.{progress.step}", percent=percent)
        print_status(line)
