"""Draws the pictures of docs/publishing.md: `python -m tests.appearance.draw_desk_pictures FOLDER STICK`.

They show the real desk with a made month that lacks one Kazakh summary; the keys are of this moment only.
STICK is a folder as sticks have them, such as /media/STICK, whose path is in one picture. Run it with
QT_QPA_PLATFORM=offscreen where there is no display.
"""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer

from tests.flows.desk.author import Author, desk
from tests.flows.desk.test_matrix import copy_without_a_summary
from tests.flows.desk.test_questions import CAMP, write
from tests.screen_kit import find, run_cli, settle, wait_until

NAME = "American Corner Kostanay"
COLOURS = 64
"""Enough for the flat colours of the window, and a third of the bytes."""


def draw(checkout: Path, folder: Path, stick: Path) -> None:
    """Write desk-*.png into the folder."""
    with TemporaryDirectory() as work:
        library = Path(work) / "library"
        run_cli("keys", "new", library / "keys", "--host", "corner.example.org", "--name", NAME)
        with desk(library) as author:
            author.drop(write(Path(work), CAMP))
            author.wait_for("Saal-Nr.")
            author.tap("answer")
            author.wait_for("Which date is")
            save(author, folder / "desk-question.png")
            author.tap("answer-nothing")
            author.drop(copy_without_a_summary(checkout, Path(work)))
            author.wait_for_check()
            author.open_step("check")
            author.tap("tab-languages")
            wait_until(lambda: pictures(author) >= 1, author.texts)
            author.tap("cell-film-night-Summary-kk")
            wait_until(lambda: pictures(author) >= 3, author.texts)
            wait_until(lambda: find(author.shown, "preview").property("progress") == 1)
            save(author, folder / "desk-languages.png")
            author.open_step("stick")
            author.choose_folder(stick)
            author.make()
            save(author, folder / "desk-stick.png")


def pictures(author: Author) -> int:
    """How many pictures the preview has had: the home page has two, with a touch in between only one."""
    return int(author.desk.preview_panel.picture.rpartition("?")[2] or 0)


def save(author: Author, file: Path) -> None:
    """The window as a PNG with a palette."""
    settle()
    buffer = QBuffer()
    author.shown.view.grabWindow().save(buffer, "PNG")
    picture = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    draw(Path(__file__).parents[2], Path(sys.argv[1]), Path(sys.argv[2]))
