"""The point of a picture that stays in view: set by a tap, kept beside the source, part of the pack."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from kiosk.authoring.source_reader import read_source
from tests.flows.desk.author import Author, desk
from tests.screen_kit import click, find, tap_targets, wait_until

HINTS = {"en": "Tap the point of a picture", "kk": "нүктені түртіңіз", "ru": "Нажмите на точку изображения"}


def first_picture(author: Author) -> str:
    """The object name of the first picture, as soon as it is drawn."""
    wait_until(lambda: author.desk.picture_list.rows.rowCount() > 0, author.texts)
    name = f"picture-{author.desk.picture_list.rows.rows[0].name}"
    wait_until(lambda: any(one.objectName() == name and one.width() > 0 for one in tap_targets(author.shown)))
    return name


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_a_tap_sets_the_point(language: str, checkout: Path, tmp_path: Path) -> None:
    source = Path(shutil.copytree(checkout / "data/25-years-together", tmp_path / "source"))
    with desk(tmp_path / "library", language=language) as author:
        author.drop(source)
        author.wait_for_check()
        author.open_step("check")
        author.tap("tab-pictures")
        assert author.says(HINTS[language])
        item = find(author.shown, first_picture(author))
        before = author.desk.checker.report["digest"]
        click(author.shown, item.mapToScene(QPointF(item.width() * 0.25, item.height() * 0.75)).toPoint())
        wait_until(lambda: author.desk.picture_list.rows.rows[0].across >= 0, author.texts)
        row = author.desk.picture_list.rows.rows[0]
        assert abs(row.across - 0.25) < 0.02 and abs(row.down - 0.75) < 0.02
        author.wait_for_check()
        assert author.desk.checker.report["digest"] != before
    kept = [item["focus"] for one in read_source(source).events.values()
            for item in one.data.get("media", ()) if "focus" in item]  # fmt: skip
    assert len(kept) == 1


def test_a_point_that_cannot_be_kept_is_told(checkout: Path, tmp_path: Path) -> None:
    source = Path(shutil.copytree(checkout / "data/25-years-together", tmp_path / "source"))
    with desk(tmp_path / "library") as author:
        author.drop(source)
        author.wait_for_check()
        author.open_step("check")
        author.tap("tab-pictures")
        first_picture(author)
        (source / "mapping.toml").mkdir()
        author.desk.picture_list.setFocus(0, 0.5, 0.5)
        author.desk.picture_list.setFocus(0, 0.1, 0.1)
        wait_until(lambda: author.desk.picture_list.problem, author.texts)
        wait_until(lambda: author.says("mapping.toml"), author.texts)
