"""How far something is that takes time, for whoever waits for it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar


class Measured(Protocol):
    """Something of a known `length` in bytes."""

    @property
    def length(self) -> int:
        """Bytes."""


Item = TypeVar("Item", bound=Measured)


class Progress(NamedTuple):
    """How far an installation is; the numbers are bytes.

    `step` is 'fetch' (from a share), 'verify', 'copy', 'check' or 'finish'.
    """

    step: str
    done: int
    total: int


Report = Callable[[Progress], None]
"""Who wants to hear of it; it is never called once the pack is installed."""


def unheard(_: Progress) -> None:
    """Report to nobody."""


def counted(report: Report, step: str, items: Sequence[Item]) -> Iterator[tuple[Item, Callable[[int], None]]]:
    """Yield each item with a function that takes how many of its bytes are done, and report the sum."""
    done, total = 0, sum(item.length for item in items)

    def hear(some: int) -> None:
        report(Progress(step, done + some, total))

    for item in items:
        hear(0)
        yield item, hear
        done += item.length
    report(Progress(step, total, total))
