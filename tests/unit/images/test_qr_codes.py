"""QR codes as pictures: every module is right for any text, also when drawn by QML."""

from pathlib import Path
from urllib.parse import quote

import numpy
import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickView

from kiosk import images
from kiosk.base import qr_code
from kiosk.base.safe_open import open_regular_file
from kiosk.events.event_codes import event_codes
from kiosk.events.view_context import PaperContext
from kiosk.images import qr_codes
from tests.qr_reader import read_qr
from tests.unit.images.arrays import rgba
from tests.unit.store.sample import CODE, NOW, SOURCE

HOST = "https://kz.usembassy.gov"
TEXTS = [
    f"{HOST}/25-years/love-to-code",
    f"{HOST}/a?b=c&d=e#f",
    f"{HOST}/100%25/%D0%B0+b//c/../d",
    f"{HOST}/" + "x" * 480,
    next(
        code.payload
        for code in event_codes(CODE, CODE.occurrences[0], PaperContext("kk", NOW), SOURCE)
        if code.kind == "calendar"
    ),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_pixel_is_a_module(text: str) -> None:
    picture = rgba(qr_codes.draw(text, {}, QSize(500, 500)))
    dark = picture[:, :, 0] < 128
    assert dark.tolist() == [list(row) for row in qr_code.qr_matrix(text)]
    assert set(map(tuple, picture.reshape(-1, 4).tolist())) == {(11, 31, 58, 255), (255, 255, 255, 255)}


@pytest.mark.parametrize("text", TEXTS)
def test_qml_draws_the_code_of_the_exact_text(text: str) -> None:
    view = QQuickView()
    images.install(view.engine(), lambda file: open_regular_file(Path(file)))
    side = len(qr_code.qr_matrix(text)) * 5
    component = QQmlComponent(view.engine())
    component.setData(
        b"import QtQuick\nRectangle { property string text; width: 10; height: 10\n"
        b"Image { anchors.fill: parent; smooth: false\n"
        b'source: "image://code/" + encodeURIComponent(parent.text) } }',
        QUrl(),
    )
    root = component.createWithInitialProperties({"text": text})
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setContent(QUrl(), component, root)
    view.resize(side, side)
    view.show()
    QGuiApplication.processEvents()
    grey = rgba(view.grabWindow())[:, :, 1].astype(numpy.uint8)
    assert [code.text for code in read_qr(numpy.ascontiguousarray(grey))] == [text]
    view.close()


def test_all_test_texts_need_escaping_in_an_address() -> None:
    assert all(quote(text, safe="") != text for text in TEXTS)
