"""Progress of long operations, reported to a callback."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar


class HasLength(Protocol):
    """An item with a `length` in bytes."""

    @property
    def length(self) -> int:
        """Bytes."""


Item = TypeVar("Item", bound=HasLength)


class Progress(NamedTuple):
    """The progress of one step: of an installation in bytes, of a flyer in sheets or pages; 0 where unknown.

    `step` is 'fetch' (from a share), 'verify', 'copy', 'check' or 'finish'; of a flyer 'typeset' or 'proof';
    of a print job 'send' or 'print'.
    """

    step: str
    done: int
    total: int


ProgressCallback = Callable[[Progress], None]
"""Receives each report; it is never called once the pack is installed."""


def ignore_progress(_: Progress) -> None:
    """Discard the report."""


def track_progress(
    report: ProgressCallback, step: str, items: Sequence[Item]
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
