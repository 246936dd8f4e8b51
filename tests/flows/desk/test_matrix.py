"""The matrix of texts and languages: marked by signs, led to by a touch, counted before the stick is made."""

from pathlib import Path

import pytest

from tests.flows.desk.author import copy_source, desk
from tests.screen_kit import find, run_cli, wait_until

MISSING = {
    "en": "Texts missing in one of the languages: 1. That is allowed",
    "kk": "Бір тілде жоқ мәтіндер: 1.",
    "ru": "Текстов нет на одном из языков: 1. Это допустимо",
}


def copy_without_a_summary(checkout: Path, folder: Path) -> Path:
    """The made month, in which one summary is missing in Kazakh."""
    source = copy_source(checkout, folder)
    event = source / "events/film-night.toml"
    lines = event.read_text("utf-8").splitlines(keepends=True)
    begin = next(number for number, line in enumerate(lines) if line.startswith("[summary]"))
    number = next(one for one in range(begin, len(lines)) if lines[one].startswith("kk ="))
    event.write_text("".join(lines[:number] + lines[number + 1 :]), "utf-8")
    return source


def test_a_missing_text_is_marked_and_a_touch_shows_the_event(checkout: Path, tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.drop(copy_without_a_summary(checkout, tmp_path))
        author.wait_for_check()
        author.open_step("check")
        author.tap("tab-languages")
        assert author.says("Texts missing in one language: 1")
        cell = find(author.shown, "cell-film-night-Summary-kk")
        assert cell.property("label") == "Summary, kk: missing"
        assert find(author.shown, "cell-film-night-Summary-ru").property("standing") == "there"
        wait_until(lambda: author.desk.preview_panel.picture, author.texts)
        before = author.desk.preview_panel.picture
        author.tap("cell-film-night-Summary-kk")
        panel = author.desk.preview_panel
        assert (panel.page, panel.language) == ("event", "kk")
        wait_until(lambda: panel.picture != before, author.texts)
        author.tap("all-texts")
        assert author.desk.check_page.matrix.rowCount() > 2


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_the_stick_is_made_all_the_same(language: str, checkout: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    run_cli("keys", "new", tmp_path / "library/keys", "--publisher", "corner", "--host", "corner.example.org")
    with desk(tmp_path / "library", language=language) as author:
        author.drop(copy_without_a_summary(checkout, tmp_path))
        author.wait_for_check()
        author.open_step("stick")
        assert author.says(MISSING[language])
        author.choose_folder(stick)
        assert author.make() == "done"
