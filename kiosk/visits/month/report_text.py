"""A monthly report as lines for a terminal, and as JSON values."""

from collections.abc import Iterator

from kiosk.i18n.translator import translator
from kiosk.library.json_values import error_to_json
from kiosk.visits.month.report import MonthReport, Total
from kiosk.visits.month.tables import heading, programme_table, theme_table, total_table, use_table
from kiosk.visits.report import align_columns


def report_to_json(report: MonthReport) -> dict[str, object]:
    """All figures, as `--json` prints them; a number that is not known is null."""
    programmes = [
        one._asdict() | {"title": dict(one.title), "theme_title": dict(one.theme_title)}
        for one in report.programmes
    ]
    themes = [{"id": one.theme, "title": dict(one.title)} | one.total._asdict() for one in report.themes()]
    return {
        "month": report.month,
        "first": report.first,
        "last": report.last,
        "corner": report.corner,
        "total": Total.of(report.programmes)._asdict(),
        "themes": themes,
        "programmes": programmes,
        "use": dict(report.use),
        "flyer_pages": report.flyer_pages,
        "notes": list(map(error_to_json, report.notes)),
    }


def report_lines(report: MonthReport, corner: str, language: str) -> Iterator[str]:
    """The heading, the notes, the tables that have rows, and what is counted."""
    sentences = translator(language)
    yield heading(report, corner, language)
    yield from map(sentences.error, report.notes)
    for make_table in (total_table, theme_table, programme_table, use_table):
        table = make_table(report, language)
        if table.rows:
            yield ""
            yield from align_columns(table)
    yield ""
    yield sentences.text("month.definition")
    yield sentences.text("month.privacy")
