"""Asks the system to switch the computer off or to restart it; both end every program first."""

import subprocess
import sys
from typing import Literal

from kiosk.base.errors import KioskError

PowerAction = Literal["off", "restart"]
ANSWER_DEADLINE = 20.0
"""Seconds the system may take to accept the request."""
_COMMANDS: dict[PowerAction, tuple[str, ...]] = (
    {"off": ("shutdown", "/s", "/t", "0"), "restart": ("shutdown", "/r", "/t", "0")}
    if sys.platform == "win32"
    else {"off": ("systemctl", "poweroff"), "restart": ("systemctl", "reboot")}
)
"""On Linux through systemd-logind, which asks polkit whether this user may (systemctl(1))."""


def change_power(action: PowerAction) -> None:
    """Return once the system has accepted the request; KioskError 'choices.power.refused' if it does not."""
    try:
        answer = subprocess.run(
            _COMMANDS[action],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="backslashreplace",
            timeout=ANSWER_DEADLINE,
        )
    except FileNotFoundError as error:
        raise KioskError("choices.power.refused", reason=_COMMANDS[action][0]) from error
    except subprocess.TimeoutExpired as error:
        raise KioskError("choices.power.silent") from error
    if answer.returncode:
        reason = (answer.stderr or answer.stdout).strip().partition("\n")[0] or str(answer.returncode)
        raise KioskError("choices.power.refused", reason=reason)
