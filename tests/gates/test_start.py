"""A start imports nothing that is slow and not needed for the first frame."""

import subprocess
import sys

import pytest

SLOW = {
    "PIL", "PySide6.QtQuickControls2", "PySide6.QtWidgets", "click", "cryptography", "edtf",
    "platformdirs", "pydantic", "securesystemslib", "sqlite_utils", "tuf", "urllib3", "asyncio", "xlsxwriter",
}  # fmt: skip


def imported_by(statement: str) -> set[str]:
    """The names of all modules that a new Python has loaded after `statement`."""
    ask = f"import sys; {statement}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-ISc", f"import sys; sys.path = {sys.path}; {ask}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split())


def test_the_screen_imports_nothing_slow() -> None:
    assert imported_by("import kiosk.app.run, kiosk.cli.commands.run") & SLOW == set()


def test_checking_a_pin_imports_only_what_it_needs() -> None:
    """The interface starts a child process for each attempt, and staff wait for it."""
    loaded = imported_by("import kiosk.__main__, kiosk.cli.commands.pin, kiosk.pin.staff_pin")
    assert loaded & {*SLOW, "dataclasses", "inspect", "kiosk.base.settings", "kiosk.store.state"} == set()


@pytest.mark.parametrize("command", ["pin", "run", "status"])
def test_a_command_imports_no_other(command: str) -> None:
    loaded = imported_by(f"from kiosk.__main__ import parser; parser({command!r})")
    assert {name for name in loaded if name.startswith("kiosk.cli.commands.")} == {
        f"kiosk.cli.commands.{command}"
    }
    assert loaded & SLOW == set()
    assert not any(name.startswith("PySide6") for name in loaded)


def test_a_code_for_the_screen_needs_no_picture_library() -> None:
    """The bench and the check of pictures have Pillow installed, which qrcode loads when it finds it."""
    loaded = imported_by("from kiosk.base.qr_code import qr_matrix; qr_matrix('x')")
    assert {"qrcode.main", "qrcode.image.base"} <= loaded
    assert not any(name.partition(".")[0] == "PIL" for name in loaded)
    assert "PIL.Image" in imported_by(
        "from kiosk.base.qr_code import qr_matrix; qr_matrix('x'); import PIL.Image"
    )
