"""Limits access to the share to one process, with a deadline, and owns the folder for copies."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.sentence_ids import SentenceId
from kiosk.library.library_paths import LibraryPaths
from kiosk.sources.child_module import run_module
from kiosk.sources.read_deadline import ReadDeadline
from kiosk.sources.source_errors import source_errors
from kiosk.store import writer_lock
from kiosk.store.storage_errors import storage_errors

FOLDER_DEADLINE = 10.0
"""Seconds the share has to make the folder for receipts."""
LOOK_PATIENCE = 3.0
"""Seconds to wait for an earlier look: on a busy machine its process ends a little after its answer."""
OnShareTimeout = Callable[[KioskError], object]
"""Called from another thread with the reason to give up, as `ReadDeadline`: must end this process."""


@contextmanager
def lock_incoming(folder: Path, patience: float = LOOK_PATIENCE) -> Iterator[Path]:
    """Lock the folder for packs being copied to the library `folder`, and yield it empty.

    KioskError 'sources.stuck' when another process still waits for a share after `patience` seconds.
    """
    incoming = LibraryPaths(folder.absolute()).incoming
    with storage_errors():
        incoming.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        try:
            stack.enter_context(writer_lock.hold_writer_lock(incoming, patience))
        except KioskError as error:
            raise KioskError("sources.stuck") if error.code == "library.busy" else error from error
        remove_partial_copies(incoming)
        yield incoming


def remove_partial_copies(incoming: Path) -> None:
    """Remove copies that a killed process has left."""
    with storage_errors():
        for file in incoming.glob("*.kpack*"):
            file.unlink(missing_ok=True)


def share_deadline(incoming: Path, share: Path, on_timeout: OnShareTimeout) -> ReadDeadline:
    """Return a deadline for reading from `share` into the folder `incoming`."""

    def give_up(code: SentenceId) -> None:
        remove_partial_copies(incoming)
        on_timeout(KioskError(code, path=share))

    return ReadDeadline(give_up)


def wait_for_share(
    folder: Path, share: Path, on_timeout: OnShareTimeout, receipts: Path | None = None
) -> None:
    """Wait until `share` answers; KioskErrors of `lock_incoming` and `source_errors`.

    The folder `receipts` on it is made, if it can be: the sandbox may only write to a folder that exists.
    """
    with (
        lock_incoming(folder) as incoming,
        share_deadline(incoming, share, on_timeout),
        source_errors("share", share),
    ):
        share.stat()
        if receipts and not os.path.lexists(receipts):
            _make_folder(receipts, share)


def _make_folder(receipts: Path, share: Path) -> None:
    """Make the folder in a child process: what reads the share here could hang in the kernel (ADR 10)."""
    try:
        run_module("kiosk.receipts.make_folder", receipts, deadline=FOLDER_DEADLINE)
    except subprocess.TimeoutExpired:
        raise KioskError("sources.share_silent", path=share) from None
