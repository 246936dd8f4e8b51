"""Sheets that hang since an earlier program, and lists without codes, are compared by what they print."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.flyer_records import sheet_content
from kiosk.flyers.make_flyers import build_sheets
from kiosk.flyers.order import FlyerKind, Order
from kiosk.flyers.outdated import find_outdated
from kiosk.store.flyer_log import PRINTED, FlyerLog, JobRow, SheetRow
from tests.flyer_kit import context_at
from tests.screen_kit import copy_library
from tests.unit.flyers.sheets_on_wall import hang_sheets

SUBJECTS = {
    FlyerKind.MONTH: "2016-04-01",
    FlyerKind.WEEK: "2016-04-04",
    FlyerKind.THEME: "friendship",
    FlyerKind.EVENT: "techforum",
    FlyerKind.TEAR_OFF: "techforum",
}
"""Of the demo programme after its April update."""


def hang_earlier_sheet(context: FlyerContext, order: Order, changed_line: str = "") -> None:
    """Log a sheet as printed in the form of the first program; `changed_line` replaces one line of a list."""
    (sheet,) = build_sheets(context, order, 1)
    content = sheet_content(sheet)
    sections: Any = content["sections"]
    for section in sections:
        del section["day"], section["weekdays"]
        for row in section["rows"]:
            pairs = zip(row.pop("times"), row.pop("places"), strict=True)
            row["lines"] = [changed_line or " · ".join(filter(None, pair)) for pair in pairs]
    job = JobRow("0" * 64, context.now, 1, order.kind, order.languages, order.paper, order.ink)
    with FlyerLog(context.paths.flyers) as log:
        log.add_job(job, [SheetRow(1, sheet.subject, content)])
        log.record_hand_out(job.sha256, PRINTED)


@pytest.mark.parametrize("kind", SUBJECTS)
def test_sheets_of_an_earlier_program_are_not_outdated(april: Path, tmp_path: Path, kind: FlyerKind) -> None:
    context = context_at(copy_library(april, tmp_path / "library"), "2016-04-04T10:00")
    hang_earlier_sheet(context, Order(kind, (SUBJECTS[kind],), ("kk", "ru")))
    assert find_outdated(context) == []


def test_a_list_of_an_earlier_program_is_outdated_when_an_hour_differs(april: Path, tmp_path: Path) -> None:
    context = context_at(copy_library(april, tmp_path / "library"), "2016-04-04T10:00")
    order = Order(FlyerKind.MONTH, (SUBJECTS[FlyerKind.MONTH],), ("kk", "ru"))
    hang_earlier_sheet(context, order, "12:00–14:00 · Алматы")
    assert [list(map(str, found.reasons)) for found in find_outdated(context)] == [["list"]]


def test_a_long_month_has_no_codes_and_is_up_to_date(corner_month: Path, tmp_path: Path) -> None:
    context = context_at(copy_library(corner_month, tmp_path / "library"))
    hang_sheets(context, FlyerKind.MONTH, "2016-04-01", languages=("kk", "ru", "en"))
    with FlyerLog(context.paths.flyers) as log:
        ((sheet, _),) = log.sheets_on_wall()
    rows = [row for section in sheet.content["sections"] for row in section["rows"]]
    assert len(rows) > 30 and not any(row["code"] for row in rows)
    assert find_outdated(context) == []
