"""More than a pack may hold is told with the limit and the place where it is passed."""

from pathlib import Path

import pytest

from kiosk.authoring.building.build_pack import check_source
from kiosk.authoring.source import limit_checks
from kiosk.base import limits
from tests.source_builder import THEMES_TOML, find_problems, problem_places, write_source


def test_too_many_themes_are_told_at_the_first_beyond_the_limit(tmp_path: Path) -> None:
    more = (THEMES_TOML.replace("innovation", f"theme-{n}") for n in range(108))
    themes = "\n".join([THEMES_TOML, *more])
    found = [one for one in find_problems(write_source(tmp_path, {"themes.toml": themes})) if one.is_error]
    assert [(one.code, one.field) for one in found] == [("themes_many", f"theme-{limits.THEMES - 1}")]
    assert found[0].detail == {"count": 109, "most": 64}


@pytest.mark.parametrize(
    ("name", "table", "code"),
    [
        ("MAX_ROWS_PER_EVENT", {"occurrence": 1}, ("events/full.toml", 0, "", "dates_many")),
        ("MAX_ROWS", {"occurrence": 2}, ("events", 0, "", "rows_many")),
        ("MAX_ROWS", {"hashtag": 1}, ("events", 0, "", "rows_many")),
    ],
)
def test_too_many_rows_are_told(
    name: str,
    table: dict[str, int],
    code: tuple[str, int, str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limit_checks, name, {**getattr(limit_checks, name), **table})
    assert problem_places(write_source(tmp_path)) == [code]


def test_a_source_within_the_limits_is_sound(tmp_path: Path) -> None:
    assert check_source(write_source(tmp_path)).warnings == ()
