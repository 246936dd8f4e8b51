"""A computer in QEMU, without KVM: started, looked at, tapped, given sticks; its power is cut."""

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from tests.boot.serial_shell import SerialShell
from tests.screen_kit import Pixels, to_pixels

FIRMWARE = Path("/usr/share/ovmf/OVMF.fd")
SIZE = 1280, 1024
"""Pixels of its screen."""
AXIS = 32767
"""The largest coordinate of a USB tablet (QEMU's QAPI, InputMoveEvent)."""
COMMAND = """
setpriv --pdeathsig KILL qemu-system-x86_64 -accel tcg,thread=multi -cpu Nehalem -smp 2 -m 2048 -machine q35
-display none -nic none -device virtio-vga,xres=1280,yres=1024 -device qemu-xhci,id=usb
-device usb-tablet,bus=usb.0 -device usb-kbd,bus=usb.0
"""
"""Nehalem has no AVX, which QEMU translates slowly."""


class Machine:
    """The computer of the disk `image`, which stays as it is: what changes is written into `folder`."""

    def __init__(self, image: Path, folder: Path) -> None:
        self.folder = folder
        self.disk = folder / "disk.qcow2"
        self._process: subprocess.Popen[bytes] | None = None
        self._plugged = 0
        subprocess.run(
            ["qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", image.resolve(), self.disk, "8G"],
            check=True,
        )

    def switch_on(self, *options: str) -> None:
        """Start it; the firmware takes some seconds."""
        for name in ("qmp", "serial"):
            (self.folder / name).unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [
                *(*COMMAND.split(), "-bios", str(FIRMWARE)),
                *("-drive", f"file={self.disk},if=virtio,format=qcow2"),
                *("-qmp", f"unix:{self.folder}/qmp,server=on,wait=off"),
                *("-serial", f"unix:{self.folder}/serial,server=on,wait=off"),
                *options,
            ]
        )
        self._monitor = self._connect("qmp").makefile("rw")
        self._monitor.readline()
        self.command("qmp_capabilities")
        self.shell = SerialShell(self._connect("serial"))

    def cut_power(self) -> None:
        """End it at once; nothing that is not on the disk yet gets there."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def command(self, name: str, **arguments: Any) -> Any:
        """Run a command of the QEMU machine protocol; an error is raised as RuntimeError."""
        self._monitor.write(json.dumps({"execute": name, "arguments": arguments}) + "\n")
        self._monitor.flush()
        while True:
            answer = json.loads(self._monitor.readline())
            if "error" in answer:
                raise RuntimeError(f"{name}: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]

    def monitor(self, line: str) -> str:
        """Run a command of the human monitor, such as `savevm NAME`; what it prints is an error."""
        said = str(self.command("human-monitor-command", **{"command-line": line}))
        if said.strip():
            raise RuntimeError(f"{line}: {said}")
        return said

    def picture(self) -> QImage:
        """What the screen shows."""
        file = self.folder / "screen.png"
        self.command("screendump", filename=str(file), format="png")
        return QImage(str(file))

    def pixels(self) -> Pixels:
        """What the screen shows, as an array."""
        return to_pixels(self.picture())

    def tap(self, x: int, y: int, seconds: float = 0.15) -> None:
        """Touch the screen at a pixel, for so long."""
        # a compositor that was started after the last touch knows no place: the kernel tells of changes only
        for aside in (3, 0):
            self._point(x + aside, y + aside)
        for down in (True, False):
            button = {"type": "btn", "data": {"button": "left", "down": down}}
            self.command("input-send-event", events=[button])
            time.sleep(seconds)

    def _point(self, x: int, y: int) -> None:
        place = [
            {"type": "abs", "data": {"axis": axis, "value": round(value * AXIS / (size - 1))}}
            for axis, value, size in (("x", x, SIZE[0]), ("y", y, SIZE[1]))
        ]
        self.command("input-send-event", events=place)

    def press(self, *keys: str) -> None:
        """Press keys together, by QEMU's names, such as 'ctrl', 'alt', 'f2'."""
        self.command("send-key", keys=[{"type": "qcode", "data": key} for key in keys])

    @contextmanager
    def stick(self, file: Path) -> Iterator[str]:
        """Plug in a stick of that image and pull it out at the end; its name."""
        self._plugged += 1
        name = f"stick{self._plugged}"
        self.command(
            "blockdev-add",
            driver="raw",
            **{"node-name": name},
            file={"driver": "file", "filename": str(file)},
        )
        self.command("device_add", driver="usb-storage", id=name, drive=name, bus="usb.0", removable=True)
        try:
            yield name
        finally:
            self.pull(name)

    def pull(self, name: str) -> None:
        """Pull a stick out, whatever is being done with it; nothing where it is out already."""
        try:
            self.command("device_del", id=name)
        except RuntimeError:
            return
        deadline = time.monotonic() + 60
        while True:  # the device is gone when its file can be let go
            try:
                self.command("blockdev-del", **{"node-name": name})
            except RuntimeError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
            else:
                return

    def _connect(self, name: str) -> socket.socket:
        deadline = time.monotonic() + 60
        while True:
            stream = socket.socket(socket.AF_UNIX)
            try:
                stream.connect(str(self.folder / name))
            except OSError:
                stream.close()
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return stream
