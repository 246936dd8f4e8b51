"""`kiosk pack media`."""

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image

from kiosk.__main__ import main


@pytest.fixture
def source(tmp_path: Path, checkout: Path) -> Path:
    return Path(shutil.copytree(checkout / "data/25-years-together", tmp_path / "source"))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    (tmp_path / "pictures").mkdir()
    for name in ("Технотур «Love to Code».png", "IMG_1.png"):
        Image.new("RGB", (32, 18)).save(tmp_path / "pictures" / name)
    return tmp_path / "pictures"


def test_a_folder_of_pictures_is_given_to_events(
    source: Path, pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "media", str(source), str(pictures)]) == 0
    output = capsys.readouterr()
    assert "1 file" in output.out
    assert "IMG_1.png" in output.err
    assert (source / "media/love-to-code.png").is_file()
    assert main(["pack", "media", str(source), str(pictures), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in facts["problems"]] == ["media_unmatched"]


def test_what_is_no_folder_is_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "media", str(source), str(source / "pack.toml"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "authoring.media_folder"


def test_a_source_that_cannot_be_read_is_not_changed(
    source: Path, pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (source / "themes.toml").write_text("broken", "utf-8")
    assert main(["pack", "media", str(source), str(pictures), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "authoring.problems"
    assert not (source / "media/love-to-code.png").exists()
