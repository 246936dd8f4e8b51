"""Flyers look like their golden pictures (`make flyers` draws them anew)."""

from pathlib import Path

import pytest

from kiosk.base.paths import resources
from tests.appearance.flyers.pages import (
    FOLDER,
    NAMES,
    april_context,
    draw_pages,
    load_golden,
    max_difference,
)

TOLERANCE = 7.0
"""Of `max_difference`: fewer colours make up to 4, another shade of the covers 20, moved text 100."""


@pytest.mark.parametrize("name", NAMES)
def test_a_flyer_looks_as_before(april: Path, name: str) -> None:
    assert max_difference(draw_pages(april_context(april), name), load_golden(name)) < TOLERANCE


def test_there_is_a_picture_for_each_name_and_no_other() -> None:
    files = list(FOLDER.glob("*.png"))
    assert sorted(file.stem for file in files) == sorted(NAMES)
    assert sum(file.stat().st_size for file in files) < 2_000_000


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("parts.typ", "darken(38%)", "darken(10%)"),
        ("parts.typ", 'rgb("#0B1F3A")', 'rgb("#7A1F3A")'),
        ("event-parts.typ", "let margin = 14 * unit", "let margin = 18 * unit"),
        ("event-parts.typ", "points(unit, 20, least", "points(unit, 16, least"),
    ],
)
def test_a_changed_template_is_noticed(
    april: Path, tmp_path: Path, file: str, before: str, after: str
) -> None:
    shipped = resources() / "flyers"
    written = (shipped / file).read_text("utf-8")
    assert before in written
    (tmp_path / file).write_text(written.replace(before, after), "utf-8")
    (tmp_path / "event.typ").write_text((shipped / "event.typ").read_text("utf-8"), "utf-8")
    apart = max_difference(
        draw_pages(april_context(april, flyer_templates=tmp_path), "event-kk"), load_golden("event-kk")
    )
    assert apart > 2 * TOLERANCE
