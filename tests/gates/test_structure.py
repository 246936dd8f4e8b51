"""The packages stay small, the imports have no circle, and the unit tests lie where the code does."""

import re
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.gates.tracked import tracked

MOST_FILES = 25
"""Python or QML files in one folder."""


PATH = re.compile(r"(?<![\w./-])(?:kiosk|resources|tests|packaging|data)/[\w./-]*\w")


def lost(text: str, checkout: Path) -> list[str]:
    """The paths in a document that lead to no file or folder of the checkout."""
    return [path for path in PATH.findall(text) if not (checkout / path).exists()]


def crowded(files: list[Path], most: int) -> dict[str, int]:
    """The folders that hold more than `most` of these files, with their number."""
    count = Counter(str(file.parent) for file in files)
    return {folder: number for folder, number in count.items() if number > most}


def circle(imports: dict[str, set[str]]) -> list[str]:
    """One circle of imports, [] when there is none; keys are modules, values what each of them imports."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def imported(package: str) -> dict[str, set[str]]:
    """What each module imports of the package, imports for type checking and within functions included."""
    graph = grimp.build_graph(package, cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def test_no_folder_is_crowded(checkout: Path) -> None:
    files = [file.relative_to(checkout) for file in tracked(checkout, "kiosk/*.py", "kiosk/*.qml")]
    assert len(files) > MOST_FILES
    assert crowded(files, MOST_FILES) == {}


def test_a_crowded_folder_is_found() -> None:
    files = [Path("a/one.py"), Path("a/two.qml"), Path("a/b/three.py")]
    assert crowded(files, 1) == {"a": 2}


def test_no_circle_of_imports() -> None:
    assert circle(imported("kiosk")) == []


@pytest.mark.parametrize(
    "line", ["import {other}", "from {package} import b", "def f() -> None:\n    import {other}"]
)
def test_a_circle_of_imports_is_found(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = f"circle_{tmp_path.name}"
    folder = tmp_path / package
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "a.py").write_text(line.format(other=f"{package}.b", package=package), "utf-8")
    (folder / "b.py").write_text(
        f"from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from {package} import a\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert set(circle(imported(package))) == {f"{package}.a", f"{package}.b"}


def test_unit_tests_mirror_the_packages(checkout: Path) -> None:
    """Each folder below `tests/unit` is a package of `kiosk`."""
    unit = checkout / "tests/unit"
    folders = {file.parent.relative_to(unit) for file in tracked(checkout, "tests/unit/*.py")}
    strange = {str(folder) for folder in folders if not (checkout / "kiosk" / folder).is_dir()}
    assert strange == set()


def test_paths_in_documents_exist(checkout: Path) -> None:
    pages = tracked(checkout, "docs/*.md", "*.md")
    text = "\n".join(page.read_text("utf-8") for page in pages if page.name != "CHANGELOG.md")
    assert len(PATH.findall(text)) > 20
    assert lost(text, checkout) == []


def test_a_path_that_leads_nowhere_is_found(checkout: Path) -> None:
    text = "see `kiosk/base/model/records.py`, `kiosk/base/modell.py` and build/kiosk/x"
    assert lost(text, checkout) == ["kiosk/base/modell.py"]


def test_the_architecture_names_every_package(checkout: Path) -> None:
    page = (checkout / "docs/architecture.md").read_text("utf-8")
    packages = {
        file.parent.name
        for file in tracked(checkout, "kiosk/*/__init__.py")
        if file.parents[1].name == "kiosk"
    }
    assert len(packages) > 20
    assert {name for name in packages if f"`{name}`" not in page} == set()
