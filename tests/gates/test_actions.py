"""docs/actions.md has every action of the view-models, by every outcome, with tests that exist."""

import ast
import re
from pathlib import Path

OUTCOMES = 10


def page(checkout: Path) -> str:
    return (checkout / "docs/actions.md").read_text("utf-8")


def rows(checkout: Path) -> list[list[str]]:
    """The cells of each row of the table, the action first."""
    table = [line.split("|")[1:-1] for line in page(checkout).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in table if "`" in row[0]]


def slots(checkout: Path) -> set[str]:
    """The slots of view-models that QML calls, as 'Class.method'."""
    qml = "\n".join(file.read_text("utf-8") for file in (checkout / "kiosk/qml").rglob("*.qml"))
    called = set(re.findall(r"\.(\w+)\(", qml))
    return {
        f"{model.name}.{method.name}"
        for file in (checkout / "kiosk/viewmodels").rglob("*.py")
        for model in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(model, ast.ClassDef)
        for method in model.body
        if isinstance(method, ast.FunctionDef)
        and method.name in called
        and any(ast.unparse(decorator).startswith("Slot(") for decorator in method.decorator_list)
    }


def test_every_action_is_in_the_table(checkout: Path) -> None:
    found = slots(checkout)
    assert {"PacksPage.install", "TrayPage.toggle"} <= found
    assert set(re.findall(r"`([A-Z]\w+\.\w+)`", page(checkout))) == found


def test_every_cell_names_a_test_or_a_reason(checkout: Path) -> None:
    reasons = set(re.findall(r"^- (\w): ", page(checkout), re.MULTILINE))
    tests = set(re.findall(r"^(\d+)\. `test_", page(checkout), re.MULTILINE))
    cells = [cell for row in rows(checkout) for cell in row[1:]]
    assert all(len(row) == OUTCOMES + 1 for row in rows(checkout))
    assert set(cells) == reasons | tests


def test_every_named_test_exists(checkout: Path) -> None:
    named = re.findall(r"^\d+\. `(test_\w+)` in `([\w/.]+)`$", page(checkout), re.MULTILINE)
    assert len(named) > 40
    missing = [
        name for name, file in named if f"def {name}(" not in (checkout / "tests" / file).read_text("utf-8")
    ]
    assert missing == []
