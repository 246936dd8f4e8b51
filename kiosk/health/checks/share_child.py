"""Reads the share once, as a child process: `python -m kiosk.health.checks.share_child LIBRARY SHARE`.

Prints the state of the share and the number of packs: 'good 2', or 'locked 2' where no receipt can be
written. Takes the same lock as `kiosk pull`.
"""

import os
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
                stack.enter_context(lock_incoming(library, patience=0))
        except KioskError as error:
            if error.code == "sources.stuck":
                return "busy 0"
        try:
            with source_errors("share", share):
                packs = len(list_packs(share).files)
                if not packs and not any(share.iterdir()):
                    return "empty 0"
                return f"{'good' if takes_receipts(share) else 'locked'} {packs}"
        except KioskError as error:
            return f"{error.code.removeprefix('sources.share_')} 0"


def takes_receipts(share: Path) -> bool:
    """Whether receipts can be written to the share, or their folder be made."""
    folder = share / "receipts"
    if folder.is_symlink():
        return False
    return os.access(folder if folder.exists() else share, os.W_OK | os.X_OK)


if __name__ == "__main__":
    print_lines(main(*map(Path, sys.argv[1:])))
