"""The program's own fonts have every letter; missing, damaged and incomplete ones are found."""

import shutil
from pathlib import Path

import pytest

from kiosk.base import paths
from kiosk.health.checks.fonts import FONTS, check
from tests.health_kit import describe


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    return shutil.copytree(paths.resources() / "fonts", tmp_path / "fonts")


def test_own_fonts_are_complete() -> None:
    assert describe(check()) == "good: Complete, with every Kazakh letter."
    assert set(FONTS) == {file.name for file in (paths.resources() / "fonts").glob("*.ttf")}


def test_missing_or_damaged_font_is_named(fonts: Path) -> None:
    (fonts / FONTS[0]).unlink()
    (fonts / FONTS[1]).write_bytes((fonts / FONTS[1]).read_bytes()[:20_000])
    assert describe(check(fonts)) == f"broken: Missing or damaged: {FONTS[0]}, {FONTS[1]}"


def test_font_without_a_kazakh_letter_is_named(fonts: Path) -> None:
    """In the character map (cmap, format 4) the one with 'Ә' (U+04D8) begins a letter later."""
    file = fonts / FONTS[2]
    before, after = b"\x04\xc0\x04\xcf\x04\xdc", b"\x04\xc0\x04\xd9\x04\xdc"
    assert file.read_bytes().count(before) == 1
    file.write_bytes(file.read_bytes().replace(before, after))
    assert describe(check(fonts)) == f"broken: Missing or damaged: {FONTS[2]}"
