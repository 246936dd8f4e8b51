"""Checks whether a touch screen is plugged in, by the kernel's list of input devices.

What the bits mean: https://docs.kernel.org/input/event-codes.html, numbers in linux/input-event-codes.h.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import translate
from kiosk.health.proc_files import read_proc_file

DEVICES = Path("/proc/bus/input/devices")
_NAME = re.compile(r'^N: Name="(.*)"$', re.MULTILINE)
_BITS = re.compile(r"^B: (PROP|KEY)=([0-9a-f ]+)$", re.MULTILINE)
_DIRECT = 1
"""INPUT_PROP_DIRECT: the touched point is the point on the display, unlike on a touch pad."""
_PEN, _TOUCH = 0x140, 0x14A
"""BTN_TOOL_PEN and BTN_TOUCH."""
_WORD_BITS = 64


def check(devices: Path = DEVICES) -> Finding:
    """List the touch screens."""
    listed = read_proc_file(devices)
    names = ", ".join(touch_screens(listed))
    if names:
        return Finding("touch", Level.GOOD, translate("health.touch.good", names=names))
    if not listed and not devices.exists():
        return Finding(
            "touch", Level.UNKNOWN, translate("health.touch.unknown"), translate("health.touch.unknown_do")
        )
    return Finding(
        "touch", Level.ATTENTION, translate("health.touch.none"), translate("health.touch.none_do")
    )


def touch_screens(listed: str) -> Iterator[str]:
    """The names of the touch screens in the kernel's list."""
    for device in listed.split("\n\n"):
        name = _NAME.search(device)
        bits = {kind: words.split() for kind, words in _BITS.findall(device)}
        keys = bits.get("KEY", [])
        if (
            name
            and _is_set(bits.get("PROP", []), _DIRECT)
            and _is_set(keys, _TOUCH)
            and not _is_set(keys, _PEN)
        ):
            yield name[1]


def _is_set(words: list[str], bit: int) -> bool:
    """Whether a bit is set; words have 64 bits, the highest word comes first."""
    place, within = divmod(bit, _WORD_BITS)
    return place < len(words) and bool(int(words[-1 - place], 16) >> within & 1)
