"""From a dropped programme to a stick that a kiosk installs, in the real window."""

from pathlib import Path

from kiosk.programme.shown_programme import open_library
from tests.flows.desk.author import Author, copy_source, desk, install
from tests.screen_kit import wait_until

HOST = "corner.example.org"


def ready(author: Author, source: Path, folder: Path) -> None:
    """Bring the desk from nothing to the button that makes the stick."""
    author.drop(source)
    author.wait_for_check()
    author.open_step("stick")
    if author.says("Your keys"):
        author.make_keys(HOST)
    author.choose_folder(folder)


def packs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_from_a_dropped_folder_to_a_kiosk(checkout: Path, tmp_path: Path) -> None:
    source, stick = copy_source(checkout, tmp_path), tmp_path / "stick"
    stick.mkdir()
    with desk(tmp_path / "library") as author:
        ready(author, source, stick)
        assert author.says("No. 1")
        assert author.make() == "done"
        assert author.says("Pack No. 1")
        short_id = str(author.desk.stick_page.shortId).replace(" ", "")
    assert packs(stick) == ["corner-month-1.kpack"]
    install(stick / "corner-month-1.kpack", tmp_path / "library/keys", tmp_path / "kiosk")
    (shown,) = open_library(tmp_path / "kiosk").packs
    assert (shown.version, shown.short_id, shown.events) == (1, short_id, 14)


def test_an_edit_is_seen_and_the_next_stick_has_the_next_number(checkout: Path, tmp_path: Path) -> None:
    source, stick = copy_source(checkout, tmp_path), tmp_path / "stick"
    stick.mkdir()
    event = source / "events/english-club.toml"
    with desk(tmp_path / "library") as author:
        ready(author, source, stick)
        assert author.make() == "done"
        author.tap("again")
        author.wait_for_check()
        edited = event.read_text("utf-8").replace("English", "British")
        (source / "new").write_text(edited, "utf-8")
        (source / "new").replace(event)  # as editors save
        wait_until(
            lambda: "changed" in [row.kind for row in author.desk.check_page.changes.rows], author.texts
        )
        author.open_step("check")
        author.tap("tab-changes")
        assert author.says("Compared with pack No. 1")
        author.open_step("stick")
        assert author.says("No. 2, after No. 1")
        assert author.make() == "done"
    assert packs(stick) == ["corner-month-1.kpack", "corner-month-2.kpack"]


def test_errors_are_listed_and_no_stick_is_made(checkout: Path, tmp_path: Path) -> None:
    source = copy_source(checkout, tmp_path)
    event = source / "events/english-club.toml"
    good = event.read_text("utf-8")
    event.write_text(good.replace("theme =", "themes ="), "utf-8")
    with desk(tmp_path / "library") as author:
        author.drop(source)
        author.wait_for_check()
        assert author.says("Something has to be mended first.")
        author.open_step("check")
        assert author.says("events/english-club.toml")
        event.write_text(good, "utf-8")
        wait_until(lambda: author.desk.checker.is_ready, author.texts)
        wait_until(lambda: not author.says("events/english-club.toml"), author.texts)


def test_it_goes_on_where_it_was_closed(checkout: Path, tmp_path: Path) -> None:
    source = copy_source(checkout, tmp_path)
    with desk(tmp_path / "library") as author:
        author.drop(source)
        author.wait_for_check()
        author.desk.setLanguage("ru")
    with desk(tmp_path / "library") as author:
        author.wait_for_check()
        assert author.says("April at the Corner")
