"""The live preview: the kiosk's own pages, which can be tapped."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage

from tests.flows.desk.author import Author, copy_source, desk
from tests.screen_kit import wait_until


def picture(author: Author) -> QImage:
    """The picture that is shown, an empty one before the first."""
    address = str(author.desk.preview_panel.picture)
    return QImage(QUrl(address).toLocalFile()) if address else QImage()


def wait_for_another(author: Author, before: QImage, does: Callable[[], object]) -> QImage:
    """Do something and wait for a picture that differs."""
    does()
    wait_until(lambda: picture(author) not in (before, QImage()), author.texts)
    return picture(author)


def test_the_preview_shows_the_programme_and_can_be_tapped(checkout: Path, tmp_path: Path) -> None:
    source = copy_source(checkout, tmp_path)
    with desk(tmp_path / "library") as author:
        author.open_step("check")
        author.drop(source)
        author.open_step("check")
        shown = wait_for_another(author, QImage(), lambda: None)
        assert (shown.width(), shown.height()) == (1920, 1080)
        shown = wait_for_another(author, shown, lambda: author.tap("preview-ru"))
        shown = wait_for_another(author, shown, lambda: author.tap("day-later"))
        shown = wait_for_another(author, shown, lambda: author.desk.preview_panel.tapAt(0.3, 0.4))
        shown = wait_for_another(author, shown, lambda: author.tap("preview-tall"))
        wait_until(lambda: picture(author).height() == 1920)


def test_an_edit_reaches_the_preview_and_errors_keep_the_last_state(checkout: Path, tmp_path: Path) -> None:
    source = copy_source(checkout, tmp_path)
    title = source / "pack.toml"
    good = title.read_text("utf-8")
    with desk(tmp_path / "library") as author:
        author.drop(source)
        author.open_step("check")
        shown = wait_for_another(author, QImage(), lambda: None)
        event = source / "events/film-night.toml"
        edited = event.read_text("utf-8").replace("Film Night", "Movie Evening")
        shown = wait_for_another(author, shown, lambda: event.write_text(edited, "utf-8"))
        title.write_text(good.replace("zone =", "zones ="), "utf-8")
        wait_until(lambda: author.says("as it was before the last edit"), author.texts)
        assert not picture(author).isNull()
