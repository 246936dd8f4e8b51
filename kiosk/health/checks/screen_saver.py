"""Checks whether a screen saver or power saving may turn the picture off."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from kiosk.base.model import Text
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import translate

CONSOLE_BLANK = Path("/sys/module/kernel/parameters/consoleblank")
"""Seconds after which the Linux console turns dark, 0 for never (kernel-parameters.txt)."""
_SPI_GETSCREENSAVETIMEOUT, _SPI_GETSCREENSAVEACTIVE = 0x0E, 0x10
"""Questions to SystemParametersInfoW (winuser.h)."""


class ScreenSaver(StrEnum):
    """What the running kiosk knows of screen savers: held off, or what may turn the picture off."""

    NONE = ""
    HELD = "held"
    X11 = "x11"
    WAYLAND = "wayland"
    WINDOWS = "windows"
    CONSOLE = "console"


def check(state: ScreenSaver, console_blank: Path = CONSOLE_BLANK) -> Iterator[Finding]:
    """A finding about `state`; none where the kiosk is not running or has no screen."""
    if state is ScreenSaver.HELD:
        yield Finding("screen_saver", Level.GOOD, translate("health.screen_saver.held"))
    elif state is ScreenSaver.CONSOLE:
        remedy = translate("health.screen_saver.console_do")
        yield _describe_delay(_read_console_blank(console_blank), remedy)
    elif state is ScreenSaver.WINDOWS:
        yield _describe_delay(_read_windows_delay(), translate("health.screen_saver.desktop_do"))
    elif state is not ScreenSaver.NONE:
        value = translate("health.screen_saver.not_held")
        yield Finding("screen_saver", Level.ATTENTION, value, translate("health.screen_saver.desktop_do"))


def _describe_delay(seconds: int, remedy: Text) -> Finding:
    if seconds == 0:
        return Finding("screen_saver", Level.GOOD, translate("health.screen_saver.held"))
    value = translate("health.screen_saver.after", n=max(1, seconds // 60))
    return Finding("screen_saver", Level.ATTENTION, value, remedy)


def _read_console_blank(file: Path) -> int:
    with suppress(OSError, ValueError):
        return int(file.read_text("ascii"))
    return 0


def _read_windows_delay() -> int:
    """Seconds until the screen saver of Windows starts, which a program cannot hold off; 0 without one."""
    if sys.platform == "win32":
        import ctypes

        active, seconds = ctypes.c_int(), ctypes.c_int()
        ctypes.windll.user32.SystemParametersInfoW(_SPI_GETSCREENSAVEACTIVE, 0, ctypes.byref(active), 0)
        ctypes.windll.user32.SystemParametersInfoW(_SPI_GETSCREENSAVETIMEOUT, 0, ctypes.byref(seconds), 0)
        return seconds.value if active.value else 0
    return 0
