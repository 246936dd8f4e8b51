"""docs/faults.md names exactly the tests of fault rows that exist."""

import re
from pathlib import Path

ROW = re.compile(r"def (test_[a-k]\d{1,2}_\w+)")


def test_every_row_has_its_tests_and_every_test_its_row(checkout: Path) -> None:
    documented = set(
        re.findall(r"`(test_\w+)` in `([\w/.]+)`", (checkout / "docs/faults.md").read_text("utf-8"))
    )
    existing = {
        (name, str(file.relative_to(checkout / "tests")))
        for file in (checkout / "tests").rglob("test_*.py")
        for name in ROW.findall(file.read_text("utf-8"))
    }
    assert sorted(documented - existing) == [], "rows that name a test that is not there"
    assert sorted(existing - documented) == [], "tests that no row names"
