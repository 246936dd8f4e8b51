"""How far something is that takes time, for whoever waits for it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kiosk.packs.contents import Target


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


def counted(
    report: Report, step: str, targets: Sequence[Target]
) -> Iterator[tuple[Target, Callable[[int], None]]]:
    """Each target, with what wants to hear how many of its bytes are done; all are once it is left."""
    done, total = 0, sum(target.length for target in targets)

    def hear(some: int) -> None:
        report(Progress(step, done + some, total))

    for target in targets:
        hear(0)
        yield target, hear
        done += target.length
    report(Progress(step, total, total))
