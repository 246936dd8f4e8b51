"""The pictures of the first frame: drawn once, read by the next start, never wrong."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.images import first_pictures
from kiosk.images.first_pictures import FORMAT, FirstPictures
from kiosk.images.provider import ImageProvider

ADDRESS = "cover/star?width=30&height=20"
OTHER = "cover/star?width=20&height=30"


def picture(colour: str = "#0A6C9B") -> QImage:
    """A picture in one colour, but for one pixel."""
    image = QImage(30, 20, FORMAT)
    image.fill(QColor(colour))
    image.setPixelColor(29, 19, QColor(255, 0, 0, 128))
    return image


def keep(folder: Path, *addresses: str) -> None:
    """End a first frame that has drawn the picture at these addresses."""
    pictures = FirstPictures(folder)
    for address in addresses:
        assert pictures.read(address) is None
        pictures.keep(address, picture())
    writer = pictures.save()
    assert writer
    writer.join()


def test_a_picture_is_read_by_the_next_start(tmp_path: Path) -> None:
    keep(tmp_path / "pictures", ADDRESS)
    pictures = FirstPictures(tmp_path / "pictures")
    assert pictures.read(ADDRESS) == picture()
    assert pictures.read(OTHER) is None
    assert pictures.save() is None


def test_what_is_not_asked_for_is_removed(tmp_path: Path) -> None:
    keep(tmp_path, ADDRESS)
    keep(tmp_path, OTHER)
    assert FirstPictures(tmp_path).read(ADDRESS) is None
    assert FirstPictures(tmp_path).read(OTHER) == picture()
    assert len(list(tmp_path.iterdir())) == 1


def test_after_the_first_frame_nothing_is_kept(tmp_path: Path) -> None:
    pictures = FirstPictures(tmp_path)
    pictures.save()
    pictures.keep(ADDRESS, picture())
    assert pictures.save() is None
    keep(tmp_path, ADDRESS)
    assert pictures.read(ADDRESS) is None


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def only_begin(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def another_address(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"cover/star", b"cover/moon"))


def another_file(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))


def a_huge_size(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[16:24] = b"\xff" * 8
    file.write_bytes(data)


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "spoil", [truncate, only_begin, empty, another_address, another_file, a_huge_size, a_folder]
)
def test_a_file_that_is_not_whole_is_drawn_anew(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    keep(tmp_path, ADDRESS)
    (file,) = tmp_path.iterdir()
    spoil(file)
    assert FirstPictures(tmp_path).read(ADDRESS) is None


def test_a_pipe_does_not_hold_up_the_start(tmp_path: Path) -> None:
    keep(tmp_path, ADDRESS)
    (file,) = tmp_path.iterdir()
    file.unlink()
    os.mkfifo(file)
    assert FirstPictures(tmp_path).read(ADDRESS) is None


def test_another_program_draws_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, ADDRESS)
    monkeypatch.setattr("kiosk.images.first_pictures.__version__", "0.0.1")
    assert FirstPictures(tmp_path).read(ADDRESS) is None


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    keep(tmp_path / "missing" / "pictures", ADDRESS)
    assert list(tmp_path.iterdir()) == []


def test_a_provider_draws_only_what_is_not_kept(tmp_path: Path) -> None:
    drawn: list[str] = []

    def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
        drawn.append(path)
        return picture()

    for _ in range(2):
        pictures, taken = FirstPictures(tmp_path), QSize()
        provider = ImageProvider(draw, "cover", pictures)
        assert provider.requestImage("star?width=30&height=20", taken, QSize()) == picture()
        assert taken == QSize(30, 20)
        if writer := pictures.save():
            writer.join()
    assert drawn == ["star"]


def test_only_changed_code_draws_them_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python writes its byte code beside the code at the first start after an installation."""
    code = tmp_path / "images"
    (code / "__pycache__").mkdir(parents=True)
    (code / "covers.py").touch()
    monkeypatch.setattr(first_pictures, "__file__", str(code / "first_pictures.py"))
    keep(tmp_path / "pictures", ADDRESS)
    os.utime(code / "__pycache__", (2**32, 2**32))
    assert FirstPictures(tmp_path / "pictures").read(ADDRESS)
    os.utime(code / "covers.py", (2**32, 2**32))
    assert FirstPictures(tmp_path / "pictures").read(ADDRESS) is None
