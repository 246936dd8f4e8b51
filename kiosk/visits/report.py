"""Visit counts as people read them on a terminal, and as plain values."""

from collections.abc import Iterator

from kiosk.i18n.translator import translator
from kiosk.visits.statistics import Figures, Step
from kiosk.visits.tables import COLUMNS, Table, Titles, heading, tables


def described(found: Figures, names: Titles) -> dict[str, object]:
    """All numbers, as `--json` prints them."""
    days = [
        {"day": day} | {what: numbers[what] for what in COLUMNS}
        for day, numbers in found.by(Step.DAY).items()
    ]
    events = [
        {"id": one.id, "title": dict(names.get(one.id, {})), "views": one.views, "codes": one.codes}
        for one in found.events()
    ]
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "total": {what: found.total(what) for what in COLUMNS},
        "days": days,
        "events": events,
        "languages": dict(found.languages()),
    }


def lines(found: Figures, names: Titles, language: str) -> Iterator[str]:
    """The tables in which there is something, and what is not kept."""
    yield heading(found, language)
    for table in tables(found, names, language, [Step.fitting(found.first, found.last)]):
        if table.rows:
            yield ""
            yield from _aligned(table)
    yield ""
    yield translator(language).text("visits.privacy")


def _aligned(table: Table) -> Iterator[str]:
    rows = [[str(cell) for cell in row] for row in (table.head, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *numbers in rows:
        cells = [number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True)]
        yield "  ".join([name.ljust(widths[0]), *cells])
