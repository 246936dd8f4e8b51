"""A PDF to be printed, and how."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

PaperName = Literal["A5", "A4", "A3", "Letter"]


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A finished PDF for the printer with this name, '' for the default one."""

    file: Path
    title: str
    printer: str = ""
    copies: int = 1
    paper: PaperName = "A4"
    grey: bool = False
    two_sided: bool = False
