"""All checks together: none is left out, the worst finding is first, and no error ends the run."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.base.settings import Settings, load_file
from kiosk.health.finding import Level
from kiosk.health.run_checks import HealthReport, run_checks
from tests.health_kit import describe
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import SIGNED_AT
from tests.unprivileged import run_unprivileged

ALWAYS = {
    "clock", "content", "crashes", "disk", "fonts", "permissions", "printer", "program", "share", "speakers",
    "touch", "trust", "video", "zone",
}  # fmt: skip


def ids(found: HealthReport) -> set[str]:
    for finding in found.findings:
        describe(finding)
    return {finding.id for finding in found.findings}


def test_all_checks_run_without_a_library(tmp_path: Path) -> None:
    found = run_checks(Settings(library=tmp_path / "no"))
    assert ids(found) >= ALWAYS
    assert [finding.level.rank for finding in found.findings] == sorted(
        finding.level.rank for finding in found.findings
    )
    assert (found.level, found.findings[0].id, found.log) == (Level.BROKEN, "content", ())
    assert list(tmp_path.iterdir()) == []


def test_all_checks_run_at_any_time(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    for now, level in ((0, "broken"), (SIGNED_AT, "broken"), (4102444800, "attention")):
        found = run_checks(Settings(library=kit.folder), now=now, size="1920x1080")
        assert ids(found) >= ALWAYS | {"damage", "freshness"}
        assert {finding.id: finding.level for finding in found.findings}["clock"] == level
    assert len(found.log) == 2


@pytest.mark.parametrize(("library", "level"), [(None, "broken"), ("library", "attention")])
def test_j07_faults_of_the_settings_are_a_finding(library: str | None, level: str, tmp_path: Path) -> None:
    file = load_file(tmp_path / "kiosk.toml", tmp_path / library if library else None)
    found = run_checks(file.settings, file=file)
    (finding,) = (finding for finding in found.findings if finding.id == "settings")
    assert describe(finding).startswith(f"{level}: The settings file {tmp_path / 'kiosk.toml'} has to be")
    assert "cannot be read (no such file" in finding.value["en"]
    assert (str(file.settings.library) in finding.remedy["en"]) is (library is None)


def test_share_is_checked(tmp_path: Path) -> None:
    settings = replace(Settings(library=tmp_path), share=tmp_path / "gone")
    (finding,) = (finding for finding in run_checks(settings).findings if finding.id == "share")
    assert describe(finding) == f"attention: {tmp_path / 'gone'} is not there."


@pytest.mark.parametrize("library", ["closed", "closed/library"])
def test_library_without_permission_is_reported(tmp_path: Path, library: str) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    ask = """import sys, pathlib
from kiosk.health.run_checks import run_checks
from kiosk.base.settings import Settings
report = run_checks(Settings(library=pathlib.Path(sys.argv[1])))
for finding in report.findings: print(finding.level, finding.id)"""
    lines = run_unprivileged(ask, tmp_path / library).splitlines()
    assert {"broken read_only", "broken disk"} & set(lines)
    assert "broken content" in lines
