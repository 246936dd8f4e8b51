"""PySide6 is imported without its signatures, which are loaded when an error message needs them."""

import subprocess
import sys

import PySide6
import pytest

from kiosk.app.qt_imports import DEFERRED, TESTED_VERSION, DeferredModule

MISTAKES = (
    "QtCore.QTimer('soon')",
    "QtCore.QSize(1, 2, 3)",
    "QtGui.QColor().setRgb(None)",
    "QtCore.QObject(wrong=1)",
    "print(QtCore.QTimer.start.__signature__)",
    "print(QtCore.QTimer.start.__doc__)",
)


def run(code: str) -> str:
    """What a new Python prints for `code`."""
    program = f"import sys; sys.path = {sys.path}\n{code}"
    return subprocess.run(
        [sys.executable, "-ISc", program], capture_output=True, text=True, check=True
    ).stdout


def loaded_after(code: str) -> set[str]:
    """The deferred modules whose code has run."""
    ask = f"print(*(name for name in {DEFERRED!r} if '_source' not in vars(sys.modules[name])))"
    return set(run(f"{code}\n{ask}").split())


IMPORT_QT = "from kiosk.app.qt_imports import import_qt; import_qt()"


def test_the_installed_version_is_the_tested_one() -> None:
    assert PySide6.__version__ == TESTED_VERSION


def test_the_screen_loads_no_signatures() -> None:
    assert loaded_after(f"{IMPORT_QT}\nimport kiosk.app.run") == set()


def test_all_are_loaded_without_it() -> None:
    assert loaded_after("import PySide6.QtCore") == DEFERRED


@pytest.mark.parametrize("mistake", MISTAKES)
def test_an_error_says_the_same(mistake: str) -> None:
    code = f"""
from PySide6 import QtCore, QtGui
try:
    {mistake}
except (TypeError, AttributeError) as error:
    print(error)
"""
    plain = run(code)
    assert plain
    assert run(f"{IMPORT_QT}\n{code}") == plain


def test_the_import_statement_is_the_plain_one() -> None:
    code = "import builtins; print(builtins.__import__.__name__)"
    assert run(f"import PySide6.QtCore\n{code}") == "__feature_import__\n"
    assert run(f"{IMPORT_QT}\n{code}") != "__feature_import__\n"
    read = run(f"{IMPORT_QT}\nimport kiosk.app.run, linecache; print(*linecache.cache)")
    assert "PySide6" in read and "kiosk" not in read


def test_another_version_is_imported_as_it_is() -> None:
    other = "from kiosk.app import qt_imports; qt_imports.TESTED_VERSION = '6.10.0'; qt_imports.import_qt()"
    assert loaded_after(other) == DEFERRED
    assert run(f"{other}; print(any('Defer' in type(f).__name__ for f in sys.meta_path))") == "False\n"


def test_a_missing_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = DeferredModule("module").nothing
