"""Reads the share once, as a child process: `python -m kiosk.health.checks.share_child LIBRARY SHARE`.

Prints the state of the share and the number of packs: 'good 2'. Takes the same lock as `kiosk pull`.
"""

import sys
from contextlib import ExitStack
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.output import print_lines
from kiosk.delivery.share_access import lock_incoming
from kiosk.sources.pack_listing import list_packs
from kiosk.sources.source_errors import source_errors
from kiosk.store.storage_errors import storage_errors


def main(library: Path, share: Path) -> str:
    """The line to print."""
    with ExitStack() as stack:
        try:
            if library.is_dir():
                stack.enter_context(storage_errors())
                stack.enter_context(lock_incoming(library))
        except KioskError as error:
            if error.code == "sources.stuck":
                return "busy 0"
        try:
            with source_errors("share", share):
                packs = len(list_packs(share).files)
                return f"good {packs}" if packs or any(share.iterdir()) else "empty 0"
        except KioskError as error:
            return f"{error.code.removeprefix('sources.share_')} 0"


if __name__ == "__main__":
    print_lines(main(*map(Path, sys.argv[1:])))
