"""Generates type information of the view-models, so that qmllint checks every name QML uses."""

import json
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

SCRIPTS = Path(sys.executable).parent
MODULE = "kiosk.viewmodels"
IMPORT = re.compile(r"^from (kiosk\.viewmodels\.[\w.]+) import", re.MULTILINE)


def tool(name: str, *options: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool of PySide6."""
    return subprocess.run([SCRIPTS / f"pyside6-{name}", *options], capture_output=True, text=True)


def write_types(checkout: Path, folder: Path) -> None:
    """Write the QML module of the Python classes below `folder`, which can then be an import path."""
    files = bases_first(checkout)
    module = folder.joinpath(*MODULE.split("."))
    module.mkdir(parents=True)
    dumped = folder / "metatypes.json"
    tool("metaobjectdump", "--quiet", "--out-file", dumped, *files).check_returncode()
    mark_constants(dumped)
    tool(
        "qmltyperegistrar",
        *("--import-name", MODULE, "--major-version", "1", "--generate-qmltypes"),
        *(module / "plugins.qmltypes", "-o", folder / "unused.cpp", dumped),
    ).check_returncode()
    (module / "qmldir").write_text(
        f"module {MODULE}\ntypeinfo plugins.qmltypes\nimport QtQml.Models\n", "utf-8"
    )


def mark_constants(dumped: Path) -> None:
    """Mark properties without a notify signal as constant, which metaobjectdump leaves out."""
    units = json.loads(dumped.read_text("utf-8"))
    for unit in units:
        for described in unit["classes"]:
            for member in described.get("properties", []):
                member.setdefault("constant", "notify" not in member)
    dumped.write_text(json.dumps(units), "utf-8")


def bases_first(checkout: Path) -> list[Path]:
    """The view-models' files, base classes first, as metaobjectdump must have read them."""
    order: TopologicalSorter[Path] = TopologicalSorter()
    for file in sorted((checkout / "kiosk/viewmodels").rglob("*.py")):
        imported = IMPORT.findall(file.read_text(encoding="utf-8"))
        order.add(file, *(checkout.joinpath(*name.split(".")).with_suffix(".py") for name in imported))
    return list(order.static_order())
