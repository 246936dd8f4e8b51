"""A visitor watches the video of an event on a screen drawn by OpenGL."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.i18n.translator import LANGUAGES
from tests.flows.display import display

pytestmark = pytest.mark.xdist_group("xvfb")
SIZES = ["1920x1080", "1080x1920"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_played_paused_and_left(size: str, language: str, demo: Path, checkout: Path, tmp_path: Path) -> None:
    """In a process of its own: one process draws either in software, as all other tests do, or by OpenGL."""
    with display(tmp_path / "screen", size) as x:
        words = [sys.executable, "-m", "tests.flows.watch_video", str(demo), size, language]
        told = subprocess.run(words, cwd=checkout, env=x.environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    assert told.stdout == "watched\n"
    assert ".qml" not in told.stderr
