"""qmllint, with the types of the view-models, and qmlformat find nothing in the QML files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from tests.gates.qml_types import tool, write_types

FILES = sorted(Path(__file__).parents[2].glob("kiosk/qml/**/*.qml"))


@pytest.fixture(scope="module")
def imports(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    types = tmp_path_factory.mktemp("types")
    write_types(checkout, types)
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.QmlImportsPath)
    return [part for path in (types, checkout, qt) for part in ("-I", str(path))]


def test_qmllint_finds_nothing(imports: list[str]) -> None:
    found = tool("qmllint", "--max-warnings", "0", *imports, *FILES)
    assert found.returncode == 0, f"\n{found.stdout}{found.stderr}"


def test_qmllint_knows_the_view_models(imports: list[str], tmp_path: Path) -> None:
    """Proves that the gate above can fail: qmllint finds a name that the Python class does not have."""
    wrong = tmp_path / "Wrong.qml"
    wrong.write_text(
        "import QtQml\nimport kiosk.viewmodels\n\nQtObject {\n"
        "    required property Shell shell\n    readonly property string page: shell.misspelt\n}\n",
        "utf-8",
    )
    found = tool("qmllint", "--max-warnings", "0", *imports, wrong)
    assert found.returncode != 0
    assert "misspelt" in found.stdout + found.stderr


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_qmlformat_changes_nothing(file: Path) -> None:
    assert tool("qmlformat", file).stdout == file.read_text(encoding="utf-8")
