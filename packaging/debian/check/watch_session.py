"""Runs the session and listens to what it tells its service manager: `watch_session.py PICTURE`.

Frames have to come; after the interface was killed they have to come again; when the supervisor or the
compositor stands still, they have to stop. The picture is what the compositor shows.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

SESSION = "/opt/corner-kiosk/lib/session"
DEADLINE = 120.0
"""Seconds until a frame has to come, on a busy machine."""
SILENCE = 5.0
"""Seconds without a frame that show that there are none: they come once a second."""


def main(picture: Path) -> None:
    """Watch a session from its start to its end."""
    runtime = Path(os.environ["XDG_RUNTIME_DIR"])
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(runtime / "notify"))
        environment = os.environ | {"NOTIFY_SOCKET": manager.getsockname()}
        with subprocess.Popen([SESSION], env=environment) as session:
            try:
                wait_for_frames(manager)
                display = next(runtime.glob("wayland-?"))
                subprocess.run(
                    ["grim", picture], env=os.environ | {"WAYLAND_DISPLAY": display.name}, check=True
                )
                supervisor = child_of(session.pid)
                began = time.monotonic()
                os.kill(child_of(supervisor), signal.SIGKILL)
                drain(manager)
                wait_for_frames(manager, 1)
                print(f"the interface was killed and has drawn again after {time.monotonic() - began:.1f} s")
                for part in (supervisor, session.pid):
                    os.kill(part, signal.SIGSTOP)
                    wait_for_silence(manager)
                    os.kill(part, signal.SIGCONT)
                    wait_for_frames(manager)
                os.kill(supervisor, signal.SIGTERM)
                session.wait(DEADLINE)
            finally:
                session.kill()


def wait_for_frames(manager: socket.socket, number: int = 3) -> None:
    """Return when so many frames were told."""
    manager.settimeout(DEADLINE)
    for _ in range(number):
        message = manager.recv(100)
        assert message == b"READY=1\nWATCHDOG=1", message


def wait_for_silence(manager: socket.socket) -> None:
    """Return when no frame is told any more, but for one that was drawn before."""
    drain(manager)
    manager.settimeout(SILENCE)
    try:
        for _ in range(3):
            manager.recv(100)
    except TimeoutError:
        return
    sys.exit("frames are told while something stands still")


def drain(manager: socket.socket) -> None:
    """Read what was told before."""
    manager.setblocking(False)
    try:
        while manager.recv(100):
            pass
    except BlockingIOError:
        return


def child_of(pid: int) -> int:
    """The only process that `pid` has started and that is no Xwayland."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    (child,) = (int(one) for one in children if Path(f"/proc/{one}/comm").read_text() != "Xwayland\n")
    return child


main(Path(sys.argv[1]))
