"""The two programs that are compared: how each is started, found and ended."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.places import place

KIOSK = Path(sys.executable).with_name("kiosk")
"""The command as `make setup` installs it, beside the Python that measures."""
AT = "2016-04-03T14:20"
"""When both programs believe to be."""
BROWSERS = ("/usr/lib/chromium/chromium", "chromium", "chromium-browser", "google-chrome")
"""Debian's own program stands first, so that the shell script around it costs the browser nothing."""
QUIET = (
    "--no-first-run", "--no-default-browser-check", "--noerrdialogs", "--hide-crash-restore-bubble",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
    "--disable-extensions", "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--disable-breakpad", "--disable-gpu", "--password-store=basic", "--force-device-scale-factor=1",
    "--window-position=0,0", "--window-size=1920,1080",
)  # fmt: skip
"""What a locked-down kiosk would set: nothing in the background, no questions, no graphics card."""


@dataclass(frozen=True)
class Program:
    """A command that fills the screen; `places` are the spots to tap on its screens, by name."""

    name: str
    command: Sequence[str | Path]
    places: Mapping[str, tuple[int, int]]
    environment: Mapping[str, str] = field(default_factory=dict)

    def start(self, display: str) -> subprocess.Popen[bytes]:
        """Start it on `display`, in a process group of its own."""
        return subprocess.Popen(
            self.command,
            env={**os.environ, **self.environment, "DISPLAY": display},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @contextmanager
    def running(self, display: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run it for a while."""
        process = self.start(display)
        try:
            yield process
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask the program to end as a user would, and make sure that all of it does."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def kiosk(library: Path, folder: Path) -> Program:
    """The kiosk on `library`, as it is installed; its cache is kept in `folder`."""
    command = (KIOSK, "run", "--library", library, "--at", AT)
    places = {"wake": (960, 1000), "home": place(library, "dock-home"), "theme": (320, 450)}
    return Program("kiosk", command, places, _home(folder))


def browser(page: Path, folder: Path) -> Program | None:
    """The browser on `page` with its profile in `folder`, None when none is installed."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        return None
    allowed = ("--no-sandbox",) if os.geteuid() == 0 else ()
    command = (found, "--kiosk", page.absolute().as_uri(), f"--user-data-dir={folder}", *QUIET, *allowed)
    places = {"wake": (960, 1000), "home": (832, 1016), "theme": (320, 450)}
    return Program("chromium --kiosk", command, places, _home(folder))


def _home(folder: Path) -> dict[str, str]:
    """An environment in which the program reads and writes nothing of the user's own."""
    return {name: str(folder) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
