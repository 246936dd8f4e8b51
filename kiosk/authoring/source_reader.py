"""Reads a source of any form: a folder of TOML, a workbook, a CSV file."""

from pathlib import Path

from kiosk.authoring.said_focus import apply_said_focus
from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.raw_source import RawSource

_WORKBOOKS = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"))


def is_source(subject: Path) -> bool:
    """Whether `subject` is something that `read_source` reads: a folder, or a file by the end of its name."""
    return subject.is_dir() or is_workbook(subject)


def is_workbook(subject: Path) -> bool:
    """Whether `subject` is the name of a workbook or of a CSV file."""
    return subject.suffix.lower() in _WORKBOOKS and not subject.is_dir()


def read_source(subject: Path, beside: Path | None = None) -> RawSource:
    """The unchecked tables of `subject`, and the problems of reading it.

    What a workbook says nothing of comes from the source folder `beside`, or from that in which it lies.
    """
    if is_workbook(subject):
        from kiosk.authoring.workbook.reading.read_workbook import read_workbook

        source = read_workbook(subject, beside)
    else:
        source = read_source_folder(subject)
    apply_said_focus(source, subject)
    return source
