"""The service manager learns of the screen's frames, and of nothing else."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.supervisor.service_manager import FRAME, ServiceManager

SUPERVISED = """
import os
import sys
from pathlib import Path
from kiosk.supervisor.supervise import supervise

def show(link):
    assert "NOTIFY_SOCKET" not in os.environ
    link.report_library(Path(sys.argv[1]))
    for drawn in (False, True, False, True, True):
        link.report_beat(drawn=drawn)
    return 0

sys.exit(supervise(show))
"""
"""A screen that draws three times."""


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    """The socket of a service manager."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.setblocking(False)
        yield listening


def messages(manager: socket.socket) -> list[bytes]:
    """What has arrived."""
    heard = []
    while True:
        try:
            heard.append(manager.recv(1000))
        except BlockingIOError:
            return heard


def test_each_frame_is_noted_and_nothing_else(manager: socket.socket, tmp_path: Path) -> None:
    environment = os.environ | {"NOTIFY_SOCKET": manager.getsockname()}
    subprocess.run([sys.executable, "-c", SUPERVISED, tmp_path], env=environment, check=True, timeout=60)
    assert messages(manager) == [FRAME] * 3


def test_an_abstract_address_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind("")  # the kernel chooses an abstract address (unix(7))
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{listening.getsockname()[1:].decode()}")
        ServiceManager().note_frame()
        assert listening.recv(1000) == FRAME


def test_a_manager_that_has_gone_or_does_not_listen_holds_nothing(
    manager: socket.socket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "none"))
    ServiceManager().note_frame()
    monkeypatch.setenv("NOTIFY_SOCKET", manager.getsockname())
    full = ServiceManager()
    for _ in range(10_000):  # more than a socket holds
        full.note_frame()
    assert messages(manager)[0] == FRAME
