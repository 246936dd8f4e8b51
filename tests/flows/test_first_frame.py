"""What the screen has imported and made when its first frame is shown, on its second start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.screen_kit import AT, copy_library

MAX_DATACLASSES = 32
"""Each compiles up to six functions, half a millisecond: make new records of the first frame named tuples."""
PROGRAM = """
import json, os, sys
sys.path = {path}
from kiosk.app.qt_imports import DEFERRED, import_qt
import_qt()
import dataclasses, enum
from pathlib import Path
from kiosk.app import run, window

{before}

def subclasses(kind):
    return {{kind, *(found for one in kind.__subclasses__() for found in subclasses(one))}}

def report(shown):
    made = [one for one in subclasses(enum.Enum) if one.__module__ == "PySide6.QtCore"]
    kept = [one for module in list(sys.modules.values()) for one in vars(module).values()]
    records = {{one for one in kept if isinstance(one, type) and one.__module__.startswith("kiosk")}}
    print(json.dumps({{
        "namespace": [one.__qualname__ for one in made if one.__qualname__.startswith("Qt.")],
        "modules": [name for name in sys.modules if name.startswith("kiosk.")],
        "signatures": [name for name in DEFERRED if "_source" not in vars(sys.modules[name])],
        "dataclasses": sorted(one.__qualname__ for one in records if "__dataclass_fields__" in vars(one)),
    }}))
    sys.stdout.flush()
    if writer := shown._first_pictures.save():
        writer.join()
    os._exit(0)

window.KioskWindow.finish_first_frame = report

class Link:
    def __getattr__(self, name):
        return lambda *arguments, **options: None

run.run(Path({library!r}), None, {at!r}, None, "1920x1080", Link())
"""


def start(library: Path, before: str = "") -> dict[str, list[str]]:
    """Start the screen on `library` and return what it has made; `before` runs after the imports."""
    program = PROGRAM.format(path=sys.path, library=str(library), at=AT, before=before)
    done = subprocess.run(
        [sys.executable, "-ISc", program],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    made: dict[str, list[str]] = json.loads(done.stdout)
    return made


@pytest.fixture(scope="module")
def library(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of its own, on which the screen has been started once."""
    copy = copy_library(demo, tmp_path_factory.mktemp("first") / "library")
    assert start(copy)["namespace"] != []
    return copy


def test_the_second_start_makes_only_what_its_first_frame_shows(library: Path) -> None:
    made = start(library)
    assert made["namespace"] == []
    assert made["signatures"] == []
    assert len(made["dataclasses"]) <= MAX_DATACLASSES, made["dataclasses"]
    pages = {name for name in made["modules"] if name.startswith("kiosk.viewmodels.visitor.")}
    assert {name.split(".")[3] for name in pages} == {"attract", "home", "page", "shared"}
    painters = {name for name in made["modules"] if name.startswith("kiosk.images.")}
    assert painters == {"kiosk.images.first_pictures", "kiosk.images.provider"}


@pytest.mark.parametrize(
    ("before", "what"),
    [
        ("from PySide6.QtCore import Qt; Qt.AlignmentFlag", "namespace"),
        ("from shibokensupport.signature import parser; parser.sys", "signatures"),
    ],
)
def test_what_is_made_in_vain_is_noticed(library: Path, before: str, what: str) -> None:
    """Proves that the test above can fail."""
    assert start(library, before)[what] != []
