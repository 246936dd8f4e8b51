"""Makes workbooks: of a programme, or for a new one."""

from datetime import date

from kiosk.authoring.source.raw_source import RawSource
from kiosk.authoring.workbook.making.make_workbook import make_workbook
from kiosk.authoring.workbook.making.new_programme import new_programme_rows
from kiosk.authoring.workbook.making.programme_rows import programme_rows
from kiosk.authoring.workbook.names import Names


def programme_workbook(source: RawSource, language: str) -> bytes:
    """A workbook (XLSX) with all that the source says, for people who read `language`."""
    themes = {id: entry.data for id, entry in source.themes.items()}
    venues = {id: entry.data for id, entry in source.venues.items()}
    names = Names.of_tables(language, date.today(), themes, venues)
    return make_workbook(programme_rows(source, names), language)


def new_workbook(today: date, language: str) -> bytes:
    """A workbook to fill in, with an example row."""
    return make_workbook(new_programme_rows(today, language), language)
