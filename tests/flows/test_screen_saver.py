"""While the kiosk runs, nothing turns the picture off; afterwards everything is as it was."""

import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.health.checks.screen_saver import ScreenSaver
from kiosk.viewmodels.background import x11_screen_saver
from kiosk.viewmodels.background.screen_saver_inhibitor import find_wayland_state
from tests.flows.display import Display, start_display
from tests.flows.visitor import TIMEOUT, run_kiosk
from tests.screen_kit import wait_until

pytestmark = pytest.mark.xdist_group("xvfb")

SAVER_SECONDS = 2
"""The shortest delays of a screen saver that the tests set."""

DESKTOP = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Desktop(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, program, reason):
        print(program, reason, sep=": ", flush=True)
        return 7

app, bus, desktop = QCoreApplication([]), QDBusConnection.sessionBus(), Desktop()
bus.registerObject("/org/freedesktop/ScreenSaver", desktop, QDBusConnection.RegisterOption.ExportAllSlots)
bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
app.exec()
"""


class SaverInfo(ctypes.Structure):
    """XScreenSaverInfo of X11/extensions/scrnsaver.h; `state` is 1 while the screen saver is active."""

    _fields_ = [
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    ]


class Saver:
    """Asks the X server about its screen saver."""

    def __init__(self, display: Display) -> None:
        self._x11, self._extension = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._active_at = time.monotonic()
        self._connection = ctypes.c_void_p(self._x11.XOpenDisplay(display.name.encode()))

    def is_active(self) -> bool:
        """Whether the picture is off, or the screen saver's."""
        info = SaverInfo()
        root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._connection))
        assert self._extension.XScreenSaverQueryInfo(self._connection, root, ctypes.byref(info))
        return bool(info.state == 1)

    def quiet_seconds(self) -> float:
        """How long it has not been active when asked, in seconds since the last time that it was."""
        if self.is_active():
            self._active_at = time.monotonic()
        return time.monotonic() - self._active_at

    def close(self) -> None:
        """Close the connection."""
        self._x11.XCloseDisplay(self._connection)


@contextmanager
def short_saver(display: Display) -> Iterator[Saver]:
    """Set the screen saver of a display to SAVER_SECONDS."""
    subprocess.run(["xset", "s", str(SAVER_SECONDS)], env=display.environment, check=True)
    saver = Saver(display)
    try:
        yield saver
    finally:
        saver.close()


@pytest.mark.parametrize("end", ["terminate", "kill"])
def test_j10_the_screen_saver_waits_until_the_kiosk_has_ended(end: str, demo: Path, tmp_path: Path) -> None:
    with run_kiosk(tmp_path, demo, "1280x720") as visitor, short_saver(visitor.display) as saver:
        visitor.wait_for_match()
        wait_until(lambda: saver.quiet_seconds() > 3 * SAVER_SECONDS, lambda: "the screen saver came")
        if end == "kill":
            visitor.kiosk.kill()
            visitor.kiosk.wait(TIMEOUT)
        else:
            assert visitor.terminate() == 0
        wait_until(saver.is_active, lambda: "the screen saver was not given back")


def test_j10_a_picture_that_is_off_comes_back(tmp_path: Path) -> None:
    with start_display(tmp_path / "screen", "640x480") as display, short_saver(display) as saver:
        wait_until(saver.is_active)
        suspended = hold_off(display, can_suspend=True)
        wait_until(lambda: not saver.is_active())
        suspended.close()


def test_j10_a_server_that_cannot_suspend_is_reset(tmp_path: Path) -> None:
    with start_display(tmp_path / "old", "640x480", "-extension", "MIT-SCREEN-SAVER") as display:
        held = hold_off(display, can_suspend=False)
        held.reset()
        held.close()
    with start_display(tmp_path / "screen", "640x480") as display, short_saver(display) as saver:
        held = hold_off(display, can_suspend=True)
        held._x11.XForceScreenSaver(held._display, 1)
        held._x11.XSync(held._display, False)
        wait_until(saver.is_active)
        held.reset()
        assert not saver.is_active()
        held.close()


def hold_off(display: Display, *, can_suspend: bool) -> x11_screen_saver.X11ScreenSaver:
    """Hold off the screen saver of that display from this process."""
    before = os.environ.get("DISPLAY")
    os.environ["DISPLAY"] = display.name
    try:
        held = x11_screen_saver.X11ScreenSaver()
    finally:
        os.environ.pop("DISPLAY")
        if before is not None:
            os.environ["DISPLAY"] = before
    assert held.can_suspend is can_suspend
    return held


def test_j10_without_an_x_server_the_error_is_an_os_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    with pytest.raises(OSError, match="does not answer"):
        x11_screen_saver.X11ScreenSaver()


def test_j10_a_desktop_is_asked_over_the_session_bus(demo: Path, tmp_path: Path) -> None:
    """On a bus of its own, with a desktop that prints what it is asked."""
    script = f"""
{sys.executable} -c "$DESKTOP" > {tmp_path}/asked &
desktop=$!
until grep -q ready {tmp_path}/asked; do sleep 0.1; done
{sys.executable} -c "$SCREEN" {demo} > {tmp_path}/state
kill $desktop
"""
    screen = """
import sys
from pathlib import Path
from kiosk.health.checks.screen_saver import ScreenSaver
from kiosk.viewmodels.background import screen_saver_inhibitor
from PySide6.QtCore import QObject
from tests.screen_kit import application, wait_until
application()
root = QObject()
inhibitor = screen_saver_inhibitor.ScreenSaverInhibitor(root)
inhibitor.state = ScreenSaver.WAYLAND
inhibitor._inhibit_desktop()
wait_until(lambda: inhibitor.state is ScreenSaver.HELD)
print(inhibitor.state)
"""
    environment = os.environ | {"DESKTOP": DESKTOP, "SCREEN": screen}
    subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        env=environment, check=True, cwd=Path(__file__).parents[2], timeout=TIMEOUT, capture_output=True,
    )  # fmt: skip
    assert (tmp_path / "asked").read_text("utf-8").splitlines()[1:] == [
        "Corner Kiosk: A programme is on show"
    ]
    assert (tmp_path / "state").read_text("utf-8") == "held\n"


@pytest.mark.parametrize(
    ("desktop", "state"),
    [("cage", ScreenSaver.HELD), ("GNOME", ScreenSaver.WAYLAND), ("", ScreenSaver.WAYLAND)],
)
def test_j10_the_kiosk_compositor_turns_nothing_off(
    desktop: str, state: ScreenSaver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    assert find_wayland_state() is state


def test_j10_health_names_what_may_turn_the_picture_off(demo: Path, tmp_path: Path) -> None:
    levels = {"held": "good", "x11": "attention", "wayland": "attention"}
    for state, level in levels.items():
        command = [sys.executable, "-m", "kiosk", "doctor", "--json", "--library", demo]
        done = subprocess.run([*command, "--screen-saver", state], capture_output=True, check=True)
        (found,) = (check for check in json.loads(done.stdout)["checks"] if check["id"] == "screen_saver")
        assert (found["level"], bool(found["remedy"])) == (level, level == "attention")
