"""A visitor watches the video of an event in a window drawn by OpenGL."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.i18n.translator import LANGUAGES
from tests.flows.display import start_display

pytestmark = pytest.mark.xdist_group("xvfb")
SIZES = ["1920x1080", "1080x1920"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_video_is_played_paused_and_closed(
    size: str, language: str, demo: Path, checkout: Path, tmp_path: Path
) -> None:
    """In a process of its own: one process draws either in software, as all other tests, or by OpenGL."""
    with start_display(tmp_path / "screen", size) as screen:
        command = [sys.executable, "-m", "tests.flows.watch_video", str(demo), size, language]
        process = subprocess.run(
            command, cwd=checkout, env=screen.environment, capture_output=True, text=True
        )
    assert process.returncode == 0, process.stderr
    assert process.stdout == "watched\n"
    assert ".qml" not in process.stderr
