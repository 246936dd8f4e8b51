"""Pulls from a faulty share, and checks what is left in the library."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress
from kiosk.delivery.pull import pull
from kiosk.programme.shown_programme import open_library
from kiosk.sandbox.environment import CONFINED
from kiosk.store import writer_lock
from tests.faulty_share import FaultyShare
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit

IMPATIENT = """
import sys
from functools import partial
from kiosk.delivery import copy_from_share, share_access
for module in (copy_from_share, share_access):
    module.ReadDeadline = partial(module.ReadDeadline, seconds=1)
from kiosk.__main__ import main
sys.exit(main())
"""
"""The program `kiosk` with deadlines of one second for the share."""


def is_unchanged(kit: LibraryKit) -> bool:
    """Whether the library still shows pack 1 and nothing is left over."""
    library = {file.name for file in kit.folder.iterdir()} - {"incoming"}
    incoming = kit.folder / "incoming"
    return (
        [pack.version for pack in open_library(kit.folder).packs] == [1]
        and library == {"gen", "lock.db", "state.db", "trust"}
        and len(list((kit.folder / "gen").iterdir())) == 1
        and (not incoming.exists() or {file.name for file in incoming.iterdir()} <= {writer_lock.FILE_NAME})
    )


def pull_from(kit: LibraryKit, share: FaultyShare, fault: Callable[[], None] = lambda: None) -> list[int]:
    """Pull from the share and return the versions installed; `fault` is called once copying has begun."""

    def hear(progress: Progress) -> None:
        if progress.step == "fetch" and progress.done:
            fault()

    def expired(error: KioskError) -> None:
        raise AssertionError(error)

    done = pull(kit.folder, share.folder, expired, clock=DAY_AFTER_SIGNING, report=hear, reserve=0)
    return [one.pack.version for one in done.installed]


class ChildProcess:
    """A running `kiosk pull --progress` with a deadline of one second."""

    def __init__(self, kit: LibraryKit, share: FaultyShare, confined: bool = False) -> None:
        settings = kit.packs / "kiosk.toml"
        settings.write_text(f"share = '{share.folder}'\n")
        command = [sys.executable, "-c", IMPATIENT, "pull", "--progress"]
        self.process = subprocess.Popen(
            [*command, "--library", kit.folder, "--settings", settings],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | ({} if confined else {CONFINED: "1"}),
        )

    def last(self) -> dict[str, Any]:
        """Its last line that reports no progress."""
        assert self.process.stdout
        lines = map(json.loads, self.process.stdout)
        return next(line for line in lines if "progress" not in line)

    def ended(self) -> bool:
        return self.process.poll() is not None

    def __enter__(self) -> "ChildProcess":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()
