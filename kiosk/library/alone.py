"""At most one process waits for a share: one that hangs there cannot be ended, and shall not be followed."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.store import lock


@contextmanager
def alone(incoming: Path) -> Iterator[None]:
    """Hold what only one process may hold that waits for a share, and clear away what others left.

    KioskError 'sources.stuck' while another holds it, even one that can no longer be ended.
    """
    incoming.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        try:
            stack.enter_context(lock.exclusive(incoming))
        except KioskError as error:
            raise KioskError("sources.stuck") if error.code == "library.busy" else error from error
        clear(incoming)
        yield


def clear(incoming: Path) -> None:
    """Remove whatever was being copied from a share."""
    for file in incoming.glob("*.kpack*"):
        file.unlink(missing_ok=True)
