"""A sheet of an event that is cancelled, moved, full or on again says that, and nothing else."""

from pathlib import Path

import pytest

from kiosk.base.model import Status
from kiosk.flyers.order import FlyerKind
from tests.flyer_kit import context_of
from tests.unit.flyers.sheets_on_wall import SINGLE_OCCURRENCE, alter, find_reasons, hang_sheets
from tests.unit.store.sample import NOW


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (Status.CANCELLED, Status.SCHEDULED, ["on_again"]),
        (Status.FULL, Status.SCHEDULED, ["places_again"]),
        (Status.FULL, Status.CANCELLED, ["cancelled"]),
        (Status.CANCELLED, Status.FULL, ["full"]),
        (Status.MOVED, Status.CANCELLED, ["cancelled"]),
        (Status.MOVED, Status.SCHEDULED, ["when"]),
    ],
)
@pytest.mark.parametrize("languages", [("en",), ("kk", "ru")])
def test_k07_a_change_of_status_is_the_one_true_reason(
    tmp_path: Path, before: Status, after: Status, wanted: list[str], languages: tuple[str, ...]
) -> None:
    context = context_of(alter(SINGLE_OCCURRENCE, status=before), library=tmp_path)
    hang_sheets(context, FlyerKind.EVENT, "code", languages=languages)
    changed = context_of(alter(SINGLE_OCCURRENCE, status=after), library=tmp_path, now=NOW + 60)
    assert [reason for reason in find_reasons(changed) if reason != "code"] == wanted
