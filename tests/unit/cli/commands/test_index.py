"""`kiosk index`, as it is typed and as the screen runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.base.clock import BUILD_DATE
from kiosk.programme.search_index_file import load_search_index
from kiosk.programme.shown_programme import open_library
from tests.library_kit import LibraryKit, sample_publisher


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    return LibraryKit(tmp_path, sample_publisher(at=BUILD_DATE))


def test_index_is_built_once(kit: LibraryKit, capsys: pytest.CaptureFixture[str]) -> None:
    kit.install(1)
    words = ["index", "--library", str(kit.folder), "--json"]
    for already in (False, True):
        assert main(words) == 0
        assert json.loads(capsys.readouterr().out) == {"events": 6, "already": already}
    assert main(words[:-1]) == 0
    assert capsys.readouterr().out == "Search is ready: it knows 6 events.\n"


def test_index_is_built_in_the_sandbox(kit: LibraryKit) -> None:
    kit.install(1)
    command = [sys.executable, "-m", "kiosk", "index", "--library", str(kit.folder), "--progress"]
    facts = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(facts.stdout) == {"done": {"events": 6, "already": False}}
    assert load_search_index(kit.folder, open_library(kit.folder))


def test_empty_library_has_nothing_to_index(kit: LibraryKit, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "--library", str(kit.folder)]) == 1
    assert capsys.readouterr().err
