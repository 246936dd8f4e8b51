"""Patterns that are forbidden in the code, each because it has caused a fault."""

import re
from pathlib import Path

import pytest

QML = "kiosk/qml/**/*.qml"
PYTHON = "kiosk/**/*.py"

# reason: (files, exceptions, pattern)
FORBIDDEN = {
    "only Label.qml draws text, as plain text: by default Qt would load pictures and pages out of it": (
        QML,
        "kiosk/qml/components/Label.qml",
        r"\b(Text|TextArea|TextDocument) *\{|^import QtQuick\.Controls",
    ),
    "only HighlightedText.qml needs to know where letters are": (
        QML,
        "kiosk/qml/visitor/search/HighlightedText.qml",
        r"\bTextEdit *\{",
    ),
    "what may be edited is plain text too": (QML, "", r"TextEdit\.(Rich|Markdown|Auto)Text"),
    "layer effects are not drawn without a GPU": (QML, "", r"\blayer\.effect\b"),
    "a kiosk opens no browser and uses no network": (
        QML,
        "",
        r"\b(openUrlExternally|XMLHttpRequest|WebSocket|LocalStorage|createQmlObject)\b|https?://",
    ),
    "colours belong to the theme": (
        QML,
        "kiosk/qml/theme/*",
        r"\"#[0-9a-fA-F]{3,8}\"|\b[cC]olor: *\"(?!transparent)|Qt\.rgba\(",
    ),
    "durations belong to the theme": (QML, "kiosk/qml/theme/*", r"\b(duration|interval): *[1-9]"),
    "context properties and untyped properties hide mistakes from qmllint": (
        "kiosk/**/*",
        "",
        r"\bsetContextProperty\b|\bproperty var\b",
    ),
    "archives are read by the strict reader only": (
        PYTHON,
        "",
        r"\b(extractall|unpack_archive)\b|\.extract\(",
    ),
    "only the store opens databases": (PYTHON, "kiosk/store/*", r"\bsqlite3\.connect\b"),
    "the program has no network": (
        PYTHON,
        "",
        r"\b(urllib\.request|http\.client|QNetworkAccessManager|ftplib|smtplib)\b|^import requests",
    ),
    "whatever is printed passes the gate for words of others, and a full disk or a closed pipe is no bug": (
        PYTHON,
        "kiosk/base/output.py",
        r"(?<!def )\bprint\(|\bstd(out|err)\.write|traceback\.(print|format)_",
    ),
    "only the gate makes text that may be shown": (
        PYTHON,
        "kiosk/base/display_text.py",
        r"\bDisplayText\(|\bcast\(.*DisplayText",
    ),
    "there is one gate for words of others": (
        PYTHON,
        "kiosk/base/display_text.py",
        r"isprintable\(\) else|\\ufffd|backslashreplace.*decode|unicode_escape",
    ),
    "a path that a command takes may come as a URI, with any bytes": (
        "kiosk/cli/**/*.py",
        "",
        r"\btype=Path\b",
    ),
    "no module changes the state of the whole process": (
        PYTHON,
        "",
        r"\bos\.(chdir|umask)\b|\bsys\.setrecursion",
    ),
}


@pytest.mark.parametrize("why", FORBIDDEN)
def test_the_pattern_is_not_used(why: str, checkout: Path) -> None:
    where, allowed, what = FORBIDDEN[why]
    pattern = re.compile(what, re.MULTILINE)
    found = [
        f"{file.relative_to(checkout)}:{number}: {line.strip()}"
        for file in sorted(checkout.glob(where))
        if file.suffix in (".py", ".qml") and not file.relative_to(checkout).match(allowed or "nothing")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"{why}:\n" + "\n".join(found)
