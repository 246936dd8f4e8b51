"""Runs clean-up code to its end when it is interrupted."""

from collections.abc import Callable


def finish_cleanup(clean_up: Callable[[], None]) -> None:
    """Call `clean_up`, which can be called twice; a KeyboardInterrupt during it is raised at its end.

    `ProgressWriter` raises KeyboardInterrupt once, so that the second call is not interrupted.
    """
    try:
        clean_up()
    except KeyboardInterrupt:
        clean_up()
        raise
