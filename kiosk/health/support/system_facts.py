"""Facts about the computer: system, memory, disks, screens, USB devices; no serial numbers, no addresses."""

import os
import platform
import re
import shutil
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from kiosk import __version__
from kiosk.base.clock import BUILD_DATE
from kiosk.base.uptime import read_uptime
from kiosk.health.checks.disk import existing_folder
from kiosk.health.proc_files import read_proc_file

VARIABLES = ("LANG", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY", "WLR_RENDERER")
"""The variables of the environment that decide how the screen is drawn."""
_MEMORY_LINE = re.compile(r"^(Mem|Swap)(Total|Available|Free): +(\d+) kB$", re.MULTILINE)
_PROCESSOR = re.compile(r"^model name\s*: (.+)$", re.MULTILINE)
_MAX_DEVICES = 50


def system_facts(library: Path, size: str, at: int, sysfs: Path = Path("/sys")) -> dict[str, object]:
    """The facts at the time `at` (UTC seconds); sizes are in bytes, `size` is the screen's ('1920x1080')."""
    memory = _MEMORY_LINE.findall(read_proc_file(Path("/proc/meminfo")))
    return {
        "at": _iso(at),
        "program": __version__,
        "built": _iso(BUILD_DATE),
        "python": platform.python_version(),
        "system": _system_name(),
        "kernel": f"{platform.system()} {platform.release()} {platform.machine()}",
        "uptime_seconds": int(read_uptime().seconds),
        "time_zone": time.strftime("%Z %z", time.localtime(at)),
        "processor": next(iter(_PROCESSOR.findall(read_proc_file(Path("/proc/cpuinfo")))), ""),
        "processors": os.cpu_count(),
        "memory": {f"{kind}{what}": int(kilobytes) * 1024 for kind, what, kilobytes in memory},
        "disks": {"library": _disk(existing_folder(library)), "system": _disk(Path("/"))},
        "screen": size,
        "screens": _screens(sysfs),
        "usb": _usb_devices(sysfs),
        "environment": {name: os.environ[name] for name in VARIABLES if name in os.environ},
    }


def _iso(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")


def _system_name() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()


def _disk(folder: Path) -> dict[str, int]:
    usage = shutil.disk_usage(folder)
    facts = {"total": usage.total, "free": usage.free}
    with suppress(AttributeError, OSError):  # Windows counts no inodes
        facts["free_files"] = os.statvfs(folder).f_favail
    return facts


def _screens(sysfs: Path) -> dict[str, str]:
    """The connectors of the graphics cards, with the largest mode of each screen, '' where there is none."""
    found = {}
    for status in sorted(sysfs.glob("class/drm/*/status")):
        modes = read_proc_file(status.with_name("modes")).split()
        connected = read_proc_file(status).strip() == "connected"
        found[status.parent.name] = next(iter(modes), "?") if connected else ""
    return found


def _usb_devices(sysfs: Path) -> list[str]:
    """The names that the devices on USB give themselves."""
    found = []
    for product in sorted(sysfs.glob("bus/usb/devices/*/product"))[:_MAX_DEVICES]:
        maker = read_proc_file(product.with_name("manufacturer")).strip()
        found.append(f"{maker} {read_proc_file(product).strip()}".strip())
    return found
