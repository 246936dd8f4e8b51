"""The image provider: from an address to a picture."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.images import covers, icons, logo, maps, provider

ADDRESSES = {
    "code?shape=card&colour=0A6C9B": covers.draw,
    "bold/house?colour=0B1F3A": icons.draw,
    "?radius=4": logo.draw,
    "?land=ddefe6&line=2c6a4f&ink=0b1f3a&accent=f5b82e&card=ffffff&frame=0.2,370,-1080&em=18": maps.draw,
}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("size", ["width=0&height=0", "width=8&height=0", "width=-3&height=9"])
def test_an_item_without_a_size_gets_a_picture(address: str, size: str) -> None:
    taken = QSize()
    picture = provider.ImageProvider(ADDRESSES[address]).requestImage(f"{address}&{size}", taken, QSize())
    assert not picture.isNull()
    assert taken == picture.size()
    assert min(taken.width(), taken.height()) >= 1


def test_an_exception_in_a_painter_is_reported_and_not_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: reported.append(kind))

    def draw(path: str, options: dict[str, str], size: QSize) -> QImage:
        raise ValueError(path)

    assert provider.ImageProvider(draw).requestImage("x", QSize(), QSize()).isNull()
    assert reported == [ValueError]
