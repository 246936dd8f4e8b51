"""How long the outcome of a stick is shown: until another programme is open, or this one is changed."""

import shutil
from pathlib import Path

import pytest

from tests.flows.desk.author import Author, copy_source, desk
from tests.screen_kit import run_cli, wait_until

EDITED = {
    "en": "changed since pack No. 1 was made",
    "kk": "№ 1 пакет жасалғаннан кейін",
    "ru": "После записи пакета № 1",
}


def make_first(author: Author, source: Path, folder: Path) -> str:
    """Make the stick of a programme with keys that are there; the short id."""
    folder.mkdir()
    author.drop(source)
    author.wait_for_check()
    author.open_step("stick")
    author.choose_folder(folder)
    assert author.make() == "done"
    author.wait_for_check()
    assert author.says(author.desk.stick_page.shortId)
    return str(author.desk.stick_page.shortId)


def make_keys(tmp_path: Path) -> None:
    hosts = ("--host", "corner.example.org", "--host", "kz.usembassy.gov")
    run_cli("keys", "new", tmp_path / "library/keys", "--publisher", "corner", *hosts)


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_an_edit_ends_the_outcome(language: str, checkout: Path, tmp_path: Path) -> None:
    source = copy_source(checkout, tmp_path)
    make_keys(tmp_path)
    with desk(tmp_path / "library", language=language) as author:
        short_id = make_first(author, source, tmp_path / "stick")
        event = source / "events/film-night.toml"
        event.write_text(event.read_text("utf-8").replace("Film Night", "Movie Evening"), "utf-8")
        wait_until(lambda: author.desk.stick_page.state == "ready", author.texts)
        author.wait_for(EDITED[language])
        assert author.says(short_id)
        assert author.make() == "done"
        assert not author.says(short_id) and not author.says(EDITED[language])


def test_another_programme_ends_the_outcome(checkout: Path, tmp_path: Path) -> None:
    source = copy_source(checkout, tmp_path)
    other = Path(shutil.copytree(checkout / "data/25-years-together", tmp_path / "other"))
    make_keys(tmp_path)
    with desk(tmp_path / "library") as author:
        make_first(author, source, tmp_path / "stick")
        author.drop(other)
        author.wait_for_check()
        author.open_step("stick")
        assert author.desk.stick_page.state == "ready"
        assert not author.says("Pack No. 1 is in") and not author.says(EDITED["en"])
