"""Progress of long operations, reported to a callback."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, Protocol, TypeVar


class HasLength(Protocol):
    """An item with a `length` in bytes."""

    @property
    def length(self) -> int:
        """Bytes."""


Item = TypeVar("Item", bound=HasLength)


InstallStep = Literal["fetch", "verify", "copy", "check", "finish"]
"""A step of an installation; 'fetch' is from a share."""
FlyerStep = Literal["typeset", "proof", "send", "print"]
"""A step of making a flyer, and of printing it."""
Step = InstallStep | FlyerStep


class Progress(NamedTuple):
    """The progress of one step: of an installation in bytes, of a flyer in sheets or pages.

    Numbers are 0 where unknown.
    """

    step: Step
    done: int
    total: int


ProgressCallback = Callable[[Progress], None]
"""Receives each report; it is never called once the pack is installed."""


def ignore_progress(_: Progress) -> None:
    """Discard the report."""


def track_progress(
    report: ProgressCallback, step: Step, items: Sequence[Item]
) -> Iterator[tuple[Item, Callable[[int], None]]]:
    """Yield each item with a function that takes how many of its bytes are done; report the total so far."""
    done, total = 0, sum(item.length for item in items)

    def report_bytes(item_done: int) -> None:
        report(Progress(step, done + item_done, total))

    for item in items:
        report_bytes(0)
        yield item, report_bytes
        done += item.length
    report(Progress(step, total, total))
