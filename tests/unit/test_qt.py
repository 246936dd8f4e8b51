"""The pinned version of Qt for Python counts references correctly (ADR 7)."""

import sys

from PySide6.QtCore import QObject, QTimer


def test_a_call_that_returns_none_leaks_no_reference() -> None:
    qobject = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        qobject.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_a_call_that_returns_a_bool_leaks_no_reference() -> None:
    timer = QTimer()
    before = sys.getrefcount(False)
    for _ in range(200):
        timer.isActive()
    assert abs(sys.getrefcount(False) - before) < 50
