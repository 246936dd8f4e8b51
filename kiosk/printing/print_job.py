"""What is to be printed, and how far that is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

PaperName = Literal["A5", "A4", "A3", "Letter"]


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A finished PDF for the printer of that name, '' for the usual one."""

    file: Path
    title: str
    printer: str = ""
    copies: int = 1
    paper: PaperName = "A4"
    grey: bool = False
    two_sided: bool = False


class PrintProgress(NamedTuple):
    """How far a job is: `step` is 'send' or 'print', the numbers are pages, 0 where nobody knows."""

    step: str
    done: int = 0
    total: int = 0


Report = Callable[[PrintProgress], None]
"""Who wants to hear of it; may raise KeyboardInterrupt, and then the job is taken back."""


def ignore_progress(_: PrintProgress) -> None:
    """Report to nobody."""
