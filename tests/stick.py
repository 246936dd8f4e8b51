"""A USB stick for tests: a real file system on a loop device, mounted as a desktop would do it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

SIZE = 32 << 20
"""Bytes of an ordinary one."""
OPTIONS = "nosuid,nodev,noexec"


def run(*words: object) -> "subprocess.CompletedProcess[str]":
    """A command of the system; what it says goes into the failure."""
    return subprocess.run(list(map(str, words)), capture_output=True, text=True)


def may_mount() -> str:
    """How this process may bring a file system in: 'loop', 'bind' (in a namespace), or '' not at all."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return ""
    if os.environ.get("STICK") == "bind":
        return "bind"
    return "loop" if Path("/dev/loop-control").exists() and shutil.which("mkfs.ext4") else "bind"


class Stick:
    """A stick called `name`; once it is plugged in it appears at `path`, in the folder for sticks."""

    def __init__(self, folder: Path, name: str, files: Iterable[Path] = (), size: int = SIZE) -> None:
        if not may_mount():
            pytest.skip("mounting needs root, or `unshare --user --map-root-user --mount`")
        self.path = folder / "media" / name
        self._content = folder / f"{name}.content"
        self._image = folder / f"{name}.img"
        self._content.mkdir()
        for file in files:
            shutil.copy(file, self._content)
        if may_mount() == "loop":
            with self._image.open("wb") as image:
                image.truncate(size)
            made = run("mkfs.ext4", "-q", "-m", "0", "-d", self._content, self._image)
            assert made.returncode == 0, made.stderr

    def insert(self, options: str = OPTIONS) -> None:
        """Plug it in."""
        self.path.mkdir(parents=True, exist_ok=True)
        if may_mount() == "loop":
            done = run("mount", "-o", f"loop,{options}", self._image, self.path)
            assert done.returncode == 0, done.stderr
            return
        for words in (["--bind", self._content], ["-o", f"remount,bind,{options}"]):
            done = run("mount", *words, self.path)
            assert done.returncode == 0, done.stderr

    def pull(self) -> None:
        """Take it out, whoever still reads from it."""
        run("umount", "--lazy", self.path)

    def __enter__(self) -> "Stick":
        return self

    def __exit__(self, *_: object) -> None:
        self.pull()
