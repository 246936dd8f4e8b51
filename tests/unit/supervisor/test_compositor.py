"""The supervisor asks the Wayland compositor, and learns when it stands still."""

import socket
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.supervisor.compositor import SYNC, Compositor
from kiosk.supervisor.service_manager import ServiceManager

DONE = struct.pack("=III", 2, 12 << 16, 7)
DELETE_ID = struct.pack("=III", 1, 12 << 16 | 1, 2)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """The socket of a compositor."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-0"))
        listening.listen()
        yield listening


def test_without_a_compositor_there_is_nothing_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert Compositor().answers()


def test_it_is_asked_again_when_it_has_answered(server: socket.socket) -> None:
    with Compositor() as compositor:
        assert compositor.answers()
        with server.accept()[0] as line:
            for _ in range(3):
                assert line.recv(100) == SYNC
                assert not compositor.answers()
                line.send(DONE)
                assert not compositor.answers()
                line.send(DELETE_ID)
                assert compositor.answers()


def test_one_that_has_ended_does_not_answer(server: socket.socket) -> None:
    with Compositor() as compositor:
        assert compositor.answers()
        server.accept()[0].close()
        assert not compositor.answers()
        assert not compositor.answers()


def test_one_that_was_never_there_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    with Compositor() as compositor:
        assert not compositor.answers()
        assert not compositor.answers()


def test_a_frame_that_nobody_sees_is_not_told(
    server: socket.socket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        with ServiceManager() as service:
            for _ in range(3):
                service.note_frame()
        manager.recv(100)
        with pytest.raises(BlockingIOError):
            manager.recv(100)
