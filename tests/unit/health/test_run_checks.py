"""All of it together: nothing is left out, the worst stands first, and no trouble ends it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.settings import Settings
from kiosk.health.check_result import Level
from kiosk.health.run_checks import Findings, examine
from tests.health_kit import told
from tests.library_kit import Kit, publishing
from tests.packs_builder import SIGNED_AT
from tests.unprivileged import unprivileged

ALWAYS = {
    "clock", "content", "disk", "fonts", "permissions", "printer", "program", "share", "speakers", "touch",
    "trust", "video", "zone",
}  # fmt: skip


def ids(found: Findings) -> set[str]:
    for check in found.checks:
        told(check)
    return {check.id for check in found.checks}


def test_an_empty_kiosk_is_told_of_whole(tmp_path: Path) -> None:
    found = examine(Settings(library=tmp_path / "no"))
    assert ids(found) >= ALWAYS
    assert [check.level.rank for check in found.checks] == sorted(check.level.rank for check in found.checks)
    assert (found.level, found.checks[0].id, found.log) == (Level.BROKEN, "content", ())
    assert list(tmp_path.iterdir()) == []


def test_a_kiosk_with_a_programme_is_told_of_at_any_time(tmp_path: Path) -> None:
    kit = Kit(tmp_path, publishing())
    kit.install(1)
    for now, level in ((0, "broken"), (SIGNED_AT, "broken"), (4102444800, "attention")):
        found = examine(Settings(library=kit.folder), now=now, size="1920x1080")
        assert ids(found) >= ALWAYS | {"damage", "freshness"}
        assert {check.id: check.level for check in found.checks}["clock"] == level
    assert len(found.log) == 2


def test_settings_that_cannot_be_read_are_one_finding_more(tmp_path: Path) -> None:
    problem = KioskError("settings.missing", file=tmp_path / "kiosk.toml", reason="No such file")
    found = examine(Settings(library=tmp_path), problem=problem)
    (check,) = (check for check in found.checks if check.id == "settings")
    assert told(check).startswith(f"broken: The settings file {tmp_path / 'kiosk.toml'} cannot be read")


def test_a_share_is_asked(tmp_path: Path) -> None:
    settings = replace(Settings(library=tmp_path), share=tmp_path / "gone")
    (check,) = (check for check in examine(settings).checks if check.id == "share")
    assert told(check) == f"attention: {tmp_path / 'gone'} is not there."


@pytest.mark.parametrize("library", ["closed", "closed/library"])
def test_a_library_behind_a_closed_door_is_told_of(tmp_path: Path, library: str) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    ask = """import sys, pathlib
from kiosk.health.run_checks import examine
from kiosk.base.settings import Settings
for check in examine(Settings(library=pathlib.Path(sys.argv[1]))).checks: print(check.level, check.id)"""
    said = unprivileged(ask, tmp_path / library).splitlines()
    assert "broken permissions" in said
    assert "broken content" in said
