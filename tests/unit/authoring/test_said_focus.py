"""Focus points: of the source, of a workbook's column, and set at the desk."""

from pathlib import Path

import pytest
from PIL import Image

from kiosk.authoring.said_focus import say_focus
from kiosk.authoring.source.load_source import check_tables
from kiosk.authoring.source.problems import SourceProblems
from kiosk.authoring.source.raw_source import RawSource
from kiosk.authoring.source_reader import read_source
from tests.source_builder import TALK_TOML, write_source
from tests.workbook_kit import through_workbook

MEDIA = """
[[media]]
kind = "picture"
file = "media/a.jpg"
focus = {}
alt = {{ en = "A", ru = "А", kk = "А" }}
"""


def source(folder: Path, focus: str) -> Path:
    root = write_source(folder / "source", {"events/talk.toml": TALK_TOML + MEDIA.format(focus)})
    (root / "media").mkdir(exist_ok=True)
    Image.new("RGB", (40, 20), "red").save(root / "media/a.jpg")
    return root


def focus(raw: RawSource) -> object:
    return raw.events["talk"].data["media"][0].get("focus")


def test_the_point_is_in_the_picture_of_the_pack(tmp_path: Path) -> None:
    loaded = check_tables(read_source(source(tmp_path, "[0.25, 1]")))
    assert b"focus: 0.250 1.000" in loaded.media.pictures["media/a.jpg"].data


@pytest.mark.parametrize("wrong", ["[0.1]", "[2, 0]", "[-0.1, 0]", '"middle"', '["a", 0.2]'])
def test_what_is_no_point_is_an_error_with_its_line(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(SourceProblems) as caught:
        check_tables(read_source(source(tmp_path, wrong)))
    assert any(one.is_error and one.field.startswith("media[1].focus") for one in caught.value.problems)


def test_it_goes_through_a_workbook(tmp_path: Path) -> None:
    raw = read_source(source(tmp_path, "[0.25, 0.3]"))
    for language in ("en", "kk", "ru"):
        assert focus(through_workbook(raw, tmp_path, language)) == [0.25, 0.3]


def test_a_point_that_was_set_at_the_desk_counts_more(tmp_path: Path) -> None:
    root = source(tmp_path, "[0.25, 0.3]")
    say_focus(root, "media/a.jpg", (0.5, 0.12345))
    say_focus(root, "media/b.jpg", (0.1, 0.2))
    assert focus(read_source(root)) == [0.5, 0.123]
    (root / "mapping.toml").write_text("[", "utf-8")
    assert "toml" in [problem.code for problem in read_source(root).problems]
