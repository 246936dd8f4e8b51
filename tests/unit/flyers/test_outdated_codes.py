"""Calendar codes on the wall are compared by what they say, not by their identifiers and revisions."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.base.model import Status
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.make_flyers import build_sheets
from kiosk.flyers.order import FlyerKind, Order
from kiosk.flyers.outdated import find_outdated
from kiosk.store.flyer_log import FILE_NAME
from kiosk.typesetting.paper import Paper
from tests.flyer_kit import context_of
from tests.unit.flyers.sheets_on_wall import SINGLE_OCCURRENCE, alter, find_reasons, hang_sheets
from tests.unit.store.sample import APRIL_9, NOW, when

ENTRY_ONLY = replace(SINGLE_OCCURRENCE, registration=None)
"""An event whose best code is a calendar entry."""


def under_pack(context: FlyerContext, **changes: Any) -> FlyerContext:
    """The same programme from another pack of the publisher."""
    packs = (replace(context.programme.packs[0], **changes),)
    return replace(context, programme=replace(context.programme, packs=packs))


@pytest.mark.parametrize(("kind", "subject"), [(FlyerKind.EVENT, "code"), (FlyerKind.WEEK, "2016-04-04")])
def test_a_newer_pack_alone_makes_no_calendar_code_outdated(
    tmp_path: Path, kind: FlyerKind, subject: str
) -> None:
    context = context_of(ENTRY_ONLY, library=tmp_path)
    hang_sheets(context, kind, subject)
    assert find_outdated(under_pack(context, version=9, signed_at=NOW)) == []
    moved = alter(ENTRY_ONLY, when=when("2016-04-10", "2016-04-10", "2016-04-10"), original=APRIL_9)
    wanted = ["when", "code"] if kind is FlyerKind.EVENT else ["list"]
    assert find_reasons(context_of(moved, library=tmp_path)) == wanted


@pytest.mark.parametrize(("kind", "subject"), [(FlyerKind.EVENT, "code"), (FlyerKind.WEEK, "2016-04-04")])
def test_a_sheet_with_the_identifier_of_an_earlier_program_is_not_outdated(
    tmp_path: Path, kind: FlyerKind, subject: str
) -> None:
    context = context_of(ENTRY_ONLY, library=tmp_path)
    hang_sheets(context, kind, subject)
    with closing(sqlite3.connect(context.paths.flyers / FILE_NAME)) as log:
        (said,) = log.execute("SELECT said FROM sheet").fetchone()
        earlier = re.sub(r"DTSTAMP:.*?SEQUENCE:1", "UID:code", said)
        assert "UID:code" in earlier and "DTSTAMP" not in earlier
        log.execute("UPDATE sheet SET said = ?", (earlier,))
        log.commit()
    assert find_outdated(context) == []


def test_a_sheet_of_a_cancelled_date_has_the_code_that_corrects_calendars(tmp_path: Path) -> None:
    cancelled = alter(SINGLE_OCCURRENCE, status=Status.CANCELLED)
    context = context_of(cancelled, library=tmp_path)
    hang_sheets(context, FlyerKind.EVENT, "code")
    assert find_outdated(context) == []
    (sheet,) = build_sheets(context, Order(FlyerKind.EVENT, ("code",), ("en",), Paper.A4), 1)
    assert sheet.code and "STATUS:CANCELLED" in sheet.code.payload
    assert sheet.said[0].take == "Cancelled: correct your calendar"
