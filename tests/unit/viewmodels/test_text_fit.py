"""A text fits as many lines as Qt Quick sets it in."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.viewmodels.text_fit import fits_lines

FAMILY, WEIGHT = "Onest", 700
QML = f"""
import QtQuick
Text {{
    property int size: 20
    font.family: "{FAMILY}"; font.weight: {WEIGHT}; font.pixelSize: size
    renderType: Text.NativeRendering; textFormat: Text.PlainText; wrapMode: Text.WordWrap
}}
"""


@pytest.fixture(scope="module")
def text_item(qapp: QGuiApplication) -> Iterator[QObject]:
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(QML.encode(), QUrl())
    item = component.create()
    yield item
    item.deleteLater()


@given(
    words=st.lists(st.text("абәүқі ltо-—«»0", min_size=1, max_size=16), min_size=1, max_size=9),
    width=st.integers(40, 900),
    size=st.sampled_from([24, 44, 68]),
    lines=st.integers(1, 4),
)
def test_a_text_fits_as_many_lines_as_it_is_set_in(
    text_item: QObject, words: list[str], width: int, size: int, lines: int
) -> None:
    text = " ".join(words)
    for name, value in (("width", width), ("size", size), ("text", text)):
        text_item.setProperty(name, value)
    is_set_in = text_item.property("lineCount") <= lines and text_item.property("contentWidth") <= width + 1
    assert fits_lines(text, width, lines, FAMILY, size, WEIGHT) == is_set_in
