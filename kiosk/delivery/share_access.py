"""The one process that may wait for a share, and the folder where it puts what it brings."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.library.library_paths import LibraryPaths
from kiosk.sources.read_deadline import ReadDeadline
from kiosk.sources.source_errors import source_errors
from kiosk.store import writer_lock
from kiosk.store.storage_errors import storage_errors

OnShareTimeout = Callable[[KioskError], object]
"""Is called from another thread with 'sources.slow' when the share is given up: has to end this process."""


@contextmanager
def lock_incoming(folder: Path) -> Iterator[Path]:
    """The folder for packs on their way into the library `folder`, empty, and nobody else's meanwhile.

    KioskError 'sources.stuck' while another process still waits for a share.
    """
    place = LibraryPaths(folder.absolute()).incoming
    with storage_errors():
        place.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        try:
            stack.enter_context(writer_lock.hold_writer_lock(place))
        except KioskError as error:
            raise KioskError("sources.stuck") if error.code == "library.busy" else error from error
        remove_partial_copies(place)
        yield place


def remove_partial_copies(place: Path) -> None:
    """Take away what a process has left that is no more."""
    with storage_errors():
        for file in place.glob("*.kpack*"):
            file.unlink(missing_ok=True)


def share_deadline(place: Path, share: Path, expired: OnShareTimeout) -> ReadDeadline:
    """A deadline for reading from `share` into the folder `place`."""

    def give_up() -> None:
        remove_partial_copies(place)
        expired(KioskError("sources.slow", path=share))

    return ReadDeadline(give_up)


def wait_for_share(folder: Path, share: Path, expired: OnShareTimeout) -> None:
    """Wait until `share` answers at all; KioskErrors of `incoming` and `source_errors`."""
    with lock_incoming(folder) as place, share_deadline(place, share, expired), source_errors("share", share):
        share.stat()
