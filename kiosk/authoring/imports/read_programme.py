"""Reads the programme in a file of any known kind; what kind it is its content says, not its name."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from kiosk.authoring.imports.calendars.icalendar import read_icalendar
from kiosk.authoring.imports.found_event import FoundProgramme
from kiosk.authoring.imports.frab import read_frab_json, read_frab_xml
from kiosk.authoring.imports.json_lines import read_json
from kiosk.authoring.imports.schema_org.events import has_events, read_schema_json, read_schema_page
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.tables.table import Table
from kiosk.authoring.imports.tables.table_files import read_csv_table, read_json_table, read_workbook_table
from kiosk.authoring.imports.xml_lines import read_xml
from kiosk.authoring.source.problems import Problem, SourceProblems
from kiosk.authoring.workbook.reading.code_pages import decode

ReadTable = Callable[[Table], FoundProgramme]
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of xlsx and ods, and of xls, begin."""


def read_programme(subject: Subject, read_table: ReadTable) -> FoundProgramme:
    """The programme of a file; `read_table` reads that of a table. SourceProblems for an unknown kind."""
    try:
        if subject.data.startswith(_WORKBOOKS):
            return read_table(read_workbook_table(subject))
        if b"BEGIN:VCALENDAR" in subject.data[:1000].upper():
            return read_icalendar(subject)
        return _read_text(subject, decode(subject.data), read_table)
    except ValueError as error:
        raise SourceProblems([Problem("import_kind", subject.place())]) from error


def _read_text(subject: Subject, text: str, read_table: ReadTable) -> FoundProgramme:
    begin = text.lstrip()[:1000].lower()
    if begin.startswith(("<!doctype html", "<html")) or ("<html" in begin and begin.startswith("<")):
        return read_schema_page(subject, text)
    if begin.startswith("<"):
        root: Element = read_xml(subject.data)
        if root.tag != "schedule":
            return read_schema_page(subject, text)
        return read_frab_xml(subject, root)
    if begin.startswith(("[", "{")):
        return _read_json(subject, text, read_table)
    return read_table(read_csv_table(subject, text))


def _read_json(subject: Subject, text: str, read_table: ReadTable) -> FoundProgramme:
    tree = read_json(text)
    schedule = tree.get("schedule") if isinstance(tree, dict) else None
    if isinstance(schedule, dict) and "conference" in schedule:
        return read_frab_json(subject, schedule)
    if has_events(tree):
        return read_schema_json(subject, tree, text)
    return read_table(read_json_table(subject, tree))
