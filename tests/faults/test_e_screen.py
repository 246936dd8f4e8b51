"""Fault catalogue, E1: what looks like markup in a pack is shown as it was typed, and fetches nothing."""

import re
import select
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from tests.appearance.walk import is_text
from tests.screen_kit import AT, items, qapp, run_cli, settle, texts, window
from tests.source_builder import (
    FULL_EVENT_TOML,
    PACK_TOML,
    THEMES_TOML,
    VENUES_TOML,
    png_picture,
    write_source,
)

__all__ = ["qapp"]

PLAIN_TEXT = 0
"""Text.PlainText of QML."""

TRUSTING = """
import select
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
app = QGuiApplication([])
view = QQuickView()
view.engine().warnings.connect(lambda warnings: None)
view.setSource(QUrl.fromLocalFile(sys.argv[1]))
view.show()
while True:
    app.processEvents()
    if select.select([sys.stdin], [], [], 0.01)[0]:
        break
"""


NETWORK = re.compile(r"\b(connect|sendto|sendmsg)\(.*AF_INET")
PRINTING = re.compile(r"htons\(631\)")
"""The staff page Health asks whether there is a printer, which CUPS answers on that port (RFC 8010)."""


@dataclass(frozen=True)
class Trap:
    """A picture file and a local server that only a renderer of markup would access, and their addresses."""

    canary: Path
    server: socket.socket

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.getsockname()[1]}/x.png"

    @property
    def lures(self) -> list[str]:
        """Texts with links and pictures in HTML and Markdown."""
        return [
            f'<img src="file://{self.canary}">',
            f'<img src="{self.address}">',
            f"![x]({self.address})",
            f'<a href="{self.address}">x</a>',
            "<font size=900>x</font>",
            "<b>x</b> &amp; &lt;i&gt;",
            "# x **x** `x`",
        ]

    def accessed(self, calls: Path) -> set[str]:
        """The parts of the trap that a program has accessed, by the log of system calls and by the server."""
        log = calls.read_text(errors="replace")
        touched = {"file"} if self.canary.name in log else set()
        if any(not PRINTING.search(line) for line in log.splitlines() if NETWORK.search(line)):
            touched.add("network")
        try:
            self.server.accept()[0].close()
        except BlockingIOError:
            return touched
        return touched | {"server"}


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    """A picture file and a running server."""
    canary = tmp_path / "canary.png"
    canary.write_bytes(png_picture())
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield Trap(canary, server)


@pytest.fixture
def library(trap: Trap, tmp_path: Path) -> Path:
    """A library in which every text contains markup with the trap's addresses."""
    changes = {
        "pack.toml": PACK_TOML.replace("Small", "{0}").replace("A test", "{1}"),
        "themes.toml": THEMES_TOML.replace("= \"Innovation\"", "= \"{2}\"")
        .replace('en = "New"', 'en = "{3}"'),
        "venues.toml": VENUES_TOML.replace('"Almaty"', '"{4}"').replace('"Corner"', '"{5}"')
        .replace('"1 Street"', '"{6}"'),
        "events/full.toml": FULL_EVENT_TOML.replace("A talk", "{1}").replace("A short talk", "{2}")
        .replace("Come and listen.", "{0}").replace("Beginners", "{3}").replace("Bring a pen", "{4}")
        .replace("Desk", "{6}"),
        "events/talk.toml": None,
    }  # fmt: skip
    for place, lure in enumerate(trap.lures):
        written = lure.replace('"', '\\"')
        changes = {name: text and text.replace(f"{{{place}}}", written) for name, text in changes.items()}
    source = write_source(tmp_path / "source", changes)
    keys, pack = tmp_path / "keys", tmp_path / "x.kpack"
    run_cli("keys", "new", keys, "--host", "kz.usembassy.gov")
    run_cli("pack", "build", source, "-o", pack, "--keys", keys)
    run_cli("trust", "add", keys / "root.json", "--library", tmp_path / "library")
    run_cli("install", pack, "--library", tmp_path / "library")
    return tmp_path / "library"


def trace(calls: Path, *words: object) -> None:
    """Run Python with these arguments under strace, which logs the files and addresses it uses."""
    subprocess.run([*run_traced(calls), sys.executable, *map(str, words)], check=True, capture_output=True)


def run_traced(calls: Path) -> list[str]:
    """The strace command that logs the use of files and addresses."""
    return ["strace", "-f", "--seccomp-bpf", "-e", "trace=%file,%network", "-s", "4096", "-o", str(calls)]


def test_e1_drawing_every_screen_opens_no_file_or_address_of_a_text(
    trap: Trap, library: Path, tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout)
    calls, pictures = tmp_path / "calls", tmp_path / "pictures"
    options = ["--library", library, "--size", "1280x1024", "--language", "en", "--at", AT]
    trace(calls, "-m", "kiosk", "gallery", pictures, *options)
    assert len(list(pictures.glob("*.png"))) > 10
    assert "Label.qml" in calls.read_text(errors="replace"), "the log does not hold what the program opens"
    assert trap.accessed(calls) == set()


def test_e1_the_trap_catches_a_rich_text_item(trap: Trap, tmp_path: Path) -> None:
    text = "".join(trap.lures[:2]).replace('"', "'")
    page = tmp_path / "Trusting.qml"
    page.write_text(f'import QtQuick\nText {{ textFormat: Text.RichText; text: "{text}" }}', "utf-8")
    command = [*run_traced(tmp_path / "calls"), sys.executable, "-c", TRUSTING, page]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as shown:
        assert select.select([trap.server], [], [], 60)[0], "nobody asked the server"
        shown.communicate()
    assert trap.accessed(tmp_path / "calls") == {"file", "network", "server"}


def text_format(item: QQuickItem) -> object:
    """The `textFormat` of a text item; PySide has no type for its values, QML has numbers."""
    context = qmlContext(item)
    assert context
    return QQmlExpression(context, item, "textFormat").evaluate()[0]


def test_e1_markup_is_shown_as_it_was_typed(trap: Trap, library: Path) -> None:
    shown_texts: set[str] = set()
    with window(library) as shown:
        shell = shown.shell
        poses: list[Callable[[], None]] = [
            shell.showAttract,
            shell.goHome,
            lambda: shell.openTheme("innovation"),
            lambda: shell.openEvent("full"),
            lambda: shell.pages.event.code_viewer.select("contact"),
        ]
        for pose in poses:
            pose()
            settle()
            shown_texts |= set(texts(shown))
            assert {text_format(item) for item in items(shown) if is_text(item)} == {PLAIN_TEXT}
    shown_text = "\n".join(shown_texts)
    assert [lure for lure in trap.lures if lure not in shown_text] == []
