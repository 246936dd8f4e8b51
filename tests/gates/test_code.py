"""Static analysis finds nothing: format, lint, types, layers, dependencies, dead code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(sys.executable).parent

TOOLS = {
    "format": ("ruff", "format", "--check", "--quiet", "--diff", "."),
    "lint": ("ruff", "check", "--quiet", "."),
    "types": ("mypy", "--no-error-summary", "kiosk"),
    "layers": ("lint-imports",),
    "dependencies": ("deptry", "--no-ansi", "kiosk"),
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tool_finds_nothing(tool: str, checkout: Path) -> None:
    name, *options = TOOLS[tool]
    found = subprocess.run([SCRIPTS / name, *options], cwd=checkout, capture_output=True, text=True)
    assert found.returncode == 0, f"\n{found.stdout}{found.stderr}"


USED_ELSEWHERE = re.compile(
    r"kiosk/(viewmodels|images|base/model|typesetting/(paper|sheet)|flyers/order|app/qt_imports)"
)
"""Modules whose names are used by QML, Qt, templates or the import system, which vulture cannot see."""


def test_no_code_is_dead(checkout: Path) -> None:
    found = subprocess.run([SCRIPTS / "vulture"], cwd=checkout, capture_output=True, text=True)
    assert found.stderr == ""
    assert [line for line in found.stdout.splitlines() if not USED_ELSEWHERE.match(line)] == []
