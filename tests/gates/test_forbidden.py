"""Patterns that are forbidden in the code, each because it has caused a fault."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

QML = "kiosk/qml/**/*.qml"
PYTHON = "kiosk/**/*.py"

# reason: (files, exceptions, pattern)
FORBIDDEN = {
    "only DrawnText.qml draws text, as plain text: by default Qt would load pictures and pages out of it": (
        QML,
        "kiosk/qml/components/DrawnText.qml",
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
    "a file that others put there may be a pipe or a device: `safe_open` reads regular files only": (
        PYTHON,
        "kiosk/base/safe_open.py",
        r"\.read_bytes\(\)|\.read_text\(\"utf-8-sig\"|\.open\(\"rb\"\)(?! as stream)",
    ),
    "timing alone decides what is over, for each page, sheet and code (ADR 20)": (
        PYTHON,
        "kiosk/events/timing.py kiosk/dates/labels.py kiosk/base/clock.py",
        r"\blatest *[<>]=? *[a-z_.]*\bnow\b|\bnow *[<>]=? *[a-z_.]*\blatest\b",
    ),
    "only the store opens databases": (PYTHON, "kiosk/store/*", r"\bsqlite3\.connect\b"),
    "the program has no network": (
        PYTHON,
        "kiosk/printing/ipp_attributes.py",
        r"\b(urllib\.request|http\.client|QNetworkAccessManager|ftplib|smtplib)\b|^import requests",
    ),
    "no socket leads to a network": (
        PYTHON,
        "",
        r"\b(AF_INET6?|create_connection|create_server|super\(\)\.connect\(\))",
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
    "a signal only asks (kiosk.base.cancellation): its exception would interrupt what clears away": (
        PYTHON,
        "",
        r"\bKeyboardInterrupt\b|\bdefault_int_handler\b",
    ),
    "a long file keeps a request to end waiting, unless hash_file hashes it": (
        PYTHON,
        "",
        r"\bfile_digest\b",
    ),
    "parts of a dense QR code look like barcodes of other kinds to a reader that looks for them": (
        "tests/**/*.py",
        "tests/qr_reader.py",
        r"\bread_barcodes\(",
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
        if file.suffix in (".py", ".qml") and not any(map(file.relative_to(checkout).match, allowed.split()))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"{why}:\n" + "\n".join(found)


def test_a_signal_handler_raises_nothing(checkout: Path) -> None:
    """What a handler raises would end any code, also code that clears away: it may only take a note."""
    found = [
        f"{file.relative_to(checkout)}:{node.lineno}"
        for file in sorted(checkout.glob(PYTHON))
        for handler in _signal_handlers(ast.parse(file.read_text(encoding="utf-8")))
        for node in ast.walk(handler)
        if isinstance(node, ast.Raise | ast.Assert)
        or (isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("exit", "check"))
    ]
    assert not found


def _signal_handlers(module: ast.Module) -> Iterator[ast.AST]:
    """The functions that a module installs as signal handlers; AssertionError for one of another module."""
    functions = {node.name: node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)}
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "signal.signal":
            handler = call.args[1]
            if isinstance(handler, ast.Name):
                yield functions[handler.id]
            elif ast.unparse(handler).startswith("self."):
                yield functions[ast.unparse(handler).removeprefix("self.")]
            else:
                assert isinstance(handler, ast.Lambda) or ast.unparse(handler).startswith("signal.SIG_")
                yield handler


def test_a_request_to_end_is_never_swallowed(checkout: Path) -> None:
    """Code that catches every exception has to raise it again (`kiosk.base.cancellation.Cancelled`)."""
    found = [
        f"{file.relative_to(checkout)}:{node.lineno}"
        for file in sorted(checkout.glob(PYTHON))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or "BaseException" in ast.unparse(node.type))
        and not isinstance(node.body[-1], ast.Raise)
    ]
    assert not found
