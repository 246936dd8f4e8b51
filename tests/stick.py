"""A USB stick for tests: a real file system on a loop device, mounted as a desktop does it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

STICK_BYTES = 32 << 20
"""The default size of a stick."""
MOUNT_OPTIONS = "nosuid,nodev,noexec"


def run_command(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run a system command and capture its output."""
    return subprocess.run(list(map(str, arguments)), capture_output=True, text=True)


def mount_method() -> str:
    """Return how this process can mount a file system: 'loop', 'bind' (in a namespace), '' (not at all)."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return ""
    if os.environ.get("STICK") == "bind":
        return "bind"
    return "loop" if Path("/dev/loop-control").exists() and shutil.which("mkfs.ext4") else "bind"


class Stick:
    """A stick called `name`; `plug_in` mounts it at `path`, in the folder for sticks."""

    def __init__(self, folder: Path, name: str, files: Iterable[Path] = (), size: int = STICK_BYTES) -> None:
        if not mount_method():
            pytest.skip("mounting needs root, or `unshare --user --map-root-user --mount`")
        self.path = folder / "media" / name
        self._content = folder / f"{name}.content"
        self._image = folder / f"{name}.img"
        self._content.mkdir()
        for file in files:
            shutil.copy(file, self._content)
        if mount_method() == "loop":
            with self._image.open("wb") as image:
                image.truncate(size)
            created = run_command("mkfs.ext4", "-q", "-m", "0", "-d", self._content, self._image)
            assert created.returncode == 0, created.stderr

    def plug_in(self, options: str = MOUNT_OPTIONS) -> None:
        """Mount the stick."""
        self.path.mkdir(parents=True, exist_ok=True)
        if mount_method() == "loop":
            done = run_command("mount", "-o", f"loop,{options}", self._image, self.path)
            assert done.returncode == 0, done.stderr
            return
        for arguments in (["--bind", self._content], ["-o", f"remount,bind,{options}"]):
            done = run_command("mount", *arguments, self.path)
            assert done.returncode == 0, done.stderr

    def unplug(self) -> None:
        """Unmount the stick, even while somebody reads from it."""
        run_command("umount", "--lazy", self.path)

    def __enter__(self) -> "Stick":
        return self

    def __exit__(self, *_: object) -> None:
        self.unplug()
